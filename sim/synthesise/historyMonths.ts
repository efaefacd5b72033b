import type { SyntheticBook } from '../../models/book.ts'
import { AT } from './copulaVariables.ts'
import type { FirmColumns } from './firmColumns.ts'
import { MONTHS_AFTER, MONTHS_BEFORE, MonthlySeries } from './monthlySeries.ts'
import type { Standing } from './settlementYear.ts'

/** Months of each borrower, the year before drawdown and its year before included. */
export const HISTORY_MONTHS = MONTHS_BEFORE + MONTHS_AFTER

/** Settlement of the history's borrowers by month, end to end: borrower i's entries begin at i · {@link HISTORY_MONTHS}. */
export interface HistoryMonths {
  readonly sales: Float32Array
  readonly settlement: Float32Array
  readonly deposit: Float32Array
  readonly standingOf: (borrower: number) => Standing
}

/**
 * Draws the months of the history's borrowers. Those up to drawdown are the ones that their settlement columns were measured on.
 *
 * @param defaultMonth  month from drawdown of each default, 0 for none
 */
export function historyMonths(
  book: SyntheticBook,
  seed: string,
  borrowers: FirmColumns,
  defaultMonth: Uint8Array,
): HistoryMonths {
  const series = new MonthlySeries(book, seed, 'history', HISTORY_MONTHS)
  const { count, truth, settlement } = borrowers
  const column = (length: number): Float32Array => new Float32Array(length)
  const months = {
    sales: column(count * HISTORY_MONTHS),
    settlement: column(count * HISTORY_MONTHS),
    deposit: column(count * HISTORY_MONTHS),
  }
  const elsewhere = column(count)
  const sameDay = column(count)
  for (let i = 0; i < count; i++) {
    const own = series.draw(i, borrowers, i, defaultMonth[i])
    months.sales.set(own.sales, i * HISTORY_MONTHS)
    months.settlement.set(own.settlement, i * HISTORY_MONTHS)
    months.deposit.set(own.deposit, i * HISTORY_MONTHS)
    elsewhere[i] = own.elsewhere
    sameDay[i] = own.sameDay
  }
  const standingOf = (i: number): Standing => ({
    loanShare: truth[AT.loanShare]![i]!,
    depositNorm: settlement!.depositNorm[i]!,
    productShare: settlement!.productShare[i]!,
    elsewhere: elsewhere[i]!,
    sameDay: sameDay[i]!,
  })
  return { ...months, standingOf }
}
