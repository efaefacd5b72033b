import type { PricingFormula } from './pricingFormula.ts'
import { floorUnder } from './rateFloor.ts'
import { grossUpForVat, vatBandOf } from './vat.ts'

/**
 * The rate at which a lender who is indifferent to risk earns on average what the money costs, grossed up for VAT.
 *
 *     (1 + r_net)·(1 − PD) + (1 − LGD·s)·(1 + r_net)·PD = 1 + i,  so  r_net = (i + PD·LGD·s) / (1 − PD·LGD·s),  i = f_L
 *
 * Unlike income covers risk it counts funding and loss alone: no operating cost, capital, target profit or cross income. Interest is lost in
 * the proportion in which principal is, 1/(1 − PD·LGD·s), as with CGAP. A lower bound, and no rate to lend at.
 *
 * @throws {RangeError} when everything is lost, PD·LGD·s = 1
 * Tested against the equation above.
 */
export const riskNeutralPrice: PricingFormula = ({ costs }) => {
  const floorOf = floorUnder(costs)
  return (loan) => {
    const { expectedLoss } = floorOf(loan)
    if (!(expectedLoss < 1)) throw new RangeError(`riskNeutralPrice: PD·LGD·s must be < 1, got ${expectedLoss}`)
    const net = (costs.fundingRate + expectedLoss) / (1 - expectedLoss)
    return grossUpForVat(net, vatBandOf(loan.line), costs)
  }
}
