import { COLLATERALS, GRADES, TERM_BANDS, cellIndex } from '../types.ts'
import type { Rate } from '../types.ts'

/** A cell that pays less than a better grade at the same term band and collateral. */
export interface OutOfOrder {
  readonly cell: number
  /** The nearest better grade's cell. */
  readonly better: number
}

/**
 * Cells whose rate is below that of the next better grade, by more than rounding.
 *
 * @param rates  of every cell by cellIndex; a cell without a finite rate is passed over
 * @param cells  cell indices looked at; default all
 * @returns in the order of cellIndex
 */
export function gradesOutOfOrder(
  rates: readonly (Rate | null)[],
  cells: Iterable<number> = rates.keys(),
): OutOfOrder[] {
  const looked = new Set(cells)
  const found: OutOfOrder[] = []
  for (let place = 0; place < TERM_BANDS.length * COLLATERALS.length; place++) {
    let better: number | null = null
    for (let grade = 1; grade <= GRADES; grade++) {
      const cell = cellIndex(grade, Math.floor(place / COLLATERALS.length), place % COLLATERALS.length)
      const rate = rates[cell]
      if (!looked.has(cell) || !Number.isFinite(rate)) continue
      if (better !== null && rate! < rates[better]! - ROUNDING) found.push({ cell, better })
      better = cell
    }
  }
  return found.toSorted((a, b) => a.cell - b.cell)
}

/** Rates that differ by less are the same. */
const ROUNDING = 1e-9
