/** The exact one-year answer for a book of equal loans in the one-factor Gaussian model, against which the simulation is held. */
import { binomialProbability } from '../binomial.ts'
import { normalCdf, normalDensity, normalQuantile } from '../normal.ts'
import type { Probability } from '../types.ts'
import { vasicekQuantile } from '../vasicek.ts'

/** Factors beyond ± this have a probability below 1e-18. */
const REACH = 9

/**
 * Distribution of the number of defaults.
 *
 *     P(K = k) = ∫ Binomial(k; N, p(x))·φ(x) dx,   p(x) = Φ( (G(pd) − √ρ·x) / √(1 − ρ) )
 *
 * By equidistant nodes, which converge faster than any power for such integrands; at half the width of the binomial's image in x the error is
 * below 1e-14.
 *
 * @param pd               default probability, in (0, 1)
 * @param assetCorrelation ρ, in [0, 1)
 * @param loans            N, whole, at least 1
 * @returns probabilities of 0, 1, …, N defaults (length N + 1)
 * @throws {RangeError} when an argument is outside its range or NaN
 * Tested against published rows and its own mean and variance in closed form.
 */
export function finiteBookDistribution(pd: Probability, assetCorrelation: number, loans: number): Float64Array {
  check('finiteBookDistribution', pd, assetCorrelation, loans)
  const threshold = normalQuantile(pd)
  const loading = Math.sqrt(assetCorrelation)
  const own = Math.sqrt(1 - assetCorrelation)
  // The binomial is narrowest in x where p(x) = ½: standard deviation √(π/2)·own/(loading·√N).
  const step = Math.min(0.25, (0.5 * Math.sqrt(Math.PI / 2) * own) / (loading * Math.sqrt(loans)))
  const probabilities = new Float64Array(loans + 1)
  const nodes = Math.ceil(REACH / step)
  for (let i = -nodes; i <= nodes; i++) {
    const z = (threshold - loading * i * step) / own
    addBinomial(probabilities, step * normalDensity(i * step), normalCdf(z), normalCdf(-z))
  }
  return probabilities
}

/**
 * Quantile of the number of defaults: the smallest k with P(K ≤ k) ≥ level.
 *
 * @param level in (0, 1), for instance .999
 * @throws {RangeError} when an argument is outside its range or NaN
 */
export function finiteBookQuantile(
  pd: Probability,
  assetCorrelation: number,
  loans: number,
  level: Probability,
): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`finiteBookQuantile: level must be in (0, 1), got ${level}`)
  const probabilities = finiteBookDistribution(pd, assetCorrelation, loans)
  let beyond = 0
  // Summed from the far end, where the small terms are.
  for (let k = loans; k > 0; k--) {
    beyond += probabilities[k]!
    if (beyond > 1 - level) return k
  }
  return 0
}

/**
 * Quantile of the default rate, from the limit plus the adjustment of order 1/N.
 *
 *     q∞ + 1/2N · [ q∞(1 − q∞)/φ(z)·(G(level)·√((1 − ρ)/ρ) − z) − (1 − 2q∞) ],   z = G(q∞)
 *
 * An approximation: good when N·q∞ is large, and not held within [0, 1] when it is small.
 *
 * @param assetCorrelation ρ, in (0, 1)
 * @returns default rate
 * @throws {RangeError} when an argument is outside its range or NaN
 * @see Gordy (2003), A risk-factor model foundation for ratings-based bank capital rules, Journal of Financial Intermediation 12, 199–232
 * Tested against published rows and the exact finite book.
 */
export function granularityAdjustedQuantile(
  pd: Probability,
  assetCorrelation: number,
  loans: number,
  level: Probability,
): number {
  check('granularityAdjustedQuantile', pd, assetCorrelation, loans)
  if (!(assetCorrelation > 0))
    throw new RangeError(`granularityAdjustedQuantile: assetCorrelation must be > 0, got ${assetCorrelation}`)
  const limit = vasicekQuantile(pd, assetCorrelation, level)
  const z = normalQuantile(limit)
  const slope = normalQuantile(level) * Math.sqrt((1 - assetCorrelation) / assetCorrelation) - z
  return limit + ((limit * (1 - limit) * slope) / normalDensity(z) - (1 - 2 * limit)) / (2 * loans)
}

/** Adds weight × Binomial(k; N, p) for every k, from the likeliest outwards while there is something to add. */
function addBinomial(probabilities: Float64Array, weight: number, p: number, q: number): void {
  const loans = probabilities.length - 1
  const mode = Math.min(loans, Math.floor((loans + 1) * p))
  const peak = weight * binomialProbability(mode, loans, p, q)
  probabilities[mode]! += peak
  const negligible = peak * 1e-20
  for (let k = mode, term = peak; k < loans && term > negligible; k++) {
    term *= ((loans - k) / (k + 1)) * (p / q)
    probabilities[k + 1]! += term
  }
  for (let k = mode, term = peak; k > 0 && term > negligible; k--) {
    term *= (k / (loans - k + 1)) * (q / p)
    probabilities[k - 1]! += term
  }
}

function check(caller: string, pd: Probability, assetCorrelation: number, loans: number): void {
  if (!(pd > 0 && pd < 1)) throw new RangeError(`${caller}: pd must be in (0, 1), got ${pd}`)
  if (!(assetCorrelation >= 0 && assetCorrelation < 1))
    throw new RangeError(`${caller}: assetCorrelation must be in [0, 1), got ${assetCorrelation}`)
  if (!(Number.isInteger(loans) && loans >= 1))
    throw new RangeError(`${caller}: loans must be a whole number >= 1, got ${loans}`)
}
