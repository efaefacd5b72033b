import type { SettlementChannel } from '../strategy.ts'
import type { Probability } from '../types.ts'

/** Index at which the channel leaves a PD as it is. */
const NEUTRAL_INDEX = 60
/** A PD stays this far from certainty. */
const MARGIN = 1e-9

/**
 * PD of a borrower whose settlement the bank has watched (DOMAIN B5).
 *
 *     logit PD' = logit PD − perTenPoints·(index − 60)/10 + perFlag·flags
 *
 * @param pd     assigned PD so far, in [0, 1]
 * @param index  settlement credit index, 0..100, capped while a negative situation is active
 * @param flags  negative situations that are active
 * @returns in (0, 1)
 * @throws {RangeError} when the index is NaN
 */
export function throughChannel(pd: Probability, channel: SettlementChannel, index: number, flags: number): Probability {
  if (!(index >= 0)) throw new RangeError(`throughChannel: index must be >= 0, got ${index}`)
  const inside = Math.min(1 - MARGIN, Math.max(MARGIN, pd))
  const logit = Math.log(inside / (1 - inside))
  const moved = logit - (channel.perTenPoints * (index - NEUTRAL_INDEX)) / 10 + channel.perFlag * flags
  return Math.min(1 - MARGIN, Math.max(MARGIN, 1 / (1 + Math.exp(-moved))))
}
