import type { SyntheticBook } from '../../models/book.ts'
import type { Shocks } from '../../models/scenario.ts'
import { HISTORY_MONTHS } from './historyMonths.ts'
import { MONTHS_BEFORE } from './monthlySeries.ts'

/** What a scenario does to sales and to the time that customers take to pay. */
export type SalesShock = Pick<Shocks, 'salesChange' | 'sectorSalesChange' | 'receivableDays' | 'sectorReceivableDays'>

/** The world as it is. */
export const NO_SALES_SHOCK: SalesShock = {
  salesChange: 0,
  sectorSalesChange: {},
  receivableDays: 0,
  sectorReceivableDays: {},
}

/** Factors on a sector's months, by entry of the history's months; 1 up to drawdown. */
export interface SalesFactors {
  /** On cash sales and on what is settled of them. */
  readonly sales: Float64Array
  readonly deposit: Float64Array
}

/**
 * What a shock leaves of each sector's sales and deposits, month by month after drawdown.
 *
 *     cash sales, settlement   (1 + change) · (1 − days/360 in the first year)
 *     deposits                 the same · cycle ÷ (cycle + days·phase),   phase = month/12, at most 1
 *
 * Sales change from the first month on. While customers come to take `days` longer over a year, a day in 360 of the year's cash does not
 * come in for each; after that it comes in as late as it goes on. What is outstanding longer is financed out of deposits, in proportion
 * to the cycle (stock and receivables less payables) that working capital turns in. An assumption.
 *
 * @returns by position of the sector in the book
 */
export function salesFactors(book: SyntheticBook, shock: SalesShock): SalesFactors[] {
  const cycle = book.request.cycleDays.median
  return Object.keys(book.sectors).map((sector) => {
    const change = shock.sectorSalesChange[sector] ?? shock.salesChange
    const days = shock.sectorReceivableDays[sector] ?? shock.receivableDays
    const sales = new Float64Array(HISTORY_MONTHS).fill(1)
    const deposit = new Float64Array(HISTORY_MONTHS).fill(1)
    for (let m = MONTHS_BEFORE; m < HISTORY_MONTHS; m++) {
      const month = m + 1 - MONTHS_BEFORE
      const paid = month <= 12 ? Math.max(0, 1 - days / 360) : 1
      sales[m] = Math.max(0, 1 + change) * paid
      deposit[m] = sales[m]! * (cycle / Math.max(1, cycle + days * Math.min(1, month / 12)))
    }
    return { sales, deposit }
  })
}
