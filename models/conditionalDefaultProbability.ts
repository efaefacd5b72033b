import { normalCdf, normalQuantile } from './normal.ts'
import type { Probability } from './types.ts'

/**
 * Default probability of an obligor in a year whose factors are known.
 *
 *     p(x) = Φ( (Φ⁻¹(h) − x) / √(1 − R²) )
 *
 * @param h   marginal yearly default probability, in (0, 1)
 * @param x   systematic part Σ a·F, standard deviation R; negative is a bad year
 * @param r2  asset correlation R², in [0, 1)
 * @returns probability in [0, 1]
 * @throws {RangeError} when an argument is outside its range or NaN
 * @see Vasicek (2002), The distribution of loan portfolio value, Risk 15(12), 160–162
 * Tested against Vasicek's closed form and the mean over x.
 */
export function conditionalDefaultProbability(h: Probability, x: number, r2: number): Probability {
  if (!(h > 0 && h < 1)) throw new RangeError(`conditionalDefaultProbability: h must be in (0, 1), got ${h}`)
  if (Number.isNaN(x)) throw new RangeError('conditionalDefaultProbability: x must be a number, got NaN')
  if (!(r2 >= 0 && r2 < 1)) throw new RangeError(`conditionalDefaultProbability: r2 must be in [0, 1), got ${r2}`)
  return normalCdf((normalQuantile(h) - x) / Math.sqrt(1 - r2))
}
