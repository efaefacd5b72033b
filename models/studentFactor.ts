/** A global factor with Student's t distribution, scaled to variance 1: crises come more often than a normal factor has them. */
import { normalCdf, normalDensity, normalQuantile } from './normal.ts'
import { tQuantile } from './studentT.ts'
import type { Probability } from './types.ts'

/**
 * A sum Y = √v·T + √w·N of a scaled t variable T and an independent standard normal N: what decides a default when N holds the other
 * factors and the obligor's own fate.
 */
export interface StudentMixture {
  /** Variance v ≥ 0 of the t part. */
  readonly t: number
  /** Variance w ≥ 0 of the normal part; v + w > 0. */
  readonly normal: number
  /** Degrees of freedom ν > 2 of the t part. */
  readonly degreesOfFreedom: number
}

/**
 * Cumulative probability of {@link StudentMixture}.
 *
 *     P(Y ≤ y) = E Φ( y / √(v·(ν−2)/W + w) ),   W ~ χ²(ν)
 *
 * @param y any number; ±Infinity gives 0 and 1
 * @returns probability in [0, 1], relative error below 1e-13 down to 1e-12; for a small upper tail call it at −y
 * @throws {RangeError} when the mixture is outside its ranges or an argument is NaN
 * Tested against 30-digit values.
 */
export function studentMixtureCdf(y: number, mixture: StudentMixture): Probability {
  check('studentMixtureCdf', mixture)
  if (Number.isNaN(y)) throw new RangeError('studentMixtureCdf: y must be a number, got NaN')
  return cdf(y, mixture, mixingRule(mixture.degreesOfFreedom))
}

/**
 * Value below which a {@link StudentMixture} has probability p.
 *
 * @param p probability in [0, 1]; 0 gives −Infinity, 1 gives Infinity
 * @returns quantile, relative error below 1e-12 for tails down to 1e-12
 * @throws {RangeError} when an argument is outside its range or NaN
 * Tested against 30-digit values and as the inverse of {@link studentMixtureCdf}.
 */
export function studentMixtureQuantile(p: Probability, mixture: StudentMixture): number {
  check('studentMixtureQuantile', mixture)
  if (!(p >= 0 && p <= 1)) throw new RangeError(`studentMixtureQuantile: p must be in [0, 1], got ${p}`)
  const tail = Math.min(p, 1 - p)
  if (tail === 0 || tail === 0.5) return p === 0.5 ? 0 : p < 0.5 ? -Infinity : Infinity
  const distance = tailDistance(tail, mixture, mixingRule(mixture.degreesOfFreedom))
  return p < 0.5 ? -distance : distance
}

/**
 * The scaled t value with the cumulative probability that z has in the standard normal distribution: turns a stratified normal draw
 * into a stratified t draw.
 *
 *     √((ν−2)/ν) · t⁻¹( Φ(z) )
 *
 * @param z                any number
 * @param degreesOfFreedom ν > 2
 * @returns value on the scale of variance 1; rises with z and is odd in it
 * @throws {RangeError} when an argument is outside its range or NaN
 * Tested against SciPy.
 */
export function studentScore(z: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 2 && degreesOfFreedom < Infinity))
    throw new RangeError(`studentScore: degreesOfFreedom must be > 2, got ${degreesOfFreedom}`)
  if (Number.isNaN(z)) throw new RangeError('studentScore: z must be a number, got NaN')
  const score = Math.sqrt(1 - 2 / degreesOfFreedom) * -tQuantile(normalCdf(-Math.abs(z)), degreesOfFreedom)
  return z < 0 ? -score : score
}

/** Newton's method for ln P in the logarithm of the distance, where it is concave; the start is beyond the root for most mixtures. */
function tailDistance(tail: Probability, mixture: StudentMixture, rule: MixingRule): number {
  const { t, normal, degreesOfFreedom } = mixture
  const z = normalQuantile(tail)
  let distance = -Math.sqrt(normal) * z - Math.sqrt(t) * studentScore(z, degreesOfFreedom)
  let low = 0
  let high = Infinity
  for (let iteration = 0; iteration < 100; iteration++) {
    const probability = cdf(-distance, mixture, rule)
    const excess = Math.log(probability / tail)
    if (excess > 0) low = distance
    else high = distance
    const step = (excess * probability) / (distance * density(distance, mixture, rule))
    const next = distance * Math.exp(step)
    // Convergence is quadratic: the step after one this small would not change the last digit.
    if (Math.abs(step) < 1e-9) return next
    distance = next > low && next < high ? next : high < Infinity ? (low + high) / 2 : 2 * low
  }
  return distance
}

function cdf(y: number, { t, normal }: StudentMixture, { weights, scales }: MixingRule): number {
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * normalCdf(y / Math.sqrt(t * scales[i]! + normal))
  return sum
}

function density(y: number, { t, normal }: StudentMixture, { weights, scales }: MixingRule): number {
  let sum = 0
  for (let i = 0; i < weights.length; i++) {
    const deviation = Math.sqrt(t * scales[i]! + normal)
    sum += (weights[i]! / deviation) * normalDensity(y / deviation)
  }
  return sum
}

/** Nodes of the scaled t's variance (ν−2)/W, with weights that add up to 1. */
interface MixingRule {
  readonly weights: Float64Array
  readonly scales: Float64Array
}

const rules = new Map<number, MixingRule>()

/** Remembered, since a book asks for the same degrees of freedom again and again. */
function mixingRule(degreesOfFreedom: number): MixingRule {
  const known = rules.get(degreesOfFreedom) ?? buildRule(degreesOfFreedom)
  rules.set(degreesOfFreedom, known)
  return known
}

/** What a tail of 1e-12 still needs, times double precision: e^−66. */
const NEGLIGIBLE = 66

/**
 * Equidistant nodes of u = ln(W/ν), whose density is in proportion to exp(ν/2·(u − eᵘ)): it has no singularity within π/2 of the real
 * line, so equal weights converge exponentially.
 */
function buildRule(degreesOfFreedom: number): MixingRule {
  const shape = degreesOfFreedom / 2
  const step = Math.min(0.2, 0.6 / Math.sqrt(shape))
  const exponent = (u: number): number => shape * (u - Math.expm1(u))
  const us = [0]
  for (let u = step; exponent(u) > -NEGLIGIBLE; u += step) us.push(u)
  for (let u = -step; exponent(u) > -NEGLIGIBLE; u -= step) us.unshift(u)
  const densities = us.map((u) => Math.exp(exponent(u)))
  const sum = densities.reduce((a, b) => a + b, 0)
  return {
    weights: Float64Array.from(densities, (d) => d / sum),
    scales: Float64Array.from(us, (u) => (1 - 2 / degreesOfFreedom) * Math.exp(-u)),
  }
}

function check(caller: string, { t, normal, degreesOfFreedom }: StudentMixture): void {
  if (!(t >= 0 && t < Infinity)) throw new RangeError(`${caller}: t must be >= 0, got ${t}`)
  if (!(normal >= 0 && normal < Infinity)) throw new RangeError(`${caller}: normal must be >= 0, got ${normal}`)
  if (!(t + normal > 0)) throw new RangeError(`${caller}: t and normal must not both be 0`)
  if (!(degreesOfFreedom > 2 && degreesOfFreedom < Infinity))
    throw new RangeError(`${caller}: degreesOfFreedom must be > 2, got ${degreesOfFreedom}`)
}
