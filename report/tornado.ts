import { isDeepStrictEqual } from 'node:util'
import type { ReportData, ReportEntry } from './reportData.ts'

/** One axis of changes tried one at a time. */
export interface TornadoBar {
  readonly axis: string
  /** Entries from the lowest surplus to the highest, each with the axis' value. */
  readonly cases: readonly { readonly value: unknown; readonly entry: ReportEntry }[]
  /** Distance between the lowest and the highest surplus, the unchanged one's included. */
  readonly swing: number
}

/** Changes tried one at a time, those that matter most first. */
export interface Tornado {
  readonly base: ReportEntry
  readonly bars: readonly TornadoBar[]
}

/**
 * Finds the unchanged entry of a run and those that differ from it in one value, among the entries of the same book, strategy, schedule
 * and scenario as the first.
 *
 * @returns null where there are none, as where a study combines its changes
 */
export function tornadoOf({ entries }: Pick<ReportData, 'entries'>): Tornado | null {
  const [base] = entries
  if (!base) return null
  const own = base.result.vary ?? {}
  const changed = entries.slice(1).flatMap((entry) => {
    const axes = Object.entries(entry.result.vary ?? {}).filter(([axis, value]) => !isDeepStrictEqual(value, own[axis]))
    const [change] = axes
    return isSameCase(base, entry) && axes.length === 1 && change && !(change[0] in own)
      ? [{ axis: change[0], value: change[1], entry }]
      : []
  })
  if (changed.length === 0) return null
  const bars = [...new Set(changed.map(({ axis }) => axis))].map((axis): TornadoBar => {
    const cases = changed
      .filter((one) => one.axis === axis)
      .toSorted((a, b) => a.entry.result.surplus - b.entry.result.surplus)
    const surpluses = [base.result.surplus, ...cases.map(({ entry }) => entry.result.surplus)]
    return { axis, cases, swing: Math.max(...surpluses) - Math.min(...surpluses) }
  })
  return { base, bars: bars.toSorted((a, b) => b.swing - a.swing) }
}

const isSameCase = (a: ReportEntry, b: ReportEntry): boolean =>
  (['book', 'strategy', 'schedule', 'scenario'] as const).every((name) => a.result[name] === b.result[name])
