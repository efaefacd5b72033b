import type { PathSum, Tail } from './distribution.ts'
import type { Probability } from './types.ts'

/** Paths on either side of a quantile, as a share of those beyond it, that say what things are like there. */
const NEIGHBOURHOOD = 0.25

/**
 * The worst 1 − level of paths whose values are known: those above the quantile in whole, those at it in such a part that the
 * weights add up to (1 − level) × paths. What things are like at the quantile is told by its neighbours in rank.
 *
 * @param weight  weight of each path, 1 in a plain sample
 * @param beyond  paths above the quantile
 * @param ranked  value of a rank, counted from the worst, 0; the quantile is at `beyond`
 */
export function sampleTail(
  values: Float64Array,
  weight: (path: number) => number,
  level: Probability,
  beyond: number,
  ranked: (rank: number) => number,
): Tail {
  const q = ranked(beyond)
  const around = Math.max(1, Math.round(NEIGHBOURHOOD * beyond))
  const low = ranked(Math.min(values.length - 1, beyond + around))
  const high = ranked(Math.max(0, beyond - around))
  const worst = pathsWhere(values, (x) => x >= q)
  const near = pathsWhere(values, (x) => x >= low && x <= high)
  const total = (paths: Int32Array, counts: (x: number) => boolean): number =>
    paths.reduce((sum, p) => sum + (counts(values[p]!) ? weight(p) : 0), 0)
  const at = total(worst, (x) => x === q)
  const share = at > 0 ? ((1 - level) * values.length - total(worst, (x) => x > q)) / at : 0
  const nearby = total(near, () => true)
  return {
    level,
    worst: sumOver(worst, (p) => weight(p) * (values[p]! > q ? 1 : share)),
    atQuantile: sumOver(near, (p) => (nearby > 0 ? weight(p) / nearby : 0)),
  }
}

const pathsWhere = (values: Float64Array, holds: (x: number) => boolean): Int32Array =>
  Int32Array.from(values.keys()).filter((p) => holds(values[p]!))

const sumOver = (paths: Int32Array, weight: (path: number) => number): PathSum => ({
  paths,
  mean: Float64Array.from(paths, weight),
  covariance: null,
})
