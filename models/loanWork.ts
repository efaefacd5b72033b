import { WEIGHTS } from './layout.ts'
import type { Layout } from './layout.ts'

/** What a bank's loans give it to do within the horizon, were nobody to default or leave. */
export interface LoanWork {
  /** Years that loans stand. */
  readonly loanYears: number
  /** Contracts that mature and are followed by another. */
  readonly renewals: number
}

/** Adds up what the loans of a strategy give to do, by their plans. */
export function loanWork({ plans, classPlan, classWeights }: Layout): LoanWork {
  const ofPlan = workOfPlans(plans)
  let loanYears = 0
  let renewals = 0
  for (const [loanClass, plan] of classPlan.entries()) {
    const loans = classWeights[loanClass * WEIGHTS + 1]!
    loanYears += loans * ofPlan[plan]!.years
    renewals += loans * ofPlan[plan]!.renewals
  }
  return { loanYears, renewals }
}

/** The same by cell position. */
export function cellWork({
  plans,
  cells,
  classPlan,
  classCell,
  classWeights,
}: Layout): Record<keyof LoanWork, Float64Array> {
  const ofPlan = workOfPlans(plans)
  const work = { loanYears: new Float64Array(cells.length), renewals: new Float64Array(cells.length) }
  for (const [loanClass, plan] of classPlan.entries()) {
    const loans = classWeights[loanClass * WEIGHTS + 1]!
    work.loanYears[classCell[loanClass]!]! += loans * ofPlan[plan]!.years
    work.renewals[classCell[loanClass]!]! += loans * ofPlan[plan]!.renewals
  }
  return work
}

/** Of one loan, by plan. */
const workOfPlans = (plans: Layout['plans']) =>
  plans.map(({ fullYears, signed }) => ({
    years: fullYears.reduce((sum, years) => sum + years, 0),
    renewals: signed.filter((month, m) => m > 0 && month === m).length,
  }))
