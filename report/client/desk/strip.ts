import type { Text } from '../../../models/text.ts'
import type { Result } from '../../../models/result.ts'

/** Figures of the strip of scenarios: of a finished run, or of an answer at the desk. */
export type StripFigures = Pick<
  Result,
  'verdict' | 'coverageRatio' | 'coverageProbability' | 'surplus' | 'portfolioYield' | 'standardErrors' | 'reasons'
>

/** A scenario, beside the same as run. */
export interface StripRow {
  readonly title: Text
  /** Null until there is an answer. */
  readonly now: StripFigures | null
  /** Null where there is nothing to compare with. */
  readonly asRun: StripFigures | null
  /** Whether an answer is on its way. */
  readonly isAwaited: boolean
  /** Why there is none for this scenario. */
  readonly refusal: string | null
}

/** Scenarios covered and undecided. */
export function countVerdicts(figures: readonly StripFigures[]): {
  readonly covered: number
  readonly undecided: number
} {
  const count = (verdict: StripFigures['verdict']): number => figures.filter((one) => one.verdict === verdict).length
  return { covered: count('covered'), undecided: count('undecided') }
}
