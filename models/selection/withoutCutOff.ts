import { GRADES } from '../types.ts'
import type { Strategy } from '../strategy.ts'

/**
 * A strategy that turns nobody away for how he ranks: every level of the card, any index where that is the score, no quota. What
 * else it asks for stays.
 */
export function withoutCutOff(strategy: Strategy): Strategy {
  const { admission, scorecard } = strategy
  const minSettlementIndex = scorecard?.card.kind === 'settlement' ? 0 : admission.minSettlementIndex
  return { ...strategy, admission: { ...admission, worstLevel: GRADES, minSettlementIndex, quota: Infinity } }
}
