import type { Selection } from '../result.ts'
import { GRADES } from '../types.ts'

/**
 * What a cut at each level of the card would do: expected numbers of applicants approved and declined who will stand, or default,
 * within a year. Other rules are not asked.
 *
 * @param levels  1..10 by applicant
 * @param truePd  default probability by applicant
 * @returns one entry a worst level 1..10
 */
export function confusionByLevel(levels: Uint8Array, truePd: Float64Array): Selection['confusion'] {
  const good = new Float64Array(GRADES + 1)
  const bad = new Float64Array(GRADES + 1)
  for (const [i, level] of levels.entries()) {
    good[level]! += 1 - truePd[i]!
    bad[level]! += truePd[i]!
  }
  const upTo = (sums: Float64Array, level: number): number => sums.subarray(0, level + 1).reduce((a, b) => a + b, 0)
  const beyond = (sums: Float64Array, level: number): number => sums.subarray(level + 1).reduce((a, b) => a + b, 0)
  return Array.from({ length: GRADES }, (_, l) => ({
    worstLevel: l + 1,
    approvedGood: upTo(good, l + 1),
    approvedBad: upTo(bad, l + 1),
    declinedGood: beyond(good, l + 1),
    declinedBad: beyond(bad, l + 1),
  }))
}
