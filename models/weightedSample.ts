import type { Distribution } from './distribution.ts'
import { replicateMeansOf } from './replicates.ts'
import { sampleTail } from './sampleTail.ts'
import type { Probability } from './types.ts'

/**
 * The distribution of a figure from paths drawn under another law, each with its likelihood ratio w (importance sampling).
 *
 *     P(X > x) = mean of w·1{X > x},   quantile = smallest x with P(X > x) ≤ 1 − level
 *
 * The weights are not made to add up, since the tail needs only its own: right in the upper tail that the paths were drawn for,
 * and nowhere else.
 *
 * @param values   one entry a path
 * @param weights  likelihood ratio of each path, at least 0, with mean 1 in expectation
 * @throws {RangeError} when there is not one weight a path, or one is negative or NaN
 * @see Glasserman, Kang & Shahabuddin (2008), Fast simulation of multifactor portfolio credit risk, Operations Research 56, 1200–1217
 */
export function weightedSample(values: Float64Array, weights: Float64Array, replicates: number): Distribution {
  const paths = values.length
  checkWeights('weightedSample', weights, paths)
  const worstFirst = Int32Array.from(values.keys()).sort((a, b) => values[b]! - values[a]! || a - b)
  const ranked = (rank: number): number => values[worstFirst[rank]!]!
  /** Rank, from the worst, at which the weight allowed beyond a level is passed. */
  const rankOf = (level: Probability): number => {
    const allowed = (1 - level) * paths * (1 + 1e-12)
    let weight = 0
    for (let rank = 0; rank < paths; rank++) {
      weight += weights[worstFirst[rank]!]!
      if (weight > allowed) return rank
    }
    return paths - 1
  }
  return {
    paths,
    replicates,
    hiddenError: 0,
    quantile: (level) => ranked(rankOf(level)),
    pathsBeyond: rankOf,
    beyond: (x) => replicateMeansOf((p) => (values[p]! > x ? weights[p]! : 0), paths, replicates),
    excess: (x) => replicateMeansOf((p) => weights[p]! * Math.max(0, values[p]! - x), paths, replicates),
    tail: (level) => sampleTail(values, (p) => weights[p]!, level, rankOf(level), ranked),
  }
}

/** @throws {RangeError} when there is not one weight a path, or one is negative or NaN */
export function checkWeights(caller: string, weights: Float64Array, paths: number): void {
  if (weights.length !== paths)
    throw new RangeError(`${caller}: weights must have one entry for each of ${paths} paths, got ${weights.length}`)
  const wrong = weights.findIndex((w) => !(w >= 0 && w < Infinity))
  if (wrong >= 0) throw new RangeError(`${caller}: weights[${wrong}] must be >= 0 and finite, got ${weights[wrong]}`)
}
