import { VAT_EXEMPT_LPR_MULTIPLE, vatOnRate } from '../pricing/vat.ts'
import type { CostParameters } from '../study.ts'

/** What a parallel shift of rates acts on: balance-years at a rate. */
export interface ShiftedGroup {
  readonly rate: number
  readonly vatBand: number
}

/**
 * The parallel shift δ of a set of rates from which on something holds (the legal cap is left aside).
 *
 * Net of VAT every rate is a piecewise linear function of δ with a kink where it passes 1.5 × LPR; between two kinks surplus is
 * linear in δ on every path. It rises throughout, so the shift is the smallest one, except under VAT method 1, where it drops at
 * a kink: there the stretch that bisection finds is taken.
 *
 * @param groups  rates and VAT bands
 * @param holds   whether it holds at net rates n_g = r_g + δ − vat(r_g + δ)
 * @param solve   the δ at which it first holds on a stretch where n_g = at_g + slope_g·δ, for the caller's own weights
 * @returns δ, decimal per year; null where it holds for no shift up to 100 percentage points
 */
export function breakEvenShift(
  groups: readonly ShiftedGroup[],
  costs: CostParameters,
  holds: (net: Float64Array) => boolean,
  solve: (at: Float64Array, slope: Float64Array) => number,
): number | null {
  const threshold = VAT_EXEMPT_LPR_MULTIPLE * costs.lpr
  const kinks = new Set(groups.filter((g) => g.vatBand === 1).map((g) => threshold - g.rate))
  const edges = [-LIMIT, ...[...kinks].filter((d) => Math.abs(d) < LIMIT).sort((a, b) => a - b), LIMIT]
  const netAt = (shift: number): Float64Array =>
    Float64Array.from(groups, ({ rate, vatBand }) => {
      const r = rate + shift
      return r - vatOnRate(r, vatBand, costs.lpr, costs.vatRate, costs.vatMethod)
    })
  if (!holds(netAt(LIMIT))) return null

  let low = 0
  let high = edges.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (holds(netAt(edges[middle]!))) high = middle
    else low = middle
  }
  const from = edges[low]!
  const to = edges[high]!
  const [first, second] = [from + (to - from) / 3, from + (2 * (to - from)) / 3]
  const [n1, n2] = [netAt(first), netAt(second)]
  const slope = n1.map((n, g) => (n2[g]! - n) / (second - first))
  const at = n1.map((n, g) => n - slope[g]! * first)
  return Math.min(to, Math.max(from, solve(at, slope)))
}

const LIMIT = 1
