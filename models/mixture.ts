import type { Distribution, Tail } from './distribution.ts'
import { normalCdf, normalDensity, normalQuantile } from './normal.ts'
import { replicateMeansOf } from './replicates.ts'
import { root } from './root.ts'
import type { Probability } from './types.ts'

/** Standard deviations beyond which a path has nothing that a double could show. */
const FAR = 9
/** Least spread of a path, as a share of the largest mean or spread: then no value has a probability of its own. */
const LEAST = 1e-12

/**
 * A mixture of normal distributions with equal weights: every path is normal round its mean (fidelity `clt`).
 *
 *     F(x) = mean of Φ(d),   E[(X − x)⁺] = mean of σ·(φ(d) − d·Φ(−d)),   d = (x − μ)/σ
 *
 * @param means      one entry a path
 * @param variances  one entry a path, at least 0 and not all 0
 * @throws {RangeError} when a mean or a variance is NaN, a variance negative, or all are 0
 * Tested against direct draws, and against the normal distribution's closed forms.
 */
export function mixture(means: Float64Array, variances: Float64Array, replicates: number): Distribution {
  const paths = means.length
  const sds = spreads(means, variances)
  const distance = (x: number, p: number): number => (x - means[p]!) / sds[p]!
  const cdf = (x: number): number => {
    let sum = 0
    for (let p = 0; p < paths; p++) sum += farCdf(distance(x, p))
    return sum / paths
  }
  /** Every path has at most, and at least, the level below the two ends of the bracket. */
  const quantile = (level: Probability): number => {
    const z = normalQuantile(level)
    let [low, high] = [Infinity, -Infinity]
    for (let p = 0; p < paths; p++) {
      const x = means[p]! + z * sds[p]!
      low = Math.min(low, x)
      high = Math.max(high, x)
    }
    return root((x) => cdf(x) - level, low, high)
  }
  return {
    paths,
    replicates,
    quantile,
    pathsBeyond: (level) => Math.floor((level < 0.5 ? level : 1 - level) * paths * (1 + 1e-12)),
    beyond: (x) => replicateMeansOf((p) => farCdf(-distance(x, p)), paths, replicates),
    excess: (x) =>
      replicateMeansOf(
        (p) => {
          const d = distance(x, p)
          return sds[p]! * (normalDensity(d) - d * farCdf(-d))
        },
        paths,
        replicates,
      ),
    tail: (level) => mixtureTail(means, sds, quantile(level), level),
  } // prettier-ignore
}

/**
 * For Y normal with X on a path, E[Y·1{X > q}] = E Y·Φ(−d) + Cov(Y, X)·φ(d)/σ and E[Y | X = q] = E Y + Cov(Y, X)·d/σ; given X = q a path
 * has the weight φ(d)/σ.
 */
function mixtureTail(means: Float64Array, sds: Float64Array, q: number, level: Probability): Tail {
  const distance = (p: number): number => (q - means[p]!) / sds[p]!
  const worst = Int32Array.from(means.keys()).filter((p) => distance(p) < FAR)
  const near = worst.filter((p) => distance(p) > -FAR)
  const density = Float64Array.from(near, (p) => normalDensity(distance(p)) / sds[p]!)
  const total = density.reduce((a, b) => a + b, 0)
  const weights = total > 0 ? density.map((g) => g / total) : density
  return {
    level,
    worst: {
      paths: worst,
      mean: Float64Array.from(worst, (p) => farCdf(-distance(p))),
      covariance: Float64Array.from(worst, (p) => normalDensity(distance(p)) / sds[p]!),
    },
    atQuantile: {
      paths: near,
      mean: weights,
      covariance: Float64Array.from(near, (p, i) => (weights[i]! * distance(p)) / sds[p]!),
    },
  }
}

function spreads(means: Float64Array, variances: Float64Array): Float64Array {
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
const farCdf = (d: number): number => (d < -FAR ? 0 : d > FAR ? 1 : normalCdf(d))
