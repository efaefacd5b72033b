import type { BookCheck } from '../../models/result.ts'
import type { SettlementCard } from '../../models/scorecard/card.ts'
import type { History } from './history.ts'
import { NO_SALES_SHOCK } from './salesShock.ts'
import { INDEX_MONTHS, rollingIndex } from './rollingIndex.ts'

/** Months before a default at which defaulters are held against survivors. */
const MONTHS_AHEAD = 6
/** Points by which their index should be lower then, at least (DOMAIN D, target e). */
const TARGET = 15

/** How far the index of those who default is below that of those who do not. */
export interface SettlementGap {
  /** Six months before the default, against survivors at the same month. */
  readonly gap: number
  readonly standardError: number
  /** Of the same defaulters at drawdown, when the last months before a default have taken nothing yet. */
  readonly atDrawdown: number
  readonly defaulters: number
  readonly survivors: number
}

/**
 * Measures the gap in the history, of defaults from the seventh month after drawdown on.
 *
 * @throws {RangeError} when the history was drawn without settlement
 */
export function settlementGap(history: History, card: SettlementCard): SettlementGap {
  const { index } = rollingIndex(history, card, NO_SALES_SHOCK)
  const { defaultMonth } = history
  const at = (i: number, month: number): number => index[i * INDEX_MONTHS + month]!
  const rows = Array.from(defaultMonth.keys())
  const survivors = rows.filter((i) => defaultMonth[i] === 0)
  const defaulters = rows.filter((i) => defaultMonth[i]! > MONTHS_AHEAD)
  const sound = Array.from({ length: INDEX_MONTHS }, (_, month) => mean(survivors.map((i) => at(i, month))))
  const shortfalls = defaulters.map((i) => {
    const month = defaultMonth[i]! - MONTHS_AHEAD
    return sound[month]! - at(i, month)
  })
  const spread = variance(shortfalls) / defaulters.length
  return {
    gap: mean(shortfalls),
    standardError: Math.sqrt(spread + variance(survivors.map((i) => at(i, MONTHS_AHEAD))) / survivors.length),
    atDrawdown: sound[0]! - mean(defaulters.map((i) => at(i, 0))),
    defaulters: defaulters.length,
    survivors: survivors.length,
  }
}

/** The gap as a row of the book's checks, beside the least that it should be. */
export function settlementCheck(history: History, card: SettlementCard): BookCheck {
  const { gap, standardError } = settlementGap(history, card)
  return {
    book: history.book.id,
    kind: 'settlement',
    name: 'indexGapSixMonthsBeforeDefault',
    target: TARGET,
    achieved: gap,
    tolerance: standardError,
  }
}

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length

const variance = (values: readonly number[]): number => {
  const centre = mean(values)
  return mean(values.map((x) => (x - centre) ** 2))
}
