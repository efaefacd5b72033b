import type { Estimate, Unavailable } from './standardErrors.ts'
import { expectedShortfallOf, meanWithError, quantileOf, scarcity } from './standardErrors.ts'
import { tailPart } from './tailPart.ts'
import type { PathValue } from './tailPart.ts'
import type { Probability } from './types.ts'
import { weightedMixture } from './weightedMixture.ts'
import { weightedSample } from './weightedSample.ts'

/** Loss of each path of an importance sample, with its likelihood ratio. */
export interface ImportanceSample {
  /** One entry a path: its loss, or the mean of it given the factors. */
  readonly losses: Float64Array
  /** Variance given the factors, by path; null where every path is one outcome. */
  readonly variances: Float64Array | null
  /** Density of the path's factors under the model ÷ under the law they were drawn from. */
  readonly weights: Float64Array
  readonly replicates: number
}

/** A part of the loss, path by path, and its covariance with the loss given the factors; 0 where every path is one outcome. */
export interface ImportancePart {
  readonly loss: PathValue
  readonly covariance: PathValue
}

/** The far tail of a loss, with errors. */
export interface ImportanceTail {
  readonly valueAtRisk: Estimate | Unavailable
  readonly expectedShortfall: Estimate | Unavailable
  /** Parts in the expected shortfall, in the order given; null where that cannot be had. */
  readonly parts: readonly Estimate[] | null
}

/**
 * Value at risk, expected shortfall and its parts from an importance sample.
 *
 *     VaR = smallest x with mean of w·1{L > x} ≤ 1 − level,   ES = VaR + mean of w·(L − VaR)⁺ / (1 − level)
 *
 * @param level       for instance .999
 * @param parts       that add up to the loss, such as the loss of each cell
 * @param confidence  level of the intervals
 * @throws {RangeError} as {@link weightedSample} and {@link weightedMixture}
 * Tested against a normal distribution sampled under a shifted mean, and against the plain sample at weights of 1.
 */
export function importanceTail(
  { losses, variances, weights, replicates }: ImportanceSample,
  level: Probability,
  parts: readonly ImportancePart[],
  confidence: Probability,
): ImportanceTail {
  const distribution = variances
    ? weightedMixture(losses, variances, weights, replicates)
    : weightedSample(losses, weights, replicates)
  const tail = scarcity(distribution, level) ? null : distribution.tail(level)
  return {
    valueAtRisk: quantileOf(distribution, level, confidence),
    expectedShortfall: expectedShortfallOf(distribution, level, confidence),
    parts:
      tail &&
      parts.map(({ loss, covariance }) => meanWithError(tailPart(distribution, tail, loss, covariance), confidence)),
  }
}
