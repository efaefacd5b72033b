import { axisNumber } from './axisText.ts'
import type { ReportData, ReportEntry } from './reportData.ts'

/** Two vary axes of numbers, every value of one with every value of the other. */
export interface ShockGrid {
  readonly first: ReportEntry
  /** Axes: `row` is drawn upwards, `column` to the right. */
  readonly row: string
  readonly column: string
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  /** Row × column. */
  readonly entries: readonly (readonly ReportEntry[])[]
}

/** A point of the frontier on which the coverage ratio is 1. */
export interface FrontierPoint {
  readonly column: number
  readonly row: number
}

/**
 * The grid of a run with two vary axes, among the entries of the same book, strategy, schedule and scenario as the first.
 *
 * @returns null for any other run
 */
export function shockGridOf({ entries: all }: Pick<ReportData, 'entries'>): ShockGrid | null {
  const [first] = all
  const axes = Object.keys(first?.result.vary ?? {})
  const [column, row] = axes
  if (!first || axes.length !== 2 || column === undefined || row === undefined) return null
  const own = all.filter(({ result }) =>
    (['book', 'strategy', 'schedule', 'scenario'] as const).every((name) => result[name] === first.result[name]),
  )
  const valuesOf = (axis: string): number[] | null => {
    const values = [...new Set(own.map(({ result }) => axisNumber(result.vary?.[axis])))]
    return values.includes(null) ? null : values.filter((value) => value !== null).sort((a, b) => a - b)
  }
  const [columns, rows] = [valuesOf(column), valuesOf(row)]
  if (!columns || !rows || columns.length < 2 || rows.length < 2) return null
  const at = (axis: string, entry: ReportEntry): number | null => axisNumber(entry.result.vary?.[axis])
  const entries = rows.map((r) =>
    columns.flatMap((c) => own.find((entry) => at(row, entry) === r && at(column, entry) === c) ?? []),
  )
  if (entries.some((line) => line.length !== columns.length)) return null
  return { first, row, column, rows, columns, entries }
}

/**
 * Where the coverage ratio passes 1 along each column of a grid, drawn straight between neighbouring values; columns in which it does not
 * pass are left out. Surplus is what is interpolated, since it is 0 there and more nearly straight than the ratio.
 */
export const frontierOf = ({ rows, columns, entries }: ShockGrid): FrontierPoint[] =>
  columns.flatMap((column, c) => {
    const surpluses = entries.map((line) => line[c]!.result.surplus)
    const r = surpluses.findIndex((surplus, i) => i > 0 && surplus >= 0 !== surpluses[i - 1]! >= 0)
    if (r < 1) return []
    const [from, to] = [surpluses[r - 1]!, surpluses[r]!]
    return [{ column, row: rows[r - 1]! + ((rows[r]! - rows[r - 1]!) * from) / (from - to) }]
  })
