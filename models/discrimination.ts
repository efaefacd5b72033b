import { firstAtLeast } from './firstAtLeast.ts'

/** How well a score tells who will default from who will not; a higher score is a better firm. */

/**
 * Gini coefficient of a score: 1 when every defaulter scores below every other firm, 0 when the score says nothing.
 *
 *     Gini = 2·AUC − 1,   AUC = Σ_{i≠j} p_i·(1 − p_j)·w_ij / Σ_{i≠j} p_i·(1 − p_j),   w = 1 if s_i < s_j, ½ if equal, else 0
 *
 * With probabilities this is the ratio of expected pairs, without the noise of a single outcome; with 0 and 1 it is the Gini
 * of what happened.
 *
 * @param scores   one entry a firm, higher is better
 * @param defaults default probability of each firm in [0, 1], or its outcome: 1 defaulted, 0 did not
 * @returns in [−1, 1]; null when no two firms can be told apart, as when nobody or everybody defaults
 * @throws {RangeError} when the lengths differ, a score is NaN or a probability is outside [0, 1]
 * @see Engelmann, Hayden, Tasche (2003), Testing rating accuracy, Risk 16(1), 82–86
 * Tested against the double sum over pairs and the mean over all outcomes of a small book.
 */
export function gini(scores: ArrayLike<number>, defaults: ArrayLike<number>): number | null {
  let ordered = 0
  let pairs = 0
  let ofItself = 0
  let badBelow = 0
  const ties = tiesOf('gini', scores, defaults)
  const allBad = total(ties.bad)
  for (let t = 0; t < ties.bad.length; t++) {
    const bad = ties.bad[t]!
    const good = ties.good[t]!
    const self = ties.self[t]!
    ordered += good * badBelow + (good * bad - self) / 2
    pairs += good * allBad
    ofItself += self
    badBelow += bad
  }
  pairs -= ofItself
  return pairs > 0 ? (2 * ordered) / pairs - 1 : null
}

/**
 * Kolmogorov–Smirnov distance of a score: the widest gap between its distributions among defaulters and among the others.
 *
 *     KS = max_s |F_bad(s) − F_good(s)|,   F_bad weighs firm i by p_i and F_good by 1 − p_i
 *
 * @param scores   one entry a firm, higher is better
 * @param defaults default probability of each firm in [0, 1], or its outcome: 1 defaulted, 0 did not
 * @returns in [0, 1]; null when nobody or everybody defaults
 * @throws {RangeError} when the lengths differ, a score is NaN or a probability is outside [0, 1]
 * Tested against the definition at every score.
 */
export function kolmogorovSmirnov(scores: ArrayLike<number>, defaults: ArrayLike<number>): number | null {
  const ties = tiesOf('kolmogorovSmirnov', scores, defaults)
  const allBad = total(ties.bad)
  const allGood = total(ties.good)
  if (!(allBad > 0 && allGood > 0)) return null
  let bad = 0
  let good = 0
  let widest = 0
  for (let t = 0; t < ties.bad.length; t++) {
    bad += ties.bad[t]!
    good += ties.good[t]!
    widest = Math.max(widest, Math.abs(bad / allBad - good / allGood))
  }
  return widest
}

/** A point of a ROC curve: firms up to a score, the worst first. */
export interface RocPoint {
  /** Share of the others, and of the defaulters, at or below the score. */
  readonly good: number
  readonly bad: number
}

/**
 * ROC curve of a score: which share of the defaulters is caught when a share of the others is turned away with them.
 *
 * @param scores   one entry a firm, higher is better
 * @param defaults default probability of each firm in [0, 1], or its outcome: 1 defaulted, 0 did not
 * @param points   at most so many, from (0, 0) to (1, 1), evenly spaced in firms
 * @returns empty when nobody or everybody defaults
 * @throws {RangeError} when the lengths differ, a score is NaN or a probability is outside [0, 1]
 * Tested against the Gini, twice the area less 1.
 */
export function rocCurve(scores: ArrayLike<number>, defaults: ArrayLike<number>, points: number): RocPoint[] {
  const ties = tiesOf('rocCurve', scores, defaults)
  const [allBad, allGood] = [total(ties.bad), total(ties.good)]
  if (!(allBad > 0 && allGood > 0)) return []
  const curve: RocPoint[] = [{ good: 0, bad: 0 }]
  let [bad, good] = [0, 0]
  for (let t = 0; t < ties.bad.length; t++) {
    bad += ties.bad[t]!
    good += ties.good[t]!
    const isLast = t === ties.bad.length - 1
    if (isLast || (bad + good) * points >= curve.length * (allBad + allGood))
      curve.push(isLast ? { good: 1, bad: 1 } : { good: good / allGood, bad: bad / allBad })
  }
  return curve
}

/** Sums of p, of 1 − p and of p·(1 − p) over the firms of each distinct score. */
interface Ties {
  readonly bad: Float64Array
  readonly good: Float64Array
  readonly self: Float64Array
}

/** Ties in rising order of score. */
function tiesOf(name: string, scores: ArrayLike<number>, defaults: ArrayLike<number>): Ties {
  if (scores.length !== defaults.length)
    throw new RangeError(
      `${name}: scores and defaults must be of one length, got ${scores.length} and ${defaults.length}`,
    )
  for (let i = 0; i < scores.length; i++) {
    if (Number.isNaN(scores[i])) throw new RangeError(`${name}: scores[${i}] must be a number, got NaN`)
    if (!(defaults[i]! >= 0 && defaults[i]! <= 1))
      throw new RangeError(`${name}: defaults[${i}] must be in [0, 1], got ${defaults[i]}`)
  }
  const distinct = Float64Array.from(scores)
    .sort()
    .filter((score, i, sorted) => score !== sorted[i - 1])
  const sums = (): Float64Array => new Float64Array(distinct.length)
  const ties = { bad: sums(), good: sums(), self: sums() }
  for (let i = 0; i < scores.length; i++) {
    const p = defaults[i]!
    const tie = firstAtLeast(distinct, scores[i]!)
    ties.bad[tie]! += p
    ties.good[tie]! += 1 - p
    ties.self[tie]! += p * (1 - p)
  }
  return ties
}

const total = (values: Float64Array): number => values.reduce((a, b) => a + b, 0)
