/**
 * Herfindahl–Hirschman index of concentration.
 *
 *     H = Σ w² / (Σ w)²
 *
 * @param weights exposures or shares, not negative, not all 0; any scale
 * @returns in [1/n, 1]; 1/H is the number of equal loans that would be as concentrated
 * @throws {RangeError} when a weight is negative or NaN, or their sum is 0
 */
export function herfindahl(weights: ArrayLike<number>): number {
  let sum = 0
  let squares = 0
  for (let i = 0; i < weights.length; i++) {
    const w = weights[i]!
    if (!(w >= 0 && w < Infinity)) throw new RangeError(`herfindahl: weights[${i}] must be >= 0 and finite, got ${w}`)
    sum += w
    squares += w * w
  }
  if (sum === 0) throw new RangeError('herfindahl: the weights must not all be 0')
  return squares / (sum * sum)
}
