/**
 * Probability of k successes in n trials.
 *
 *     P(K = k) = n! / (k! (n−k)!) · p^k · q^(n−k)
 *
 * By the saddle point: the factorials enter through their Stirling errors and the powers through deviances, so no large numbers are
 * subtracted from each other and the relative error stays near 1e-14 for any n. k and n need not be whole, which serves the beta distribution.
 *
 * @param k successes, in [0, n]
 * @param n trials, ≥ 0
 * @param p chance of success, in [0, 1]
 * @param q its complement, where it is known better than 1 − p
 * @see Loader (2000), Fast and accurate computation of binomial probabilities
 */
export function binomialProbability(k: number, n: number, p: number, q = 1 - p): number {
  const rest = n - k
  if (k === 0) return Math.exp(n * (p < 0.5 ? Math.log1p(-p) : Math.log(q)))
  if (rest === 0) return Math.exp(n * (q < 0.5 ? Math.log1p(-q) : Math.log(p)))
  if (p === 0 || q === 0) return 0
  const correction = stirlingError(n) - stirlingError(k) - stirlingError(rest)
  return Math.exp(correction - deviance(k, n * p) - deviance(rest, n * q)) * Math.sqrt(n / (2 * Math.PI * k * rest))
}

/** ln Γ(x+1) − (x+½)·ln x + x − ½·ln 2π: what Stirling's formula leaves out; small x step up to where the series holds. */
function stirlingError(x: number): number {
  let sum = 0
  let y = x
  for (; y < 16; y++) sum += (y + 0.5) * Math.log1p(1 / y) - 1
  const s = 1 / (y * y)
  return sum + (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s / 1188)))) / y
}

/** x·ln(x/mean) + mean − x, by a series where the two are close and the terms would cancel. */
function deviance(x: number, mean: number): number {
  const difference = x - mean
  const ratio = difference / (x + mean)
  if (Math.abs(ratio) > 0.1) return x * Math.log(x / mean) - difference
  const square = ratio * ratio
  let power = 2 * x * ratio
  let sum = difference * ratio
  for (let j = 3; ; j += 2) {
    power *= square
    const next = sum + power / j
    if (next === sum) return sum
    sum = next
  }
}
