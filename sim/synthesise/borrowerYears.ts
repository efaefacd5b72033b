import type { History } from './history.ts'
import { HISTORY_MONTHS } from './historyMonths.ts'
import { MONTHS_BEFORE } from './monthlySeries.ts'
import { salesFactors } from './salesShock.ts'
import type { SalesShock } from './salesShock.ts'
import { emptyYear, measureYear } from './settlementYear.ts'
import type { SettlementYear } from './settlementYear.ts'

/**
 * Reads the history's settlement as a bank would that measures the last twelve months every month, in a world with a shock to sales.
 *
 * @returns a function that opens a borrower; what it returns measures the twelve months up to some month from drawdown, 0..24, in one
 * record that the next call overwrites
 * @throws {RangeError} when the history was drawn without settlement
 */
export function borrowerYears(
  { book, borrowers, months }: History,
  shock: SalesShock,
): (borrower: number) => (month: number) => SettlementYear {
  if (!months) throw new RangeError(`book ${book.id}: its history was drawn without settlement`)
  const factors = salesFactors(book, shock)
  const { sector } = borrowers.traits
  const own = {
    sales: new Float64Array(HISTORY_MONTHS),
    settlement: new Float64Array(HISTORY_MONTHS),
    deposit: new Float64Array(HISTORY_MONTHS),
  }
  const year = emptyYear()
  return (borrower) => {
    const { sales, deposit } = factors[sector[borrower]!]!
    const from = borrower * HISTORY_MONTHS
    for (let m = 0; m < HISTORY_MONTHS; m++) {
      own.sales[m] = months.sales[from + m]! * sales[m]!
      own.settlement[m] = months.settlement[from + m]! * sales[m]!
      own.deposit[m] = months.deposit[from + m]! * deposit[m]!
    }
    const standing = months.standingOf(borrower)
    return (month) => {
      measureYear(own, standing, MONTHS_BEFORE - 1 + month, year)
      return year
    }
  }
}
