/** How far the law of large numbers carries in a book of loans (MODEL §8). */
import type { OutcomeCube } from './cube.ts'
import { replicateMeansOf } from './replicates.ts'
import { meanWithError } from './standardErrors.ts'
import type { Probability } from './types.ts'
import { vasicekStandardDeviation } from './vasicek.ts'

/** Share of the systematic variance at which the diversifiable one counts as gone. */
const GONE = 0.1
/** A systematic part smaller than this share of the other is rounding. */
const ROUNDING = 1e-9

/** Standard deviations of a loss rate: what the economy causes, and what more loans would take away. */
export interface LossVolatility {
  readonly systematic: number
  readonly diversifiable: number
}

/** The same with its Monte Carlo errors. */
export interface EstimatedVolatility extends LossVolatility {
  readonly standardErrors: LossVolatility
}

/**
 * The two parts of the volatility of a book's loss rate (÷ opening exposure, over the horizon) from its conditional means and variances.
 *
 *     Var L = Var E[L | factors] + E Var[L | factors]
 *
 * @param cube  of fidelity `clt`
 * @returns the parts with their standard errors, from replicate means by the delta method
 * @throws {RangeError} when the cube holds no conditional variances
 */
export function lossVolatility({ paths, replicates, loss, spread, openingExposure }: OutcomeCube): EstimatedVolatility {
  if (!spread) throw new RangeError('lossVolatility: the cube must hold conditional variances (fidelity clt)')
  const mean = loss.reduce((a, b) => a + b, 0) / paths
  const part = (variance: (path: number) => number): { value: number; standardError: number } => {
    const estimate = meanWithError(replicateMeansOf(variance, paths, replicates), CONFIDENCE)
    const value = Math.sqrt(estimate.value)
    const standardError = value > 0 ? estimate.standardError / (2 * value) : 0
    return { value: value / openingExposure, standardError: standardError / openingExposure }
  }
  const diversifiable = part((p) => spread.lossVariance[p]!)
  const between = part((p) => (loss[p]! - mean) ** 2)
  const systematic = between.value > ROUNDING * diversifiable.value ? between : { value: 0, standardError: 0 }
  return {
    systematic: systematic.value,
    diversifiable: diversifiable.value,
    standardErrors: { systematic: systematic.standardError, diversifiable: diversifiable.standardError },
  }
}

/** Of intervals that are not used. */
const CONFIDENCE = 0.95

/**
 * Loans of the kind that has this volatility at which the diversifiable variance, which falls as 1/N, is a tenth of the systematic one.
 *
 *     N* = N · diversifiable² / (0.1 · systematic²)
 *
 * @param loans  N of the book
 * @returns a number of loans, not rounded; null where nothing is systematic
 */
export const minimumLoans = (loans: number, { systematic, diversifiable }: LossVolatility): number | null =>
  systematic > 0 ? (loans * diversifiable ** 2) / (GONE * systematic ** 2) : null

/** Standard error of {@link minimumLoans}, by the delta method; 0 where there is none. */
export function minimumLoansError(loans: number, volatility: EstimatedVolatility): number {
  const { systematic, diversifiable, standardErrors } = volatility
  const value = minimumLoans(loans, volatility)
  if (value === null || value === 0) return 0
  return 2 * value * Math.hypot(standardErrors.systematic / systematic, standardErrors.diversifiable / diversifiable)
}

/**
 * The volatility of the default rate of N equal loans under one normal factor.
 *
 *     systematic² = Φ₂(G(p), G(p); ρ) − p²,   diversifiable² = (p(1−p) − systematic²) / N
 *
 * @param pd               p, in (0, 1)
 * @param assetCorrelation ρ, in [0, 1)
 * @param loans            N ≥ 1; where loans differ in size, the effective number 1 ÷ Σ share²
 * @throws {RangeError} when an argument is outside its range or NaN
 * Tested against the exact distribution of a finite book.
 */
export function equalLoansVolatility(pd: Probability, assetCorrelation: number, loans: number): LossVolatility {
  if (!(loans >= 1 && loans < Infinity)) throw new RangeError(`equalLoansVolatility: loans must be >= 1, got ${loans}`)
  const systematic = vasicekStandardDeviation(pd, assetCorrelation)
  return { systematic, diversifiable: Math.sqrt((pd * (1 - pd) - systematic ** 2) / loans) }
}

/**
 * Standard deviation of the default rate of N equal loans; arguments as {@link equalLoansVolatility}.
 *
 *     SD²(N) = SD²(∞) + (p(1−p) − SD²(∞)) / N
 */
export function equalLoansStandardDeviation(pd: Probability, assetCorrelation: number, loans: number): number {
  const { systematic, diversifiable } = equalLoansVolatility(pd, assetCorrelation, loans)
  return Math.hypot(systematic, diversifiable)
}
