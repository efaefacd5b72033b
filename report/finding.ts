import { comparisonFinding } from './comparisonFinding.ts'
import { plainBasisPoints, whole } from './format.ts'
import type { ReportData, ReportEntry } from './reportData.ts'
import { type Lang, inLang, words } from './text.ts'

/**
 * The answer of a run in one line: how many scenarios are covered, and which is worst; of one that compares strategies, how many of them
 * cover, and which do best and worst.
 *
 * The worst is the one not covered with the lowest surplus; else the first undecided; else the one with least to spare.
 */
export function finding(data: ReportData, lang: Lang): string {
  if (data.comparisons.length > 0) return comparisonFinding(data.comparisons, lang)
  const text = words(lang)
  const { entries } = data
  const covered = entries.filter((entry) => entry.result.verdict === 'covered')
  const count =
    covered.length === entries.length
      ? text.coveredInAll(entries.length, data.axes.length === 0)
      : text.coveredIn(covered.length, entries.length, data.axes.length === 0)
  const partial = covered.filter((entry) => entry.limitation !== null).length
  const answer = partial === 0 ? count : text.partly(count, partial, entries.length)
  const worst = worstEntry(entries)
  return worst ? text.parts([answer, worstFinding(worst, lang)]) : answer
}

function worstEntry(entries: readonly ReportEntry[]): ReportEntry | undefined {
  const bySurplus = entries.toSorted((a, b) => a.result.surplus - b.result.surplus)
  return (
    bySurplus.find((entry) => entry.result.verdict === 'not covered') ??
    bySurplus.find((entry) => entry.result.verdict === 'undecided') ??
    bySurplus[0]
  )
}

function worstFinding({ label, result }: ReportEntry, lang: Lang): string {
  const text = words(lang)
  const name = inLang(label, lang)
  const size = plainBasisPoints(Math.abs(result.surplus))
  if (result.verdict === 'covered') return text.toSpare(name, size)
  if (result.verdict === 'undecided') return text.isUndecided(name)
  if (result.surplus < 0) return text.shortBy(name, size)
  const failed = result.tests.filter((test) => test.result === 'not covered').map((test) => text.tests[test.name])
  return text.failsOn(name, text.list(failed))
}

/** What would decide an undecided entry, in words, or why nothing would; empty for a decided one. */
export function wayToDecide({ result }: ReportEntry, lang: Lang): string {
  const { pathsToDecide, reasons } = result
  if (pathsToDecide === null) return reasons['pathsToDecide'] ?? ''
  return pathsToDecide > 0 ? words(lang).morePaths(whole(pathsToDecide)) : ''
}
