import type { Tail } from './distribution.ts'
import { normalCdf, normalDensity } from './normal.ts'
import type { Probability } from './types.ts'

/** Standard deviations beyond which a path has nothing that a double could show. */
export const FAR = 9
/** Least spread of a path, as a share of the largest mean or spread: then no value has a probability of its own. */
const LEAST = 1e-12

/**
 * The worst 1 − level of paths that are normal distributions round their means, each with a weight.
 *
 * For Y normal with X on a path, E[Y·1{X > q}] = E Y·Φ(−d) + Cov(Y, X)·φ(d)/σ and E[Y | X = q] = E Y + Cov(Y, X)·d/σ; given X = q a path
 * has the weight φ(d)/σ.
 *
 * @param weight  weight of each path, 1 in a plain sample
 * @param q       the quantile of the level
 */
export function mixtureTail(
  means: Float64Array,
  sds: Float64Array,
  weight: (path: number) => number,
  q: number,
  level: Probability,
): Tail {
  const distance = (p: number): number => (q - means[p]!) / sds[p]!
  const worst = Int32Array.from(means.keys()).filter((p) => distance(p) < FAR)
  const near = worst.filter((p) => distance(p) > -FAR)
  const density = Float64Array.from(near, (p) => (weight(p) * normalDensity(distance(p))) / sds[p]!)
  const total = density.reduce((a, b) => a + b, 0)
  const weights = total > 0 ? density.map((g) => g / total) : density
  return {
    level,
    worst: {
      paths: worst,
      mean: Float64Array.from(worst, (p) => weight(p) * farCdf(-distance(p))),
      covariance: Float64Array.from(worst, (p) => (weight(p) * normalDensity(distance(p))) / sds[p]!),
    },
    atQuantile: {
      paths: near,
      mean: weights,
      covariance: Float64Array.from(near, (p, i) => (weights[i]! * distance(p)) / sds[p]!),
    },
  }
}

/** Standard deviations of paths, none quite 0. @throws {RangeError} as {@link mixture} says */
export function spreads(means: Float64Array, variances: Float64Array): Float64Array {
  let scale = 0
  let widest = 0
  for (const [p, variance] of variances.entries()) {
    if (!(variance >= 0)) throw new RangeError(`mixture: variances[${p}] must be >= 0, got ${variance}`)
    if (Number.isNaN(means[p])) throw new RangeError(`mixture: means[${p}] must be a number, got NaN`)
    scale = Math.max(scale, Math.abs(means[p]!))
    widest = Math.max(widest, Math.sqrt(variance))
  }
  if (!(widest > 0)) throw new RangeError('mixture: the variances must not all be 0')
  const least = LEAST * Math.max(scale, widest)
  return variances.map((variance) => Math.max(least, Math.sqrt(variance)))
}

/** Φ(d), without a call where it is 0 or 1 to the last bit that counts. */
export const farCdf = (d: number): number => (d < -FAR ? 0 : d > FAR ? 1 : normalCdf(d))
