import {
  COLLATERALS,
  LGD_KINDS,
  REPAYMENTS,
  TERM_BANDS,
  cellAt,
  cellIndex,
  cellKey,
  termBandOf,
  type Loans,
} from '../../models/types.ts'
import type { Strategy } from '../../models/strategy.ts'
import type { BookRun } from '../../sim/types.ts'
import { type Column, type ColumnNote, varyText } from './column.ts'

/** One strategy's loans of one book. */
interface LoansOfStrategy {
  readonly book: BookRun
  readonly strategy: Strategy
  readonly loans: Loans
}

/** Every book × strategy of a run, in order. */
export const loansByStrategy = (books: readonly BookRun[]): LoansOfStrategy[] =>
  books.flatMap((book) => book.loans.map(({ strategy, loans }) => ({ book, strategy, loans })))

const MONEY = {
  balance: 'Balance at month 0',
  line: 'Approved line',
  deposit: 'Natural average deposit',
  fees: 'Fees a year, VAT included',
  ownerAum: "Owner's assets under management",
} as const

const text = (name: string, meaning: string, of: Column<LoansOfStrategy>['of']): Column<LoansOfStrategy> => ({
  name,
  type: 'text',
  unit: '',
  meaning,
  of,
})

const number = (
  name: string,
  type: 'integer' | 'real',
  unit: ColumnNote['unit'],
  meaning: string,
  of: (loans: Loans, row: number) => number | null,
): Column<LoansOfStrategy> => ({
  name,
  type,
  unit,
  meaning,
  of:
    ({ loans }) =>
    (row) =>
      of(loans, row),
})

/** `loans.parquet`: one row a loan of each book × strategy. */
export const LOAN_COLUMNS: readonly Column<LoansOfStrategy>[] = [
  text(
    'book',
    'Id of the book',
    ({ book }) =>
      () =>
        book.book.id,
  ),
  text(
    'strategy',
    'Id of the strategy',
    ({ strategy }) =>
      () =>
        strategy.id,
  ),
  text('vary', 'Vary axes of book and strategy as JSON; empty outside a vary study', ({ book, strategy }) => {
    const vary = varyText({ ...book.book.vary, ...strategy.vary })
    return () => vary
  }),
  text(
    'loan',
    'Id of the loan',
    ({ book, loans }) =>
      (row) =>
        book.firms.requests.ids[loans.request[row]!]!,
  ),
  text(
    'firm',
    'Id of the borrowing firm',
    ({ book, loans }) =>
      (row) =>
        book.firms.ids[loans.obligor[row]!]!,
  ),
  text('cell', 'grade|termBand|collateral', ({ loans }) => (row) => {
    const band = termBandOf(loans.termMonths[row]!)
    return cellKey(cellAt(cellIndex(loans.grade[row]!, band, loans.collateral[row]!)))
  }),
  number('grade', 'integer', '', 'Band of assigned PD, 1 (best) to 10', (loans, row) => loans.grade[row]!),
  number(
    'level',
    'integer',
    '',
    'Level 1..10 as the card says; empty without a card',
    (loans, row) => loans.level[row]! || null,
  ),
  number('score', 'real', 'marks', 'Score of the card; empty without a card', (loans, row) => loans.score[row]!),
  number(
    'assignedPd',
    'real',
    'per year',
    'Default probability the bank prices with',
    (loans, row) => loans.assignedPd[row]!,
  ),
  number(
    'assignedLgd',
    'real',
    'share',
    'Share of exposure lost the bank prices with',
    (loans, row) => loans.assignedLgd[row]!,
  ),
  text(
    'lgdKind',
    'Loss distribution of the simulation',
    ({ loans }) =>
      (row) =>
        LGD_KINDS[loans.lgdKind[row]!]!,
  ),
  text(
    'collateral',
    'Collateral class',
    ({ loans }) =>
      (row) =>
        COLLATERALS[loans.collateral[row]!]!,
  ),
  text(
    'repayment',
    'How principal comes back',
    ({ loans }) =>
      (row) =>
        REPAYMENTS[loans.repayment[row]!]!,
  ),
  text(
    'termBand',
    'Band of original term',
    ({ loans }) =>
      (row) =>
        TERM_BANDS[termBandOf(loans.termMonths[row]!)]!,
  ),
  number('termMonths', 'integer', 'months', 'Original term', (loans, row) => loans.termMonths[row]!),
  number(
    'remainingMonths',
    'integer',
    'months',
    'Left on the contract at month 0',
    (loans, row) => loans.remainingMonths[row]!,
  ),
  ...Object.entries(MONEY).map(([name, meaning]) =>
    number(name, 'real', 'money', meaning, (loans, row) => loans[name as keyof typeof MONEY][row]!),
  ),
]
