import type { Scorecard } from './card.ts'
import { TOLERANCE } from './countSteps.ts'

/**
 * Level that a score alone gives, before limits: 1 is the best.
 *
 * @param score in marks; within 1e-9 of a cut it is on the cut
 * @returns 1 … number of cuts + 1
 */
export function levelOfScore(card: Scorecard, score: number): number {
  let level = 1
  for (const cut of card.levelCuts) {
    if (score >= cut - TOLERANCE) break
    level++
  }
  return level
}

/**
 * Lowest score of a level: its lower edge, and the score that the next worse level stays below.
 *
 * @param level 1 … number of cuts + 1; the last one reaches down to 0
 * @throws {RangeError} when no score gives that level
 */
export function lowestScoreOfLevel(card: Scorecard, level: number): number {
  const last = card.levelCuts.length + 1
  if (!(Number.isInteger(level) && level >= 1 && level <= last))
    throw new RangeError(`lowestScoreOfLevel: level must be a whole number in 1..${last}, got ${level}`)
  return card.levelCuts[level - 1] ?? 0
}
