import { toldAt } from '../../models/applicants.ts'
import type { ApplicantColumn } from '../../models/types.ts'
import type { BookRun } from '../../sim/types.ts'
import { type Column, type ColumnType, varyText } from './column.ts'

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

const toldFields = ({ firms }: BookRun): Iterable<string> => firms.applicants?.keys() ?? []

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
  const type = typeOf(books.flatMap(({ firms }) => firms.applicants?.get(field) ?? []))
  return {
    name: `told_${field}`,
    type,
    unit: '',
    meaning: `${field} as the bank is told`,
    of: ({ firms }) => {
      const column = firms.applicants?.get(field)
      return (row) => {
        if (!column) return null
        const value = toldAt(column, row)
        return type === 'text' ? String(value) : value
      }
    },
  }
}

/** The narrowest type of all values: text when they differ in kind. */
function typeOf(columns: readonly ApplicantColumn[]): ColumnType {
  const kinds = new Set(
    columns.flatMap((column) =>
      column instanceof Float64Array ? ['number'] : column.values.map((value) => typeof value),
    ),
  )
  if (kinds.size !== 1) return 'text'
  return kinds.has('number') ? 'real' : kinds.has('boolean') ? 'boolean' : 'text'
}
