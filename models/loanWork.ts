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
  const ofPlan = plans.map(({ fullYears, signed }) => ({
    years: fullYears.reduce((sum, years) => sum + years, 0),
    renewals: signed.filter((month, m) => m > 0 && month === m).length,
  }))
  let loanYears = 0
  let renewals = 0
  for (const [loanClass, plan] of classPlan.entries()) {
    const loans = classWeights[loanClass * WEIGHTS + 1]!
    loanYears += loans * ofPlan[plan]!.years
    renewals += loans * ofPlan[plan]!.renewals
  }
  return { loanYears, renewals }
}
