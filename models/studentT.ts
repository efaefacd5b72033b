import { betaQuantileOfTails } from './beta.ts'

/**
 * Value below which Student's t distribution has probability p.
 *
 *     t²/(ν + t²) has a beta distribution with shapes ½ and ν/2
 *
 * @param p       probability in [0, 1]; 0 gives −Infinity, 1 gives Infinity
 * @param degrees degrees of freedom ν, above 0, whole or not
 * @throws {RangeError} when an argument is outside its range or NaN
 * Tested against 50-digit values.
 */
export function tQuantile(p: number, degrees: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`tQuantile: p must be in [0, 1], got ${p}`)
  if (!(degrees > 0 && degrees < Infinity)) throw new RangeError(`tQuantile: degrees must be > 0, got ${degrees}`)
  const outside = 2 * Math.min(p, 1 - p)
  const [x, y] = betaQuantileOfTails(1 - outside, outside, 0.5, degrees / 2)
  return Math.sign(p - 0.5) * Math.sqrt((degrees * x) / y)
}
