import { isDeepStrictEqual } from 'node:util'
import type { Compared, Comparison, PairedDifference, Pooled, Result, TestResult } from '../models/result.ts'
import type { Text } from '../models/text.ts'
import type { RunResult } from '../sim/types.ts'
import { otherAxes } from './firstPopulation.ts'
import { type EntryNames, entryLabel, isScenarioNamed, titlesOf, varied, varyingAxes } from './labels.ts'
import { pooledVerdict } from './pooledVerdict.ts'

/** A strategy among others, over all populations. */
export interface ComparedStrategy {
  readonly title: Text
  readonly verdict: TestResult
  readonly figures: Readonly<Record<Compared, Pooled | null>>
  /** From the first strategy; null for the first itself. */
  readonly differences: Readonly<Record<Compared, PairedDifference | null>> | null
  /** Its entry in the report, of the first population; null without one. */
  readonly entry: number | null
}

/** Strategies side by side in one scenario, as the report shows them. */
export interface ReportComparison {
  /** The scenario, and what else tells it from the other comparisons of the run. */
  readonly label: Text
  readonly populations: number
  /** In the order of the study; the others are compared with the first. */
  readonly strategies: readonly ComparedStrategy[]
}

/**
 * The comparisons of a run with titles and verdicts.
 *
 * @param entries  results that the report shows one by one
 */
export function reportComparisons(run: RunResult, entries: readonly Result[]): ReportComparison[] {
  const names = run.comparisons.map((comparison): EntryNames => ({ ...comparison, strategy: '' }))
  const axes = varyingAxes(names)
  const hasScenario = isScenarioNamed(axes, names)
  return run.comparisons.map((comparison): ReportComparison => {
    const [first] = comparison.strategies
    const titles = titlesOf(run.study, { ...comparison, strategy: first?.strategy ?? '' })
    return {
      label: entryLabel(axes, titles, comparison.vary, hasScenario),
      populations: comparison.populations,
      strategies: comparison.strategies.map((strategy): ComparedStrategy => {
        const isOwn = (result: Result) => belongs(result, comparison, strategy)
        const entry = entries.findIndex(isOwn)
        return {
          title: varied(
            titlesOf(run.study, { ...comparison, ...strategy, vary: { ...comparison.vary, ...strategy.vary } })
              .strategy,
            strategy.vary,
          ),
          verdict: pooledVerdict(strategy, run.results.filter(isOwn), run.study.verdict),
          figures: strategy.figures,
          differences: strategy.differences,
          entry: entry < 0 ? null : entry,
        }
      }),
    }
  })
}

/** Whether a result is one of a strategy's in a comparison. */
const belongs = (
  result: Result,
  { book, schedule, scenario, vary }: Comparison,
  strategy: Comparison['strategies'][number],
): boolean =>
  result.book === book &&
  result.schedule === schedule &&
  result.scenario === scenario &&
  result.strategy === strategy.strategy &&
  isDeepStrictEqual(otherAxes(result.vary) ?? {}, { ...vary, ...strategy.vary })

/** Whether strategies are compared over several populations, so that the comparisons and not the entries tell the verdicts. */
export const isPooled = ({
  comparisons,
}: {
  readonly comparisons: readonly { readonly populations: number }[]
}): boolean => comparisons.some(({ populations }) => populations > 1)
