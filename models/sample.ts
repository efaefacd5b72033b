import type { Distribution } from './distribution.ts'
import { replicateMeansOf } from './replicates.ts'
import { sampleTail } from './sampleTail.ts'
import type { Probability } from './types.ts'

/**
 * The empirical distribution of a figure: sorted once, however many quantiles are asked for.
 *
 * A figure that follows the stratified direction has nearly the same share beyond any x in every replicate: all but the stratum that x
 * cuts, which falls on either side (standard deviation at most ½ path a replicate).
 *
 * @param values  one entry a path, in path order; left as they are
 */
export function sample(values: Float64Array, replicates: number): Distribution {
  const paths = values.length
  const sorted = Float64Array.from(values).sort()
  return {
    paths,
    replicates,
    hiddenError: paths > replicates ? Math.sqrt(replicates) / (2 * paths) : 0,
    quantile: (level) => sampleQuantile(sorted, level),
    pathsBeyond: (level) => (level < 0.5 ? rank(level, paths) - 1 : paths - rank(level, paths)),
    beyond: (x) => replicateMeansOf((p) => (values[p]! > x ? 1 : 0), paths, replicates),
    excess: (x) => replicateMeansOf((p) => Math.max(0, values[p]! - x), paths, replicates),
    tail: (level) =>
      sampleTail(values, () => 1, level, paths - rank(level, paths), (worst) => sorted[paths - 1 - worst]!), // prettier-ignore
  }
}

/**
 * Smallest value x with F̂(x) ≥ level.
 *
 * @param sorted rising values, at least one
 * @param level  in (0, 1]
 */
export const sampleQuantile = (sorted: Float64Array, level: Probability): number =>
  sorted[rank(level, sorted.length) - 1]!

/** Smallest k ≥ 1 with k/n ≥ level, compared as rounded quotients: 9,900 of 10,000 is .99. */
function rank(level: Probability, n: number): number {
  const k = Math.max(1, Math.ceil(level * n))
  return k > 1 && (k - 1) / n >= level ? k - 1 : k / n >= level ? k : k + 1
}
