import type { SyntheticBook } from '../../../models/book.ts'
import type { History } from '../../../sim/synthesise/history.ts'
import { HISTORY_MONTHS } from '../../../sim/synthesise/historyMonths.ts'
import { MONTHS_BEFORE } from '../../../sim/synthesise/monthlySeries.ts'
import { Population } from '../../../sim/synthesise/population.ts'

/** A borrower with loans of .6 at this bank, who sells 100 a month and keeps every promise but for what is said here. */
export interface Borrower {
  /** 0, the default, is none. */
  readonly defaultMonth?: number
  /** Month from drawdown since which it leaves nothing on deposit. */
  readonly drainedFrom?: number
  /** Month from drawdown since which it settles a third of what it did. */
  readonly awayFrom?: number
  /** Deposit, in norms; a sound one has 1.2. */
  readonly deposit?: number
}

/** A history of these borrowers alone. */
export function historyOf(book: SyntheticBook, list: readonly Borrower[]): History {
  const population = new Population(book, 'a seed', 'history')
  const column = (value: (borrower: Borrower, month: number) => number): Float32Array =>
    Float32Array.from({ length: list.length * HISTORY_MONTHS }, (_, at) =>
      value(list[Math.floor(at / HISTORY_MONTHS)]!, (at % HISTORY_MONTHS) + 1 - MONTHS_BEFORE),
    )
  const isAway = ({ awayFrom = Infinity }: Borrower, month: number): boolean => month >= awayFrom
  const defaultMonth = Uint8Array.from(list, (borrower) => borrower.defaultMonth ?? 0)
  return {
    book,
    population,
    borrowers: population.columns(list.length),
    defaulted: defaultMonth.map((month) => (month > 0 && month <= 12 ? 1 : 0)),
    defaultMonth,
    months: {
      sales: column(() => 100),
      settlement: column((borrower, month) => (isAway(borrower, month) ? 20 : 60)),
      deposit: column(({ deposit = 1.2, drainedFrom = Infinity }, month) =>
        month >= drainedFrom ? 0 : 0.03 * 720 * deposit,
      ),
      standingOf: () => ({ loanShare: 0.6, depositNorm: 0.03, productShare: 1, elsewhere: 0.4, sameDay: 0 }),
    },
  }
}
