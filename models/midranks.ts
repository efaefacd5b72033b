import { firstAtLeast } from './firstAtLeast.ts'

/**
 * Ranks from 1; equal values share the mean of their ranks.
 *
 * @param values no NaN among them
 */
export function midranks(values: Float64Array): Float64Array {
  const sorted = values.slice().sort()
  /** By position in `sorted`: rank of the value, kept at its first position. */
  const ranks = new Float64Array(sorted.length)
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to] === sorted[from]) to++
    ranks[from] = (from + to + 1) / 2
  }
  return values.map((value) => ranks[firstAtLeast(sorted, value)]!)
}
