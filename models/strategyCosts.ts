import type { LoanWork } from './loanWork.ts'
import type { WatchPower } from './result.ts'
import type { CostParameters } from './schedule.ts'
import type { Strategy } from './strategy.ts'

/** What a strategy's process has to handle in a book. */
export interface ProcessWork extends LoanWork {
  /** Files, whether granted or declined; 0 for a tape, whose files were handled before it begins. */
  readonly applicants: number
  /** Loan-years that bear the cost of the files: those expected, where they are known, else those contracted. */
  readonly bearing: number
  /** How renewals are decided; null where no decision is taken. */
  readonly watch: Pick<WatchPower, 'fast' | 'middle' | 'committee' | 'exitGood'> | null
}

/**
 * A schedule's cost parameters with a strategy's process, so that floors, break-evens and verdicts hold the two together.
 *
 *     c_var  + variable
 *     C_fix  + perLoanYear + (perFile + verification) · applicants / bearing + renewal · renewals / loanYears
 *     renewal = fast·c_fast + middle·c_middle + (committee + exit)·c_committee
 *
 * Declined files are paid for by the loans granted, and every file over the years that those stand within the horizon: none is left to
 * what comes after it. What was paid for files is gone whatever becomes of the loans, so that the years expected bear it; renewals are
 * decided on as contracted, fewer of them as loans default. An exit has been before the committee (DOMAIN B4).
 *
 * @throws {RangeError} when the loans stand for no time at all
 */
export function strategyCosts(
  costs: CostParameters,
  { process, verification, renewal }: Pick<Strategy, 'process' | 'verification' | 'renewal'>,
  { applicants, bearing, loanYears, renewals, watch }: ProcessWork,
): CostParameters {
  if (!(loanYears > 0 && bearing > 0))
    throw new RangeError(`strategyCosts: loanYears must be > 0, got ${loanYears} contracted and ${bearing} bearing`)
  const files = (process.perFile + verification.costPerFile) * applicants
  const decisions = renewal && watch ? costOfDecision(renewal.costs, watch) * renewals : 0
  return {
    ...costs,
    variableCost: costs.variableCost + process.variable,
    fixedCost: costs.fixedCost + process.perLoanYear + files / bearing + decisions / loanYears,
  }
}

const costOfDecision = (
  costs: NonNullable<Strategy['renewal']>['costs'],
  { fast, middle, committee, exitGood }: NonNullable<ProcessWork['watch']>,
): number => fast * costs.fast + middle * costs.middle + (committee + exitGood) * costs.committee
