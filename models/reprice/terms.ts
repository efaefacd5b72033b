import type { Figures, FigureErrors, TestOutcome, TestResult } from '../result.ts'
import type { Schedule } from '../schedule.ts'

/** What can change without simulating again. */
export type Terms = Pick<Schedule, 'costs' | 'crossIncome' | 'cap'> & {
  /** Rate of every cell by cellIndex. */
  readonly rates: readonly number[]
}

/** A schedule under other terms: its formula, if it has one, gives way to the rates. */
export const underTerms = (schedule: Schedule, { rates, costs, crossIncome, cap }: Terms): Schedule => ({
  ...schedule,
  kind: 'schedule',
  spreads: null,
  costs,
  crossIncome,
  cap,
  rates,
})

/** Figures that an edit is answered with; each is that of a full run with the schedule. */
export type RepricedFigures = Pick<
  Figures,
  | 'balance'
  | 'portfolioYield'
  | 'crossIncome'
  | 'fundingCost'
  | 'operatingCost'
  | 'tax'
  | 'targetProfit'
  | 'expectedLoss'
  | 'surplus'
  | 'coverageRatio'
  | 'coverageProbability'
  | 'profitProbability'
  | 'breakEvenYield'
  | 'raroc'
  | 'cells'
>

/** One scenario under other terms. */
export interface Repriced extends RepricedFigures {
  readonly scenario: string
  readonly tests: readonly TestOutcome[]
  readonly verdict: TestResult
  readonly pathsToDecide: number | null
  readonly standardErrors: FigureErrors
  readonly reasons: Readonly<Record<string, string>>
}
