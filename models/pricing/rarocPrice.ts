import type { PricingFormula } from './pricingFormula.ts'
import { floorUnder } from './rateFloor.ts'
import { grossUpForVat, vatBandOf } from './vat.ts'

/**
 * The rate at which a loan's risk-adjusted return on capital is the hurdle, grossed up for VAT.
 *
 *     (r_net + ci − f_L − oc − PD·LGD·s + f_L·κ)·(1 − τ) / κ = hurdle,  so
 *     r_net = f_L + oc + PD·LGD·s + κ·(hurdle/(1 − τ) − f_L) − ci
 *
 * Two things differ from income covers risk: interest counts in full although defaults stop paying it, so there is no 1/(1 − q·PD), and the
 * hurdle is all the profit asked, so the extra target profit π does not count. The two agree where q and π are 0.
 *
 * Tested against `raroc`, which gives the hurdle back, and the textbook case of 19.33 %.
 */
export const rarocPrice: PricingFormula = ({ costs }) => {
  const floorOf = floorUnder(costs)
  return (loan) => {
    const { costRate } = floorOf(loan)
    return grossUpForVat(costRate - costs.extraTargetProfit, vatBandOf(loan.line), costs)
  }
}
