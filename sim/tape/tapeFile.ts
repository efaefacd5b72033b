import { open } from 'node:fs/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { TapeBook } from '../../models/book.ts'
import { InputError } from '../../scenarios/index.ts'
import { identifier, rowsOf, textLiteral } from '../duckdb.ts'

/** A tape as SQL: a relation whose rows are numbered from 1 in the order of the file, and its columns as trimmed text. */
export interface TapeFile {
  readonly columns: readonly string[]
  /** What to select from; has a column `row`. */
  readonly relation: string
  /** SQL of a column's text without surrounding blanks; NULL for an empty cell. */
  readonly textOf: (column: string) => string
  /** Separates fields of a CSV; null for Parquet. */
  readonly delimiter: string | null
}

/**
 * Looks at a tape's header and says how to query it. CSV is UTF-8, with or without a byte-order mark, separated by comma, semicolon or
 * tab, whichever the header holds most of; every column is text until checked.
 *
 * @throws {InputError} when the file cannot be read, is not of its format, or has no header or the same column twice
 */
export async function tapeFile(book: TapeBook, connection: DuckDBConnection): Promise<TapeFile> {
  return book.format === 'csv' ? csvFile(book) : parquetFile(book, connection)
}

async function csvFile(book: TapeBook): Promise<TapeFile> {
  const header = await readHeader(book)
  const delimiter = mostFrequent(header, [',', ';', '\t'])
  const columns = splitFields(header, delimiter)
  const twice = columns.find((name, index) => name !== '' && columns.indexOf(name) !== index)
  if (twice !== undefined) throw tapeError(book, `has two columns named "${twice}"`)
  const types = columns.map((_, index) => `'c${index}': 'VARCHAR'`).join(', ')
  const relation = `(SELECT row_number() OVER () AS row, * FROM read_csv(${textLiteral(book.file)}, auto_detect = false, header = true,
    delim = ${textLiteral(delimiter)}, quote = '"', escape = '"', columns = {${types}}, store_rejects = true))`
  return { columns, relation, textOf: (column) => trimmed(`c${columns.indexOf(column)}`), delimiter }
}

async function parquetFile(book: TapeBook, connection: DuckDBConnection): Promise<TapeFile> {
  const source = `read_parquet(${textLiteral(book.file)}, file_row_number = true)`
  const described = await rowsOf(connection, `DESCRIBE SELECT * EXCLUDE (file_row_number) FROM ${source}`).catch(
    (error: unknown) => {
      throw tapeError(book, `cannot be read as Parquet: ${firstLine(error)}`)
    },
  )
  const columns = described.map((column) => String(column['column_name']))
  const renamed = columns.map((name, index) => `${identifier(name)} AS c${index}`)
  return {
    columns,
    relation: `(SELECT file_row_number + 1 AS row, ${renamed.join(', ')} FROM ${source})`,
    textOf: (column) => trimmed(`CAST(c${columns.indexOf(column)} AS VARCHAR)`),
    delimiter: null,
  }
}

/** A problem of the tape as a whole. */
export const tapeError = (book: TapeBook, message: string, path = ''): InputError =>
  new InputError([{ file: book.filePath, line: 1, column: 1, path, message }])

/** First line of what an error says. */
export function firstLine(error: unknown): string {
  const line = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
  // what the CSV parser says of a file that some lines of end in CRLF and others in LF
  return line.includes('state machine') ? `its lines do not all end alike (CRLF or LF), or a quote is not closed` : line
}

/** Spaces, tabs, line breaks, and the no-break and ideographic spaces that spreadsheets leave behind. */
const BLANKS = ' \t\r\n\u00a0\u3000'

/** Most cells have no blank at all, which a regular expression sees three times faster than `trim` does. */
const trimmed = (sql: string): string =>
  `CASE WHEN regexp_matches(${sql}, '^[!-~]+$') THEN ${sql} ELSE nullif(trim(${sql}, ${textLiteral(BLANKS)}), '') END`

/** Longest header looked for, in bytes. */
const HEADER_BYTES = 1 << 20

/** First line of a CSV file without byte-order mark. */
async function readHeader(book: TapeBook): Promise<string> {
  const file = await open(book.file).catch((error: unknown) => {
    throw tapeError(book, `cannot be read: ${firstLine(error)}`)
  })
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(HEADER_BYTES) })
    const end = buffer.subarray(0, bytesRead).findIndex((byte) => byte === 10 || byte === 13)
    const bytes = buffer.subarray(0, end < 0 ? bytesRead : end)
    const header = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (header.trim() === '') throw tapeError(book, 'is empty: its first line must name the columns')
    return header
  } catch (error) {
    if (error instanceof TypeError) throw tapeError(book, 'is not UTF-8; save it as "CSV UTF-8"')
    throw error
  } finally {
    await file.close()
  }
}

const mostFrequent = (text: string, characters: readonly [string, ...string[]]): string =>
  characters.reduce((best, one) => (text.split(one).length > text.split(best).length ? one : best))

/** Fields of one line: quoted ones may hold the delimiter, and a doubled quote for a quote. */
function splitFields(line: string, delimiter: string): string[] {
  const field = new RegExp(`${delimiter}(?:"((?:[^"]|"")*)"|([^${delimiter}]*))`, 'g')
  return [...`${delimiter}${line}`.matchAll(field)].map(([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
  )
}
