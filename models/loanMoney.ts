import type { Economics } from './economics.ts'
import { bankShareOf, monthShares } from './expectation.ts'
import type { ExpectationInputs } from './expectation.ts'
import { WEIGHTS } from './layout.ts'
import type { Layout } from './layout.ts'
import { planTerms } from './planTerms.ts'
import { COLLATERALS } from './types.ts'

/**
 * What every loan brings over the horizon without default, and what a default takes of it. Entry 0 is without default, entry y + 1 taken
 * by a default in year y (from 0), mean over its months; one array an entry, one value a loan.
 */
export interface LoanMoney {
  /** Earned balance-years. */
  readonly earned: readonly Float64Array[]
  /** Income − necessary cost − target profit. */
  readonly margin: readonly Float64Array[]
  /** Balance on which a default falls, as far as the bank bears it: times LGD its loss; 0 for entry 0. */
  readonly exposure: readonly Float64Array[]
}

/**
 * Works the money of every loan out.
 *
 * @param net        rates less VAT by column of the layout
 * @param economics  costs in the scenario
 */
export function loanMoney(
  { layout, timing, fund }: Pick<ExpectationInputs, 'layout' | 'timing' | 'fund'>,
  net: Float64Array,
  economics: Economics,
): LoanMoney {
  const { loans, years, classOf } = layout
  const { balance, deposit, fees, ownerAum, collateral } = loans
  const terms = classTerms(layout, timing, net, economics)
  const bankShares = COLLATERALS.map((own) => economics.bankShare * bankShareOf(fund, own))
  const columns = (): Float64Array[] => Array.from({ length: years + 1 }, () => new Float64Array(loans.count))
  const money = { earned: columns(), margin: columns(), exposure: columns() }
  for (let i = 0; i < loans.count; i++)
    for (let entry = 0; entry <= years; entry++) {
      const at = (classOf[i]! * (years + 1) + entry) * ENTRIES
      money.earned[entry]![i] = balance[i]! * terms[at + EARNED]!
      money.margin[entry]![i] =
        balance[i]! * terms[at]! +
        terms[at + 1]! +
        deposit[i]! * terms[at + 2]! +
        fees[i]! * terms[at + 3]! +
        ownerAum[i]! * terms[at + 4]!
      money.exposure[entry]![i] = balance[i]! * terms[at + EXPOSURE]! * bankShares[collateral[i]!]!
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
