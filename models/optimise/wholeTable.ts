import { CELL_COUNT, COLLATERALS, GRADES, TERM_BANDS, cellIndex } from '../types.ts'
import type { Rate } from '../types.ts'

export interface WholeTableInputs {
  /** Rate by cell index of the cells that have one. */
  readonly rates: ReadonlyMap<number, Rate>
  /** Today's table; null for a formula, whose empty cells have no rate. */
  readonly today: readonly Rate[] | null
  readonly monotone: boolean
  readonly lowest: Rate
  readonly highest: Rate
}

/**
 * A table of all 200 cells round those that were worked out. An empty cell keeps today's rate; without one it lies between the neighbouring
 * grades of its term band and collateral, or takes the mean of its grade where that line is empty. Where grades must not pay less than better
 * ones, empty cells are moved between their neighbours, and all are within the limits.
 */
export function wholeTable(inputs: WholeTableInputs): Rate[] {
  const { rates, today, monotone, lowest, highest } = inputs
  const table = today ? [...today] : guessed(rates)
  for (const line of LINES) {
    let before = lowest
    for (const [g, cell] of line.entries()) {
      const next = line.slice(g).find((one) => rates.has(one))
      const above = monotone && next !== undefined ? rates.get(next)! : highest
      table[cell] = rates.get(cell) ?? Math.max(before, Math.min(above, highest, table[cell]!))
      if (monotone) before = Math.max(before, table[cell])
    }
  }
  return table
}

/** Cell indices by grade, one list a term band and collateral class. */
const LINES = TERM_BANDS.flatMap((_, t) =>
  COLLATERALS.map((_, c) => Array.from({ length: GRADES }, (_, g) => cellIndex(g + 1, t, c))),
)

/** Rates for cells that never had any, in whole basis points. */
function guessed(rates: ReadonlyMap<number, Rate>): Rate[] {
  const table = new Array<number>(CELL_COUNT).fill(NaN)
  const meanLine = LINES[0]!.map((_, g) => meanOf(LINES.flatMap((line) => rates.get(line[g]!) ?? [])))
  for (const line of LINES) {
    const known = line.map((cell) => rates.get(cell) ?? NaN)
    const between = interpolated(known.some((rate) => rate >= 0) ? known : meanLine)
    for (const [g, cell] of line.entries()) table[cell] = Math.round(between[g]! * 1e4) / 1e4
  }
  return table
}

/** NaN where there are none. */
const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

/** Fills gaps (NaN) on straight lines between neighbours; the ends take the nearest value. */
function interpolated(values: readonly number[]): number[] {
  const known = [...values.keys()].filter((i) => !Number.isNaN(values[i]))
  return values.map((value, i) => {
    const left = known.findLast((j) => j <= i) ?? known[0]!
    const right = known.find((j) => j >= i) ?? known.at(-1)!
    if (!Number.isNaN(value) || left === right) return values[left]!
    return values[left]! + ((values[right]! - values[left]!) * (i - left)) / (right - left)
  })
}
