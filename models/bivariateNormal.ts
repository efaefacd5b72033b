import { normalCdf } from './normal.ts'
import { integrate } from './quadrature.ts'
import type { Probability } from './types.ts'

/** Beyond this the normal distribution holds nothing that a double could show. */
const FAR = 40

/**
 * Probability that two correlated standard normal variables both stay below given values.
 *
 *     Φ₂(x, y; ρ) = Φ(x)·Φ(y) + Cov(1{X ≤ x}, 1{Y ≤ y})
 *
 * @param x   any number, infinities included
 * @param y   any number, infinities included
 * @param rho correlation, in [−1, 1]
 * @returns probability in [0, 1], absolute error below 1e-14
 * @throws {RangeError} when rho is outside its range or an argument is NaN
 * Tested against 50-digit values.
 */
export function bivariateNormalCdf(x: number, y: number, rho: number): Probability {
  return normalCdf(x) * normalCdf(y) + indicatorCovariance(x, y, rho)
}

/**
 * Covariance of the indicators of X ≤ x and Y ≤ y: for x = y = G(pd) the covariance of two obligors' defaults.
 *
 *     1/2π · ∫₀^(arcsin ρ) exp( −(x² + y² − 2xy·sin θ) / (2cos²θ) ) dθ
 *
 * Small values keep their digits, as Φ₂ − Φ(x)·Φ(y) would not.
 *
 * @see Plackett (1954), A reduction formula for normal multivariate integrals, Biometrika 41, 351–360
 */
export function indicatorCovariance(x: number, y: number, rho: number): number {
  if (!(rho >= -1 && rho <= 1)) throw new RangeError(`bivariateNormalCdf: rho must be in [-1, 1], got ${rho}`)
  if (Number.isNaN(x) || Number.isNaN(y)) throw new RangeError('bivariateNormalCdf: x and y must be numbers, got NaN')
  if (rho < 0) return -indicatorCovariance(x, -y, -rho)
  const [u, v] = [clamp(x), clamp(y)]
  const gap = (u - v) ** 2 / 2
  // The exponent of the formula, rearranged so that nothing cancels as θ nears a right angle.
  const integrand = (theta: number): number => Math.exp(-gap / Math.cos(theta) ** 2 - (u * v) / (1 + Math.sin(theta)))
  return integrate(integrand, 0, Math.asin(rho)) / (2 * Math.PI)
}

const clamp = (x: number): number => Math.max(-FAR, Math.min(FAR, x))
