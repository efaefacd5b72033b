import { gradeLines } from './gradeLines.ts'
import type { Programme } from './programme.ts'
import { along } from './row.ts'

/** Basis points in a rate of 1. */
const UNITS = 1e4
/** A rate this near to a whole basis point, in basis points, is meant to be it. */
const NEAR = 1e-6
/** Goals and limits hold when they are short by no more than this, decimal per year. */
const TOLERANCE = 1e-12

/**
 * The rates found in whole basis points: each goes to the nearest, then those with the least way up go up, one after the other, until every
 * goal holds again. A rate for which a limit leaves no whole basis point stays as it is.
 *
 * @param rates       that meet every goal and limit, by position of the cell
 * @param keepsToday  whether a cell that moves by less than half a basis point keeps today's rate, whatever its decimals
 * @returns the rates themselves where no such table meets every goal and limit
 */
export function wholeBasisPoints(programme: Programme, rates: Float64Array, keepsToday: boolean): Float64Array {
  const { offered, goals, cap } = programme
  const allowed = (k: number, rate: number): number => (isAllowed(programme, k, rate) ? rate : rates[k]!)
  const isKept = (k: number): boolean => keepsToday && Math.abs(rates[k]! - offered[k]!) * UNITS < 0.5
  const nearest = rates.map((rate, k) => (isKept(k) ? offered[k]! : allowed(k, Math.round(rate * UNITS) / UNITS)))
  const above = rates.map((rate, k) => allowed(k, Math.ceil(rate * UNITS - NEAR) / UNITS))
  const byWay = [...rates.keys()]
    .filter((k) => above[k]! > nearest[k]!)
    .sort((a, b) => above[a]! - rates[a]! - (above[b]! - rates[b]!))
  const raised = (count: number): Float64Array => {
    const table = Float64Array.from(nearest)
    for (const k of byWay.slice(0, count)) table[k] = above[k]!
    return ordered(programme, table)
  }
  const covers = (table: Float64Array): boolean => goals.every(({ at }) => at(table, cap).value >= -TOLERANCE)
  let [low, high] = [-1, byWay.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (covers(raised(middle))) high = middle
    else low = middle
  }
  const table = raised(high)
  return covers(table) && isWithin(programme, table) ? table : rates
}

/** Lifts worse grades to better ones, where they must not pay less. */
function ordered({ cells, settings }: Programme, rates: Float64Array): Float64Array {
  if (settings.monotone)
    for (const line of gradeLines(cells))
      for (const [i, worse] of line.slice(1).entries()) rates[worse] = Math.max(rates[worse]!, rates[line[i]!]!)
  return rates
}

/** Whether a rate of a cell is within the limits of single rates. */
const isAllowed = ({ limits, start }: Programme, k: number, rate: number): boolean =>
  limits.every(
    ({ cells, slopes, least }) =>
      cells.length !== 1 || cells[0] !== k || slopes[k]! * (rate - start[k]!) >= least - TOLERANCE,
  )

function isWithin({ limits, start }: Programme, rates: Float64Array): boolean {
  const x = rates.map((rate, k) => rate - start[k]!)
  return limits.every(({ slopes, least }) => along(slopes, x) >= least - TOLERANCE)
}
