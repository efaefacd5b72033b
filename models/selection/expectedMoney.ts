import type { Economics } from '../economics.ts'
import { bankShareOf, meanLgd, monthShares } from '../expectedSums.ts'
import type { ExpectationInputs } from '../expectedSums.ts'
import { WEIGHTS } from '../layout.ts'
import type { Layout } from '../layout.ts'
import { expectedLgd, severityOf } from '../lgd.ts'
import { COLLATERALS } from '../types.ts'
import { shiftedPds, yearlyPds } from '../yearlyPds.ts'
import { planTerms } from './planTerms.ts'

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
 * What every loan is expected to earn and to lose: the sums of {@link expectedSums} loan by loan, so that any part of a book is had
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
 * Tested against expectedSums and the build-up made of it.
 */
export function expectedMoney(inputs: ExpectationInputs, net: Float64Array, economics: Economics): ExpectedMoney {
  const { firms, layout, alive, shocks, lgd, exposure, fund } = inputs
  const { loans, years, classOf } = layout
  const terms = classTerms(layout, inputs.timing, net, economics)
  const bankShares = COLLATERALS.map((collateral) => economics.bankShare * bankShareOf(fund, collateral))
  const column = (): Float64Array => new Float64Array(loans.count)
  const money = { earned: column(), margin: column(), loss: column() }
  const add = (i: number, p: number, entry: number): void => {
    const at = (classOf[i]! * (years + 1) + entry) * ENTRIES
    money.earned[i]! += p * loans.balance[i]! * terms[at + EARNED]!
    money.margin[i]! +=
      p *
      (loans.balance[i]! * terms[at]! +
        terms[at + 1]! +
        loans.deposit[i]! * terms[at + 2]! +
        loans.fees[i]! * terms[at + 3]! +
        loans.ownerAum[i]! * terms[at + 4]!)
  }
  for (let i = 0; i < loans.count; i++) add(i, 1, 0)

  const surviving = new Float64Array(firms.count).fill(1)
  for (let y = 0; y < years; y++) {
    const unshifted = yearlyPds(firms, shocks, y, alive)
    const pds = shiftedPds(unshifted, exposure, shocks, y)
    const lgdOf = meanLgd(inputs, y, unshifted)
    for (let i = 0; i < loans.count; i++) {
      const firm = loans.obligor[i]!
      const p = surviving[firm]! * pds[firm]!
      if (p === 0) continue
      surviving[firm]! -= p
      add(i, -p, y + 1)
      const owed = loans.balance[i]! * terms[(classOf[i]! * (years + 1) + y + 1) * ENTRIES + EXPOSURE]!
      const linked = lgdOf(i)
      const severity = severityOf(loans.lgdKind[i]!, loans.collateral[i]!)
      const lost = Number.isNaN(linked) ? expectedLgd(lgd, severity, y, loans.assignedLgd[i]!) : linked
      money.loss[i]! += p * owed * lost * bankShares[loans.collateral[i]!]!
    }
  }
  return money
}

/** Margin by weight (as WEIGHTS: balance, loan, deposit, fees, owner's assets), then earned balance-years and exposure a unit of balance. */
const ENTRIES = WEIGHTS + 2
const EARNED = WEIGHTS
const EXPOSURE = WEIGHTS + 1

/** Class × (without default, then taken by a default in each year) × ENTRIES. */
function classTerms(
  { plans, classPlan, classColumns, years, rateYears }: Layout,
  timing: readonly number[],
  net: Float64Array,
  economics: Economics,
): Float64Array {
  const { funding, target, depositMargin, feeMargin, aumMargin, variableCost, fixedCost } = economics
  const byPlan = plans.map((plan) => planTerms(plan, (months) => monthShares(timing, months)))
  const terms = new Float64Array(classPlan.length * (years + 1) * ENTRIES)
  for (const [c, planId] of classPlan.entries()) {
    const plan = byPlan[planId]!
    for (let entry = 0; entry <= years; entry++) {
      const at = (c * (years + 1) + entry) * ENTRIES
      for (let ry = 0; ry < rateYears; ry++) {
        const earned = plan.earned[entry * rateYears + ry]!
        const funded = plan.funded[entry * rateYears + ry]!
        if (earned !== 0) terms[at]! += net[classColumns[c * rateYears + ry]!]! * earned
        terms[at]! -= (funding[ry]! + target[ry]! + variableCost) * funded
        terms[at + 2]! += depositMargin[ry]! * funded
        terms[at + 3]! += feeMargin * funded
        terms[at + 4]! += aumMargin * funded
        terms[at + EARNED]! += earned
      }
      terms[at + 1] = -fixedCost * plan.years[entry]!
      terms[at + EXPOSURE] = plan.exposure[entry]!
    }
  }
  return terms
}
