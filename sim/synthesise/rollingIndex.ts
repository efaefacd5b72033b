import { compileFlags } from '../../models/settlement/negativeSituations.ts'
import { compileIndex } from '../../models/settlement/settlementIndex.ts'
import type { SettlementCard } from '../../models/scorecard/card.ts'
import { borrowerYears } from './borrowerYears.ts'
import type { History } from './history.ts'
import { MONTHS_AFTER } from './monthlySeries.ts'
import type { SalesShock } from './salesShock.ts'

/** Months at which the index is known: at drawdown, and at the end of each month after it. */
export const INDEX_MONTHS = MONTHS_AFTER + 1

/** The settlement index of the history's borrowers by month; borrower i at month t is entry {@link INDEX_MONTHS}·i + t. */
export interface RollingIndex {
  /** Capped while a negative situation is active. */
  readonly index: Float32Array
  /** Active negative situations, as compileFlags has them. */
  readonly flags: Uint8Array
}

/**
 * The index of twelve months, anew every month, of every borrower of the history. Worked out once for a card and a shock.
 *
 * @throws {RangeError} when the history was drawn without settlement
 */
export function rollingIndex(history: History, card: SettlementCard, shock: SalesShock): RollingIndex {
  const own = known.get(history) ?? new Map<string, RollingIndex>()
  known.set(history, own)
  const { exponents, sincerity, flagCap, flags } = card
  const { salesChange, sectorSalesChange, receivableDays, sectorReceivableDays } = shock
  const key = JSON.stringify([
    [exponents, sincerity, flagCap, flags],
    [salesChange, sectorSalesChange, receivableDays, sectorReceivableDays],
  ])
  const found = own.get(key) ?? measure(history, card, shock)
  own.set(key, found)
  return found
}

const known = new WeakMap<History, Map<string, RollingIndex>>()

function measure(history: History, card: SettlementCard, shock: SalesShock): RollingIndex {
  const { count } = history.borrowers
  const openBorrower = borrowerYears(history, shock)
  const indexOf = compileIndex(card)
  const flagsOf = compileFlags(card)
  const index = new Float32Array(count * INDEX_MONTHS)
  const flags = new Uint8Array(count * INDEX_MONTHS)
  for (let i = 0; i < count; i++) {
    const yearTo = openBorrower(i)
    for (let t = 0; t < INDEX_MONTHS; t++) {
      const year = yearTo(t)
      const at = i * INDEX_MONTHS + t
      const active = flagsOf(year)
      flags[at] = active
      index[at] = active ? Math.min(indexOf(year), card.flagCap) : indexOf(year)
    }
  }
  return { index, flags }
}
