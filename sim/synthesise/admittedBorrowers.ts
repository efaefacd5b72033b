import type { Strategy } from '../../models/strategy.ts'
import { scoreHistory } from './calibrate.ts'
import type { History } from './history.ts'

/**
 * Borrowers of the history whom a strategy would have lent to for what it scores: its card, its settlement index and flags. Rules that ask
 * for a loan request leave the history alone, which has none.
 *
 * @returns 1 or 0 by borrower
 */
export function admittedBorrowers(history: History, strategy: Strategy): Uint8Array {
  const { levels, index, flags } = scoreHistory(history, strategy)
  const { worstLevel, minSettlementIndex, declineFlagged } = strategy.admission
  return levels.map((level, i) =>
    level <= worstLevel && !(index[i]! < minSettlementIndex) && !(declineFlagged && flags[i]! > 0) ? 1 : 0,
  )
}
