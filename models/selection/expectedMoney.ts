import type { Economics } from '../economics.ts'
import { meanLgd } from '../expectation.ts'
import type { ExpectationInputs } from '../expectation.ts'
import { expectedLgd, severityOf } from '../lgd.ts'
import { loanMoney } from '../loanMoney.ts'
import { shiftedPds, yearlyPds } from '../yearlyPds.ts'

/** Expected money of each loan over the horizon, whatever other loans there are. */
export interface ExpectedMoney {
  /** Earned balance-years. */
  readonly earned: Float64Array
  /** Income − necessary cost − target profit. */
  readonly margin: Float64Array
  /** Loss that the bank bears. */
  readonly loss: Float64Array
}

/**
 * What every loan is expected to earn and to lose: the expectation of the outcome cube loan by loan, so that any part of a book is had
 * by adding up its loans.
 *
 *     margin_i = full_i − Σ_y P_i(default in y)·taken_{i,y}        loss_i = Σ_y P_i(default in y)·exposure_{i,y}·LGD_{i,y}·s
 *
 * What that leaves out, isExpectationExact names; alarms and renewal decisions are left out too. LGD of a kind that the link was
 * not solved for stays as it is.
 *
 * @param inputs     of firms with one loan each
 * @param net        rates less VAT by column of the layout
 * @param economics  costs in the scenario
 * @returns one entry a loan of the layout
 * Tested against the cube's sums in expectation and the build-up made of it.
 */
export function expectedMoney(inputs: ExpectationInputs, net: Float64Array, economics: Economics): ExpectedMoney {
  const { firms, layout, alive, shocks, lgd, exposure } = inputs
  const { loans, years } = layout
  const of = loanMoney(inputs, net, economics)
  const money = { earned: of.earned[0]!.slice(), margin: of.margin[0]!.slice(), loss: new Float64Array(loans.count) }
  const surviving = new Float64Array(firms.count).fill(1)
  for (let y = 0; y < years; y++) {
    const unshifted = yearlyPds(firms, shocks, y, alive)
    const pds = shiftedPds(unshifted, exposure, shocks, y)
    const lgdOf = meanLgd(inputs, y)
    const [earned, margin, exposed] = [of.earned[y + 1]!, of.margin[y + 1]!, of.exposure[y + 1]!]
    for (let i = 0; i < loans.count; i++) {
      const firm = loans.obligor[i]!
      const p = surviving[firm]! * pds[firm]!
      if (p === 0) continue
      surviving[firm]! -= p
      money.earned[i]! -= p * earned[i]!
      money.margin[i]! -= p * margin[i]!
      const linked = lgdOf(i, unshifted[firm]!)
      const severity = severityOf(loans.lgdKind[i]!, loans.collateral[i]!)
      const lost = Number.isNaN(linked) ? expectedLgd(lgd, severity, y, loans.assignedLgd[i]!) : linked
      money.loss[i]! += p * exposed[i]! * lost
    }
  }
  return money
}
