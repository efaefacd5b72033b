import { along } from './row.ts'
import type { Row } from './row.ts'

/**
 * How far a point is from satisfying the Karush–Kuhn–Tucker conditions of: minimise ½·Σ w·x² subject to rows. The largest of
 *
 *     stationarity     |w_k·x_k − Σ_i λ_i·slopes_ik|   ÷ the largest w_k·|x_k|
 *     feasibility      (least_i − Σ_k slopes_ik·x_k)⁺  ÷ (the largest |x_k|, times the row's largest slope)
 *     complementarity  |λ_i·(Σ_k slopes_ik·x_k − least_i)|  ÷ Σ w·x²
 *     sign             (−λ_i)⁺                         ÷ the largest |λ|
 *
 * each without a unit. At 0 it is 0 when 0 meets the rows, and else without a scale: Infinity.
 */
export function kktResidual(
  weights: Float64Array,
  x: Float64Array,
  rows: readonly Row[],
  multipliers: Float64Array,
): number {
  const slack = Float64Array.from(rows, ({ slopes, least }) => along(slopes, x) - least)
  const largest = biggest(x)
  if (largest === 0) return slack.every((s) => s >= 0) ? 0 : Infinity
  const gradient = weights.map((w, k) => w * x[k]!)
  const pull = new Float64Array(x.length)
  for (const [i, { slopes }] of rows.entries())
    for (let k = 0; k < pull.length; k++) pull[k]! += multipliers[i]! * slopes[k]!
  const square = gradient.reduce((sum, g, k) => sum + g * x[k]!, 0)
  return Math.max(
    biggest(gradient.map((g, k) => g - pull[k]!)) / biggest(gradient),
    ...rows.map(({ slopes }, i) => Math.max(0, -slack[i]!) / (largest * biggest(slopes))),
    biggest(slack.map((s, i) => s * multipliers[i]!)) / square,
    Math.max(0, -Math.min(...multipliers)) / (biggest(multipliers) || 1),
  )
}

const biggest = (values: Float64Array): number => values.reduce((most, v) => Math.max(most, Math.abs(v)), 0)
