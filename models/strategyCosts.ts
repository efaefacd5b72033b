import type { LoanWork } from './loanWork.ts'
import type { WatchPower } from './result.ts'
import type { CostParameters, Strategy } from './study.ts'

/** What a strategy's process has to handle in a book. */
export interface ProcessWork extends LoanWork {
  /** Files, whether granted or declined; 0 for a tape, whose files were handled before it begins. */
  readonly applicants: number
  /** How renewals are decided; null where no decision is taken. */
  readonly watch: Pick<WatchPower, 'fast' | 'middle' | 'committee' | 'exitGood'> | null
}

/**
 * A schedule's cost parameters with a strategy's process, so that floors, break-evens and verdicts hold the two together.
 *
 *     c_var  + variable
 *     C_fix  + perLoanYear + (perFile + verification) · applicants / loanYears + renewal · renewals / loanYears
 *     renewal = fast·c_fast + middle·c_middle + (committee + exit)·c_committee
 *
 * Declined files are paid for by the loans granted, and every file over the years that those stand within the horizon: none is left to
 * what comes after it. Years and renewals are those contracted; a loan that defaults takes the rest of its share of the files with it. An
 * exit has been before the committee (DOMAIN B4).
 *
 * @throws {RangeError} when the loans stand for no time at all
 */
export function strategyCosts(
  costs: CostParameters,
  { process, verification, renewal }: Pick<Strategy, 'process' | 'verification' | 'renewal'>,
  { applicants, loanYears, renewals, watch }: ProcessWork,
): CostParameters {
  if (!(loanYears > 0)) throw new RangeError(`strategyCosts: loanYears must be > 0, got ${loanYears}`)
  const files = (process.perFile + verification.costPerFile) * applicants
  const decisions = renewal && watch ? costOfDecision(renewal.costs, watch) * renewals : 0
  return {
    ...costs,
    variableCost: costs.variableCost + process.variable,
    fixedCost: costs.fixedCost + process.perLoanYear + (files + decisions) / loanYears,
  }
}

const costOfDecision = (
  costs: NonNullable<Strategy['renewal']>['costs'],
  { fast, middle, committee, exitGood }: NonNullable<ProcessWork['watch']>,
): number => fast * costs.fast + middle * costs.middle + (committee + exitGood) * costs.committee
