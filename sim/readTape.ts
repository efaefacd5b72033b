import type { DuckDBConnection } from '@duckdb/node-api'
import type { TapeBook } from '../models/book.ts'
import type { Firms } from '../models/types.ts'
import { InputError, type Problem } from '../scenarios/index.ts'
import { rowsOf, withDatabase } from './duckdb.ts'
import { findFaults, type Fault, type Faults } from './tape/findFaults.ts'
import { findRejects, type Reject } from './tape/findRejects.ts'
import { mapColumns, type Mapping } from './tape/mapping.ts'
import { recordLines, type RecordLines } from './tape/recordLines.ts'
import { firstLine, tapeError, tapeFile, type TapeFile } from './tape/tapeFile.ts'
import { toFirms } from './tape/toFirms.ts'
import { typedRows } from './tape/typedRows.ts'

/** A tape as read. */
export interface TapeRead {
  readonly firms: Firms
  /** Rows left out. */
  readonly skipped: number
  /** What was wrong with them, one line each; a long list is cut with a last line that counts the rest. */
  readonly problems: readonly string[]
}

/** Most problems listed one by one. */
const LISTED_PROBLEMS = 50

/**
 * Reads a loan tape, CSV or Parquet, into firms and loans. Everything is checked: each cell that is mapped, loan ids for repetition,
 * and the loans of one obligor for agreement on what belongs to the obligor.
 *
 * A constant loan id numbers the loans (`id-1`, `id-2`, … by row). Without an obligor id each loan is an obligor of its own. Money is in
 * the book's unit. Where the LGD is not given, or blank, `statedLgd` is NaN; the true PD is the tape's.
 *
 * @param options.skipBadRows leave bad rows out and count them, instead of refusing the tape
 * @throws {InputError} with every problem found, when the file or its mapping cannot be used, no row is left, or any row is bad
 */
export async function readTape(book: TapeBook, options: { readonly skipBadRows?: boolean } = {}): Promise<TapeRead> {
  return withDatabase(async (connection) => {
    const tape = await tapeFile(book, connection)
    const mapping = mapColumns(book, tape)
    await connection.run(typedRows(book, tape, mapping)).catch((error: unknown) => {
      throw tapeError(book, `cannot be read: ${firstLine(error)}`)
    })
    const faults = await findFaults(connection, book, mapping, LISTED_PROBLEMS)
    const rejects = tape.delimiter === null ? [] : await findRejects(connection)
    const count = faults.count + rejects.length
    const problems = count > 0 ? await describe(book, tape, mapping, faults, rejects) : []
    if (count > 0 && !options.skipBadRows) throw new InputError(problems)

    const skipped = faults.rows + rejects.length
    await requireRows(connection, book, skipped)
    const firms = await toFirms(connection, mapping)
    return { firms, skipped, problems: count > 0 ? new InputError(problems).message.split('\n') : [] }
  })
}

/** The first problems by line, and the number of the others. */
async function describe(
  book: TapeBook,
  tape: TapeFile,
  mapping: Mapping,
  faults: Faults,
  rejects: readonly Reject[],
): Promise<Problem[]> {
  const lines = await linesOf(book, tape, faults.first, rejects)
  const rowLine = (row: number): number => lines.ofRow.get(row) ?? row
  const ofRows = faults.first.map(({ row, name, value, reason, otherRow }): Problem => {
    const place = mapping.placeOf(name)
    const got = value === null ? '' : `, got ${JSON.stringify(value)}`
    const other = otherRow === null ? '' : `; see line ${rowLine(otherRow)}`
    const message = `${reason}${got}${other}`
    return { file: book.filePath, line: rowLine(row), column: place.position, path: place.name, message }
  })
  const ofRecords = rejects.slice(0, LISTED_PROBLEMS).map(({ record, reason }): Problem => {
    const line = lines.ofRecord.get(record) ?? record
    return { file: book.filePath, line, column: 1, path: 'line', message: reason }
  })
  const listed = [...ofRows, ...ofRecords]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .slice(0, LISTED_PROBLEMS)
  const more = faults.count + rejects.length - listed.length
  const last = listed.at(-1)
  return more > 0 && last ? [...listed, { ...last, path: '', message: `and ${more} more problems` }] : listed
}

/** Lines of the rows and records spoken of. A Parquet file has no lines: rows are counted instead. */
async function linesOf(
  book: TapeBook,
  tape: TapeFile,
  faults: readonly Fault[],
  rejects: readonly Reject[],
): Promise<RecordLines> {
  if (tape.delimiter === null) return { ofRow: new Map(), ofRecord: new Map() }
  const rows = faults.flatMap(({ row, otherRow }) => (otherRow === null ? [row] : [row, otherRow]))
  return recordLines(book.file, {
    delimiter: tape.delimiter,
    rows: new Set(rows),
    rejected: new Set(rejects.map(({ record }) => record)),
    blankRows: tape.columns.length === 1,
  })
}

async function requireRows(connection: DuckDBConnection, book: TapeBook, skipped: number): Promise<void> {
  const [good] = await rowsOf(connection, 'SELECT count(*) AS count FROM tape ANTI JOIN faults USING (row)')
  if (Number(good?.['count']) > 0) return
  const filter = Object.keys(book.keep).length > 0 ? ' that passes "keep"' : ''
  throw tapeError(book, skipped > 0 ? 'has no good row' : `has no row${filter}`)
}
