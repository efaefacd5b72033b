import type { Distribution } from './distribution.ts'
import { farCdf, mixtureTail, spreads } from './mixtureTail.ts'
import { normalDensity, normalQuantile } from './normal.ts'
import { replicateMeansOf } from './replicates.ts'
import { root } from './root.ts'
import type { Probability } from './types.ts'

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
    hiddenError: 0,
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
    tail: (level) => mixtureTail(means, sds, () => 1, quantile(level), level),
  } // prettier-ignore
}
