/** A logit line in the score: logit PD = intercept + slope · score. */
export interface LogitLine {
  readonly intercept: number
  readonly slope: number
}

/** PD of a score on a logit line. */
export const pdOfScore = ({ intercept, slope }: LogitLine, score: number): number =>
  1 / (1 + Math.exp(-intercept - slope * score))

/**
 * Maximum-likelihood logistic regression of defaults on one score, by Newton's method.
 *
 * @param scores    one a borrower
 * @param defaulted 1 where the borrower defaulted, else 0
 * @throws {RangeError} when nobody or everybody defaulted, or the scores do not vary: no line exists
 * Tested against R's glm.
 */
export function logisticFit(scores: Float64Array, defaulted: Uint8Array): LogitLine {
  const n = scores.length
  let defaults = 0
  let centre = 0
  for (let i = 0; i < n; i++) {
    defaults += defaulted[i]!
    centre += scores[i]! / n
  }
  if (!(defaults > 0 && defaults < n))
    throw new RangeError(`logisticFit: needs defaulted and surviving borrowers, got ${defaults} of ${n} defaulted`)

  let a = Math.log(defaults / (n - defaults))
  let b = 0
  for (let step = 0; step < 50; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 0, 0, 0]
    for (let i = 0; i < n; i++) {
      const x = scores[i]! - centre
      const p = 1 / (1 + Math.exp(-a - b * x))
      const weight = p * (1 - p)
      ga += defaulted[i]! - p
      gb += (defaulted[i]! - p) * x
      haa += weight
      hab += weight * x
      hbb += weight * x * x
    }
    const determinant = haa * hbb - hab * hab
    if (!(determinant > 1e-12 * haa * haa)) throw new RangeError('logisticFit: the scores do not vary')
    const da = (hbb * ga - hab * gb) / determinant
    const db = (haa * gb - hab * ga) / determinant
    a += da
    b += db
    if (Math.abs(da) < 1e-12 && Math.abs(db) < 1e-12) break
  }
  return { intercept: a - b * centre, slope: b }
}
