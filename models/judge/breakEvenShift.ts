import { VAT_EXEMPT_LPR_MULTIPLE, vatOnRate } from '../pricing/vat.ts'
import type { CostParameters } from '../schedule.ts'

/** What a parallel shift of rates acts on: balance-years at a rate. */
export interface ShiftedGroup {
  readonly rate: number
  readonly vatBand: number
}

/**
 * The smallest parallel shift δ of a set of rates at which something holds (the legal cap is left aside).
 *
 * Net of VAT every rate is a piecewise linear function of δ with a kink where it passes 1.5 × LPR; between two kinks surplus is
 * linear in δ on every path. It rises throughout, so the stretch is found by bisection, except under VAT method 1, where it
 * drops at a kink: there the stretches are tried from the left.
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
  const kinks = groups.filter((g) => g.vatBand === 1).map((g) => threshold - g.rate)
  const edges = [-LIMIT, ...kinks.filter((d) => Math.abs(d) < LIMIT).sort((a, b) => a - b), LIMIT].filter(
    (edge, i, all) => i === 0 || edge - all[i - 1]! > SAME,
  )
  const netOf = (rate: number, vatBand: number): number =>
    rate - vatOnRate(rate, vatBand, costs.lpr, costs.vatRate, costs.vatMethod)
  /** Net rates as lines in δ between two neighbouring edges, and their values at the right one as approached from the left. */
  const stretch = (low: number): { at: Float64Array; slope: Float64Array; end: Float64Array } => {
    const [from, to] = [edges[low]!, edges[low + 1]!]
    const [first, second] = [from + (to - from) / 3, from + (2 * (to - from)) / 3]
    const line = (): Float64Array => new Float64Array(groups.length)
    const [at, slope, end] = [line(), line(), line()]
    for (const [g, { rate, vatBand }] of groups.entries()) {
      const net = netOf(rate + first, vatBand)
      const rise = (netOf(rate + second, vatBand) - net) / (second - first)
      slope[g] = rise
      at[g] = net - rise * first
      end[g] = at[g] + rise * to
    }
    return { at, slope, end }
  }

  const last = edges.length - 2
  let low = 0
  if (costs.vatMethod === 1) {
    while (low < last && !holds(stretch(low).end)) low++
  } else {
    let high = last
    while (low < high) {
      const middle = (low + high) >> 1
      if (holds(stretch(middle).end)) high = middle
      else low = middle + 1
    }
  }
  const { at, slope, end } = stretch(low)
  if (!holds(end)) return null
  return Math.min(edges[low + 1]!, Math.max(edges[low]!, solve(at, slope)))
}

/** Why there is no such shift. */
export const NEVER = 'no parallel shift up to 100 percentage points is enough'

const LIMIT = 1
/** Kinks nearer than this are one: between them a slope could not be told from rounding. */
const SAME = 1e-11
