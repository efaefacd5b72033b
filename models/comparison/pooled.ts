import type { PairedDifference, Pooled } from '../result.ts'
import { tQuantile } from '../studentT.ts'
import type { Probability } from '../types.ts'
import type { Figure } from './figureOf.ts'
import { twoWayDegrees, twoWayVariance } from './twoWayError.ts'

/** Mean over populations, with the errors of the simulation and between populations. */
export const pooled = ({ values, replicates, hidden }: Figure): Pooled => ({
  value: mean(values),
  standardError: Math.sqrt(twoWayVariance(replicates) + mean(hidden) ** 2),
})

/**
 * Difference of two strategies in the same populations, on the same paths. What the replicates of either do not show of its error counts in
 * full, as if it were the same in all populations and nothing of it common to the two.
 */
export function difference(one: Figure, other: Figure, confidence: Probability): PairedDifference {
  const pairs = one.replicates.map((own, p) => own.map((value, r) => value - other.replicates[p]![r]!))
  const value = mean(one.values.map((own, p) => own - other.values[p]!))
  const variance = twoWayVariance(pairs) + mean(one.hidden) ** 2 + mean(other.hidden) ** 2
  const standardError = Math.sqrt(variance)
  const margin = tQuantile((1 + confidence) / 2, twoWayDegrees(pairs)) * standardError
  return {
    value,
    standardError,
    interval: [value - margin, value + margin],
    unpairedStandardError: Math.hypot(pooled(one).standardError!, pooled(other).standardError!),
  }
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length
