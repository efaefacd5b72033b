/**
 * The link of LGD to the global factor (MODEL §6), as a linear map of the unlinked LGD: lgd' = c + d·lgd, which keeps it in [0, 1] and
 * moves its mean to μ(Z).
 *
 *     logit μ(Z) = logit μ₀ − λ·Z,   μ₀ such that the mean of μ(Z) over defaults is the stated mean
 */
export interface LgdLink {
  /** λ > 0. */
  readonly strength: number
  readonly years: number
  /** logit μ₀ and the stated mean: (severity × year) × 2; NaN for severities that no loan has. */
  readonly roots: Float64Array
}
