import type { PairedDifference } from '../models/result.ts'
import type { ComparedStrategy, ReportComparison } from './comparisons.ts'
import { plusMinus, ratio, signedRatio } from './format.ts'
import { type Lang, inLang, words } from './text.ts'
import { isToldApart } from './toldApart.ts'

/** The answer of a run that compares strategies, in one line: how many cover in the first scenario and in all, and which differ most from the first. */
export function comparisonFinding(comparisons: readonly ReportComparison[], lang: Lang): string {
  const [comparison] = comparisons
  const first = comparison?.strategies[0]
  if (!comparison || !first) return ''
  const text = words(lang)
  const own = text.comparison
  const { strategies } = comparison
  const covered = strategies.filter(({ verdict }) => verdict === 'covered').length
  const undecided = strategies.filter(({ verdict }) => verdict === 'undecided').length
  const counts = [
    own.covers(covered, undecided, strategies.length, inLang(comparison.label, lang)),
    ...(comparisons.length > 1 ? [own.everywhere(coveredEverywhere(comparisons), comparisons.length)] : []),
  ]
  return text.parts([text.clauses(counts), extremes(comparison, inLang(first.title, lang), lang)])
}

/** Strategies that cover in every comparison. */
export const coveredEverywhere = (comparisons: readonly ReportComparison[]): number =>
  (comparisons[0]?.strategies ?? []).filter((_, i) =>
    comparisons.every(({ strategies }) => strategies[i]?.verdict === 'covered'),
  ).length

/** Differences of coverage ratio from the first strategy that are more than chance, the largest first, and the strategies without one. */
export function differences({ strategies }: ReportComparison) {
  const others = strategies.slice(1)
  const told = others.flatMap(({ title, differences: own }) => {
    const difference = own?.coverageRatio
    return isToldApart(difference) ? [{ title, difference }] : []
  })
  return {
    told: told.toSorted((a, b) => b.difference.value - a.difference.value),
    others: others.filter((strategy) => !isToldApart(strategy.differences?.coverageRatio)),
  } satisfies { told: unknown; others: readonly ComparedStrategy[] }
}

/** A difference of coverage ratio with its paired standard error. */
export const differenceText = ({ value, standardError }: PairedDifference): string =>
  `${signedRatio(value)} ${plusMinus(ratio, standardError)}`.trim()

function extremes(comparison: ReportComparison, first: string, lang: Lang): string {
  const text = words(lang)
  const own = text.comparison
  const { told } = differences(comparison)
  const values = comparison.strategies.flatMap(({ differences: own }) => own?.coverageRatio?.value ?? [])
  const [best, worst] = [told[0], told.at(-1)]
  const named = [
    ...(best && best.difference.value > 0
      ? [
          own.most(
            inLang(best.title, lang),
            differenceText(best.difference),
            best.difference.value >= Math.max(...values),
          ),
        ]
      : []),
    ...(worst && worst.difference.value < 0
      ? [
          own.least(
            inLang(worst.title, lang),
            differenceText(worst.difference),
            worst.difference.value <= Math.min(...values),
          ),
        ]
      : []),
  ]
  return named.length === 0 ? own.noneTold(first) : text.clauses([own.against(first), ...named])
}
