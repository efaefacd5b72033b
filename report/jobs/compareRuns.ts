import type { TestResult } from '../../models/result.ts'
import type { Text } from '../../models/text.ts'
import type { ReportData, ReportEntry } from '../reportData.ts'
import { standardError } from '../standardError.ts'

/** Figures by which two runs are held against each other, rates in decimals a year. */
export const HEADLINES = ['surplus', 'coverageRatio', 'coverageProbability', 'portfolioYield', 'expectedLoss'] as const
export type Headline = (typeof HEADLINES)[number]

/** One case of a run as it is compared. */
export interface HeadlineFigures {
  readonly verdict: TestResult
  /** Null where the run has none. */
  readonly figures: Readonly<Record<Headline, number | null>>
  readonly standardErrors: Readonly<Record<Headline, number | null>>
}

/** Two runs side by side. */
export interface RunComparison {
  readonly a: string
  readonly b: string
  /** Cases that both have. */
  readonly cases: readonly { readonly label: Text; readonly a: HeadlineFigures; readonly b: HeadlineFigures }[]
  /** Cases that only one of them has. */
  readonly onlyA: readonly Text[]
  readonly onlyB: readonly Text[]
}

/**
 * Holds two runs against each other, case by case. Cases match by scenario and vary values, and by book, strategy and schedule where either
 * run has several: two runs of one schedule each can be compared although the schedules differ.
 */
export function compareRuns(a: ReportData, b: ReportData): RunComparison {
  const axes = NAMED.filter((axis) => a.axes.includes(axis) || b.axes.includes(axis))
  const keyOf = ({ result }: ReportEntry): string =>
    JSON.stringify([result.scenario, axes.map((axis) => result[axis]), Object.entries(result.vary ?? {}).sort()])
  const [inA, inB] = [a, b].map(({ entries }) => new Map(entries.map((entry) => [keyOf(entry), entry])))
  const labelled = a.axes.length >= b.axes.length ? inA! : inB!
  const shared = [...inA!.keys()].filter((key) => inB!.has(key))
  const only = (one: ReportData, other: ReadonlyMap<string, ReportEntry>): Text[] =>
    one.entries.filter((entry) => !other.has(keyOf(entry))).map(({ label }) => label)
  return {
    a: a.runId,
    b: b.runId,
    cases: shared.map((key) => ({
      label: labelled.get(key)!.label,
      a: headlines(inA!.get(key)!),
      b: headlines(inB!.get(key)!),
    })),
    onlyA: only(a, inB!),
    onlyB: only(b, inA!),
  }
}

const NAMED = ['book', 'strategy', 'schedule'] as const

const headlines = ({ result }: ReportEntry): HeadlineFigures => ({
  verdict: result.verdict,
  figures: eachHeadline((name) => result[name]),
  standardErrors: eachHeadline((name) => standardError(result, name)),
})

const eachHeadline = (value: (name: Headline) => number | null): Readonly<Record<Headline, number | null>> =>
  Object.fromEntries(HEADLINES.map((name) => [name, value(name)])) as Record<Headline, number | null>
