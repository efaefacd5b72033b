import { betaQuantileOfTails } from './beta.ts'
import type { Probability } from './types.ts'

/**
 * Exact confidence interval of a chance, from successes counted in independent trials.
 *
 * It covers the true chance at least as often as it says, also when nothing or everything succeeded.
 *
 * @param successes  whole number in 0..trials
 * @param trials     whole number, at least 1
 * @param confidence in (0, 1), for instance .95
 * @returns lower and upper limit, in [0, 1]
 * @throws {RangeError} when an argument is outside its range or NaN
 * @see Clopper & Pearson (1934), The use of confidence or fiducial limits illustrated in the case of the binomial, Biometrika 26, 404–413
 * Tested against 50-digit values.
 */
export function clopperPearson(successes: number, trials: number, confidence: Probability): [number, number] {
  if (!(Number.isInteger(trials) && trials >= 1))
    throw new RangeError(`clopperPearson: trials must be a whole number >= 1, got ${trials}`)
  if (!(Number.isInteger(successes) && successes >= 0 && successes <= trials))
    throw new RangeError(`clopperPearson: successes must be a whole number in 0..${trials}, got ${successes}`)
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`clopperPearson: confidence must be in (0, 1), got ${confidence}`)
  const tail = (1 - confidence) / 2
  const failures = trials - successes
  return [
    successes === 0 ? 0 : betaQuantileOfTails(tail, 1 - tail, successes, failures + 1)[0],
    failures === 0 ? 1 : betaQuantileOfTails(1 - tail, tail, successes + 1, failures)[0],
  ]
}
