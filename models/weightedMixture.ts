import type { Distribution } from './distribution.ts'
import { FAR, farCdf, mixtureTail, spreads } from './mixtureTail.ts'
import { normalDensity } from './normal.ts'
import { replicateMeansOf } from './replicates.ts'
import { root } from './root.ts'
import type { Probability } from './types.ts'
import { checkWeights } from './weightedSample.ts'

/**
 * A mixture of normal distributions from paths drawn under another law, each with its likelihood ratio w: an importance sample in
 * fidelity `clt`. Right in the upper tail that the paths were drawn for, and nowhere else.
 *
 *     P(X > x) = mean of w·Φ(−d),   E[(X − x)⁺] = mean of w·σ·(φ(d) − d·Φ(−d)),   d = (x − μ)/σ
 *
 * @param means      one entry a path
 * @param variances  one entry a path, at least 0 and not all 0
 * @param weights    likelihood ratio of each path, at least 0, with mean 1 in expectation
 * @throws {RangeError} when an entry is missing, NaN or negative, or all variances are 0
 * Tested against the plain mixture at weights of 1, and against a normal distribution sampled under a shifted mean.
 */
export function weightedMixture(
  means: Float64Array,
  variances: Float64Array,
  weights: Float64Array,
  replicates: number,
): Distribution {
  const paths = means.length
  checkWeights('weightedMixture', weights, paths)
  const sds = spreads(means, variances)
  const distance = (x: number, p: number): number => (x - means[p]!) / sds[p]!
  const beyond = (x: number): number => {
    let sum = 0
    for (let p = 0; p < paths; p++) sum += weights[p]! * farCdf(-distance(x, p))
    return sum / paths
  }
  const quantile = (level: Probability): number => {
    let [low, high] = [Infinity, -Infinity]
    for (let p = 0; p < paths; p++) {
      low = Math.min(low, means[p]! - FAR * sds[p]!)
      high = Math.max(high, means[p]! + FAR * sds[p]!)
    }
    return root((x) => 1 - level - beyond(x), low, high)
  }
  return {
    paths,
    replicates,
    hiddenError: 0,
    quantile,
    pathsBeyond: (level) => {
      const q = quantile(level)
      return means.reduce((count, mean) => (mean > q ? count + 1 : count), 0)
    },
    beyond: (x) => replicateMeansOf((p) => weights[p]! * farCdf(-distance(x, p)), paths, replicates),
    excess: (x) =>
      replicateMeansOf(
        (p) => {
          const d = distance(x, p)
          return weights[p]! * sds[p]! * (normalDensity(d) - d * farCdf(-d))
        },
        paths,
        replicates,
      ),
    tail: (level) => mixtureTail(means, sds, (p) => weights[p]!, quantile(level), level),
  } // prettier-ignore
}
