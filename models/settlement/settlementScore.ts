import type { SettlementCard } from '../scorecard/card.ts'
import type { NegativeSituation } from './inputs.ts'
import { type SettlementRecord, negativeSituations } from './negativeSituations.ts'
import { type SettlementIndex, indexParts, requireInputs } from './settlementIndex.ts'

export type SettlementBand = 'high' | 'middle' | 'low'

/** The index with what a bank makes of it. */
export interface SettlementScore extends SettlementIndex {
  /** The index, not above the card's cap while a negative situation is active. */
  readonly cappedIndex: number
  readonly flags: readonly NegativeSituation[]
  /** Of the capped index. */
  readonly band: SettlementBand
}

/**
 * A borrower's index under a card, capped while any negative situation is active.
 *
 * @param inputs  NaN for a figure of a negative situation that is not known
 * @throws {RangeError} when an input of the index is outside its range or NaN
 */
export function settlementScore(card: SettlementCard, inputs: SettlementRecord): SettlementScore {
  requireInputs('settlementScore', inputs)
  const parts = indexParts(card, inputs)
  const flags = negativeSituations(card, inputs)
  const cappedIndex = flags.length > 0 ? Math.min(parts.index, card.flagCap) : parts.index
  return { ...parts, cappedIndex, flags, band: bandOf(card, cappedIndex) }
}

/** Band of a capped index. */
export const bandOf = ({ bands }: Pick<SettlementCard, 'bands'>, index: number): SettlementBand =>
  index >= bands.high ? 'high' : index >= bands.low ? 'middle' : 'low'
