import type { Nearest } from './nearestSchedule.ts'
import type { ShadowPrice } from './optimised.ts'
import { keyAt } from './programme.ts'
import type { Programme } from './programme.ts'
import type { Row } from './row.ts'
import { distanceOf } from './scheduleCost.ts'

/** Multipliers below this share of the largest are rounding. */
const ROUNDING = 1e-12

/**
 * What each constraint that holds the nearest schedule back costs. With f = ½·distance², relaxing constraint c by s lowers the `least` of
 * its rows by eases_c·s, so that
 *
 *     d distance / ds = −Σ_i λ_i·eases_ic ÷ distance
 */
export function shadowPrices(programme: Programme, nearest: Nearest): ShadowPrice[] {
  const distance = distanceOf(programme, nearest.rates)
  const held = heldRows(nearest)
  const names = new Set(held.flatMap(({ row }) => Object.keys(row.eases).filter((name) => row.eases[name]! > 0)))
  return [...names].map((constraint) => ({
    constraint,
    price: held.reduce((sum, { row, multiplier }) => sum + multiplier * (row.eases[constraint] ?? 0), 0) / distance,
    cells: held.flatMap(({ row }) => (row.constraint === constraint ? row.cells.slice(-1) : [])).map((k) => keyAt(programme, k)), // prettier-ignore
  }))
}

/** Names of the constraints that hold the nearest schedule back; of limits with the cells they hold. */
export const bindingNames = (programme: Programme, nearest: Nearest): string[] => [
  ...new Set(
    heldRows(nearest).map(({ row }) => [row.constraint, ...row.cells.map((k) => keyAt(programme, k))].join(' ')),
  ),
]

/** Rows with a multiplier, goals first. */
function heldRows({ rows, multipliers }: Nearest): { readonly row: Row; readonly multiplier: number }[] {
  const least = ROUNDING * Math.max(...multipliers)
  const held = rows.flatMap((row, i) => (multipliers[i]! > least ? [{ row, multiplier: multipliers[i]! }] : []))
  return held.sort((a, b) => a.row.cells.length - b.row.cells.length)
}
