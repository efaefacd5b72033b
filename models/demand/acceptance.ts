import type { DemandModel } from '../study.ts'
import { GRADES } from '../types.ts'
import type { Probability, Rate } from '../types.ts'

/** Bands of true PD within a grade: its lowest, middle and highest third. */
export const BANDS = 3

/**
 * Share of applicants who take a loan at a rate; the others go elsewhere and never come.
 *
 *     a(r) = 1 − mostLost·(1 − exp(−elasticity_b·max(0, r − freeRate) / scale_g))
 *
 * It is absolute: today's rate loses applicants too, and a lower one wins some of them back.
 *
 * @param grade  g, 1..10
 * @param band   b, 0..2 from the lowest true PD
 * @param rate   of the first contract, decimal per year
 * @throws {RangeError} when an argument is outside its range or NaN
 * @see China Undergraduate Mathematical Contest in Modeling (2020), problem C: churn of three rating classes against the rate
 */
export function acceptance(
  { freeRate, mostLost, scale, elasticity }: DemandModel,
  grade: number,
  band: number,
  rate: Rate,
): Probability {
  if (!(grade >= 1 && grade <= GRADES)) throw new RangeError(`acceptance: grade must be in 1..${GRADES}, got ${grade}`)
  if (!(band >= 0 && band < BANDS)) throw new RangeError(`acceptance: band must be in 0..${BANDS - 1}, got ${band}`)
  if (!(rate >= 0)) throw new RangeError(`acceptance: rate must be >= 0, got ${rate}`)
  return 1 + mostLost * Math.expm1((-elasticity[band]! * Math.max(0, rate - freeRate)) / scale[grade - 1]!)
}
