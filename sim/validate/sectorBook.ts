import { binomialProbability } from '../../models/binomial.ts'
import { normalCdf, normalDensity } from '../../models/normal.ts'

/** Equal loans in sectors: what moves them is a·G + b·S + √(1 − a² − b²)·ε, G global, S the sector's own factor. */
export interface SectorBook {
  readonly sectors: readonly { readonly loans: number; readonly pd: number }[]
  /** a. */
  readonly globalLoading: number
  /** b. */
  readonly sectorLoading: number
  /** Of G as Student's t, scaled to variance 1; null is normal. */
  readonly degreesOfFreedom: number | null
}

/** Points and weights of an average over a factor; the weights add up to 1. */
interface Rule {
  readonly points: readonly number[]
  readonly weights: readonly number[]
}

/**
 * Distribution of the number of defaults, by quadrature over the global factor and, inside, over each sector's own.
 *
 *     P(K = k) = E_G [ convolution over sectors of E_S Binomial(·; N, p(G, S)) ]
 *
 * Nothing of the engine's is used: the thresholds too come from the quadrature.
 *
 * @returns probabilities of 0, 1, … defaults
 */
export function sectorBookDefaults({
  sectors,
  globalLoading,
  sectorLoading,
  degreesOfFreedom,
}: SectorBook): Float64Array {
  const global = degreesOfFreedom === null ? normalRule() : studentRule(degreesOfFreedom)
  const own = sectorLoading === 0 ? { points: [0], weights: [1] } : normalRule()
  const fate = Math.sqrt(1 - globalLoading ** 2 - sectorLoading ** 2)
  const thresholds = sectors.map(({ pd }) => thresholdOf(pd, globalLoading, global))
  const total = new Float64Array(sectors.reduce((sum, { loans }) => sum + loans, 1))
  for (const [i, g] of global.points.entries()) {
    let given: Float64Array = Float64Array.of(1)
    for (const [s, { loans }] of sectors.entries()) {
      const above = thresholds[s]! - globalLoading * g
      given = convolve(
        given,
        mixedBinomial(loans, own, (f) => (above - sectorLoading * f) / fate),
      )
    }
    for (const [k, p] of given.entries()) total[k]! += global.weights[i]! * p
  }
  return total
}

/** Average of Binomial(·; loans, Φ(z)) over a factor. */
function mixedBinomial(loans: number, rule: Rule, z: (point: number) => number): Float64Array {
  const mixed = new Float64Array(loans + 1)
  for (const [i, point] of rule.points.entries()) {
    const p = normalCdf(z(point))
    const q = normalCdf(-z(point))
    for (let k = 0; k <= loans; k++) mixed[k]! += rule.weights[i]! * binomialProbability(k, loans, p, q)
  }
  return mixed
}

/** Where a default's threshold lies, by bisection of its mean over the global factor; what is not global is normal. */
function thresholdOf(pd: number, globalLoading: number, { points, weights }: Rule): number {
  const rest = Math.sqrt(1 - globalLoading ** 2)
  const mean = (c: number): number =>
    points.reduce((sum, g, i) => sum + weights[i]! * normalCdf((c - globalLoading * g) / rest), 0)
  let [low, high] = [-20, 20]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (mean(middle) < pd) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Equidistant: for smooth functions of a normal variable this converges faster than any power. */
function normalRule(): Rule {
  const points = Array.from({ length: 81 }, (_, i) => (i - 40) / 5)
  return { points, weights: points.map((x) => 0.2 * normalDensity(x)) }
}

/** Equidistant in v, G = sinh v, so that far tails need few points. */
function studentRule(degreesOfFreedom: number): Rule {
  const vs = Array.from({ length: 201 }, (_, i) => (i - 100) / 10)
  const densities = vs.map(
    (v) => Math.cosh(v) * (1 + Math.sinh(v) ** 2 / (degreesOfFreedom - 2)) ** (-(degreesOfFreedom + 1) / 2),
  )
  const sum = densities.reduce((a, b) => a + b)
  return { points: vs.map(Math.sinh), weights: densities.map((d) => d / sum) }
}

function convolve(a: Float64Array, b: Float64Array): Float64Array {
  const sum = new Float64Array(a.length + b.length - 1)
  for (const [i, x] of a.entries()) for (const [j, y] of b.entries()) sum[i + j]! += x * y
  return sum
}
