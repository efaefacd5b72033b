import { cgapRate } from '../cgapRate.ts'
import type { PricingFormula } from './pricingFormula.ts'
import { floorUnder } from './rateFloor.ts'
import { grossUpForVat, vatBandOf } from './vat.ts'

/**
 * CGAP's rate at which a microlender sustains itself, grossed up for VAT.
 *
 *     r_net = (AE + LL + CF + K − II) / (1 − LL)
 *     AE = oc      LL = PD·LGD·s      CF = f_L      K = κ·(hurdle/(1 − τ) − f_L) + π      II = ci
 *
 * The numerator is the cost rate A of income covers risk. What differs is the interest lost: lent money that is lost pays none for the whole
 * year, 1/(1 − PD·LGD·s), where the other has borrowers in default pay none for a part q of it, 1/(1 − q·PD). The two agree where LGD·s = q.
 *
 * @see CGAP (1996), Microcredit interest rates, Occasional Paper 1
 * Tested against the paper's formula and the agreement above.
 */
export const cgapPrice: PricingFormula = ({ costs }) => {
  const floorOf = floorUnder(costs)
  return (loan) => {
    const { operatingCost, expectedLoss, capitalCharge, crossIncome } = floorOf(loan)
    const net = cgapRate({
      adminExpense: operatingCost,
      loanLoss: expectedLoss,
      costOfFunds: costs.fundingRate,
      capitalization: capitalCharge + costs.extraTargetProfit,
      investmentIncome: crossIncome,
    })
    return grossUpForVat(net, vatBandOf(loan.line), costs)
  }
}
