import type { TapeBook, TapeSource } from '../../models/book.ts'
import { InputError, type Problem, suggest } from '../../scenarios/index.ts'
import { textLiteral } from '../duckdb.ts'
import type { TapeFile } from './tapeFile.ts'

/** What a loan tells, by the names of the book's `columns`. */
export type TapeField = keyof TapeBook['columns']

/** One grouping of firms: its name in {@link Firms.groupings}, and SQL of its text. */
export interface TapeGrouping {
  readonly name: string
  readonly sql: string
}

/** How each field of a loan is found on the tape. */
export interface Mapping {
  /** SQL of each mapped field's text, in the book's vocabulary; NULL for an empty cell. */
  readonly texts: ReadonlyMap<TapeField, string>
  readonly groupings: readonly TapeGrouping[]
  /** SQL condition of the rows to keep. */
  readonly keep: string
  /** The tape's own column behind a field or grouping, and its position from 1; the name itself where there is none. */
  readonly placeOf: (name: string) => { readonly name: string; readonly position: number }
}

/**
 * Joins a book's column mapping to the columns the tape has.
 *
 * @throws {InputError} with one problem for each column that the tape lacks, and for a stock book without remaining months
 */
export function mapColumns(book: TapeBook, tape: TapeFile): Mapping {
  const problems = [...unmapped(book), ...missingColumns(book, tape)]
  if (problems.length > 0) throw new InputError(problems)

  const sources = sourcesOf(book)
  const texts = new Map(sources.map(([field, source]) => [field, translated(sqlOf(source, tape), book.values[field])]))
  const fieldGroupings = (['sector', 'region', 'cluster'] as const).filter((field) => texts.has(field))
  const extra = book.factorColumns.filter((column) => !fieldGroupings.some((field) => field === column))
  return {
    texts,
    groupings: [
      ...fieldGroupings.map((field) => ({ name: field, sql: texts.get(field)! })),
      ...extra.map((column) => ({ name: column, sql: tape.textOf(column) })),
    ],
    keep:
      Object.entries(book.keep)
        .map(([column, values]) => oneOf(tape.textOf(column), values))
        .join(' AND ') || 'true',
    placeOf: (name) => {
      const source = book.columns[name as TapeField]
      const column = source && 'column' in source ? source.column : name
      return { name: column, position: Math.max(1, tape.columns.indexOf(column) + 1) }
    },
  }
}

const sourcesOf = (book: TapeBook): [TapeField, TapeSource][] =>
  Object.entries(book.columns).filter((entry): entry is [TapeField, TapeSource] => (entry[1] as unknown) !== undefined)

const sqlOf = (source: TapeSource, tape: TapeFile): string =>
  'column' in source ? tape.textOf(source.column) : textLiteral(String(source.constant))

/** A text with the tape's own words replaced by ours. */
function translated(sql: string, words: Readonly<Record<string, string | number>> | undefined): string {
  if (!words || Object.keys(words).length === 0) return sql
  const cases = Object.entries(words).map(([from, to]) => `WHEN ${textLiteral(from)} THEN ${textLiteral(String(to))}`)
  return `CASE ${sql} ${cases.join(' ')} ELSE ${sql} END`
}

/** Whether a text equals one of some values; numbers match however they are written (7, 7.0). */
function oneOf(sql: string, values: readonly (string | number)[]): string {
  const texts = values.filter((value) => typeof value === 'string').map(textLiteral)
  const numbers = values.filter((value) => typeof value === 'number').map(String)
  const tests = [
    ...(texts.length > 0 ? [`${sql} IN (${texts.join(', ')})`] : []),
    ...(numbers.length > 0 ? [`TRY_CAST(${sql} AS DOUBLE) IN (${numbers.join(', ')})`] : []),
  ]
  return `(${tests.join(' OR ') || 'false'})`
}

/** Months left cannot be guessed: a running contract without them is refused. */
const unmapped = (book: TapeBook): Problem[] =>
  book.origination === 'stock' && !book.columns.remainingMonths
    ? [bookProblem(book, 'columns.remainingMonths', 'is required when origination is "stock"')]
    : []

function missingColumns(book: TapeBook, tape: TapeFile): Problem[] {
  const named = [
    ...sourcesOf(book).flatMap(([field, source]): [string, string][] =>
      'column' in source ? [[`columns.${field}`, source.column]] : [],
    ),
    ...book.factorColumns.map((column, index): [string, string] => [`factorColumns[${index}]`, column]),
    ...Object.keys(book.keep).map((column): [string, string] => [`keep.${column}`, column]),
  ]
  return named
    .filter(([, column]) => !tape.columns.includes(column))
    .map(([path, column]) =>
      bookProblem(book, path, `names the column "${column}", which the tape lacks${suggest(column, tape.columns)}`),
    )
}

/** A problem of the mapping, shown at the tape's header. */
const bookProblem = (book: TapeBook, path: string, message: string): Problem => ({
  file: book.filePath,
  line: 1,
  column: 1,
  path,
  message,
})
