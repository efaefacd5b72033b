import type { BookRun } from '../../sim/types.ts'
import { type Column, type ColumnType, type Value, varyText } from './column.ts'

const HONESTY = ['honest', 'shading', 'fraudulent']

/** Columns that every `firms.parquet` has: one row a firm of each book. */
const FIRM_COLUMNS: readonly Column<BookRun>[] = [
  {
    name: 'book',
    type: 'text',
    unit: '',
    meaning: 'Id of the book',
    of:
      ({ book }) =>
      () =>
        book.id,
  },
  {
    name: 'vary',
    type: 'text',
    unit: '',
    meaning: 'Vary axes of the book as JSON; empty outside a vary study',
    of: ({ book }) => {
      const vary = varyText(book.vary)
      return () => vary
    },
  },
  {
    name: 'firm',
    type: 'text',
    unit: '',
    meaning: 'Id of the firm',
    of:
      ({ firms }) =>
      (row) =>
        firms.ids[row]!,
  },
  {
    name: 'truePd',
    type: 'real',
    unit: 'per year',
    meaning: 'True 12-month default probability, before any scenario',
    of:
      ({ firms }) =>
      (row) =>
        firms.truePd[row]!,
  },
  {
    name: 'honesty',
    type: 'text',
    unit: '',
    meaning: 'honest, shading (sales) or fraudulent',
    of:
      ({ firms }) =>
      (row) =>
        HONESTY[firms.honesty[row]!] ?? null,
  },
]

/**
 * Columns of `firms.parquet` for the books of a run: {@link FIRM_COLUMNS}, then `by_<grouping>`, `true_<column>` for the numeric columns
 * and `told_<field>` for what the bank is told, as far as any book has them. Empty where another book has none.
 */
export function firmColumns(books: readonly BookRun[]): Column<BookRun>[] {
  return [
    ...FIRM_COLUMNS,
    ...namesIn(books, ({ firms }) => firms.groupings.keys()).map(groupingColumn),
    ...namesIn(books, ({ firms }) => firms.numeric.keys()).map(numericColumn),
    ...namesIn(books, toldFields).map((field) => toldColumn(field, books)),
  ]
}

const namesIn = (books: readonly BookRun[], namesOf: (book: BookRun) => Iterable<string>): string[] => [
  ...new Set(books.flatMap((book) => [...namesOf(book)])),
]

const toldFields = ({ firms }: BookRun): Set<string> =>
  new Set((firms.applicants ?? []).flatMap((applicant) => Object.keys(applicant)))

const groupingColumn = (name: string): Column<BookRun> => ({
  name: `by_${name}`,
  type: 'text',
  unit: '',
  meaning: `Level of the grouping ${name}`,
  of: ({ firms }) => {
    const grouping = firms.groupings.get(name)
    return (row) => grouping?.labels[grouping.codes[row]!] ?? null
  },
})

const numericColumn = (name: string): Column<BookRun> => ({
  name: `true_${name}`,
  type: 'real',
  unit: '',
  meaning: `True ${name}`,
  of: ({ firms }) => {
    const values = firms.numeric.get(name)
    return (row) => values?.[row] ?? null
  },
})

function toldColumn(field: string, books: readonly BookRun[]): Column<BookRun> {
  const type = typeOf(
    books.flatMap(({ firms }) => (firms.applicants ?? []).map((applicant) => applicant[field] ?? null)),
  )
  return {
    name: `told_${field}`,
    type,
    unit: '',
    meaning: `${field} as the bank is told`,
    of:
      ({ firms }) =>
      (row) => {
        const value = firms.applicants?.[row]?.[field] ?? null
        return type === 'text' && value !== null ? String(value) : value
      },
  }
}

/** The narrowest type of all values: text when they differ in kind. */
function typeOf(values: readonly Value[]): ColumnType {
  const kinds = new Set(values.filter((value) => value !== null).map((value) => typeof value))
  if (kinds.size !== 1) return 'text'
  return kinds.has('number') ? 'real' : kinds.has('boolean') ? 'boolean' : 'text'
}
