import type { DuckDBConnection } from '@duckdb/node-api'
import { rowsOf } from '../duckdb.ts'

/** A line of a CSV that could not be split into fields. */
export interface Reject {
  /** Number of the record in the file: the header is 1, an empty line counts, a line break within quotes does not. */
  readonly record: number
  readonly reason: string
}

const REASONS: Readonly<Record<string, string>> = {
  'MISSING COLUMNS': 'has fewer fields than the header',
  'TOO MANY COLUMNS': 'has more fields than the header',
  'UNQUOTED VALUE': 'has a quote that is never closed, or text after a closing quote',
  'INVALID ENCODING': 'is not UTF-8; save the file as "CSV UTF-8"',
  'LINE SIZE OVER MAXIMUM': 'is too long',
}

/** Lines that DuckDB left out of the `tape`, each once, in the order of the file. */
export async function findRejects(connection: DuckDBConnection): Promise<Reject[]> {
  const rows = await rowsOf(
    connection,
    `SELECT line AS record, min(CAST(error_type AS VARCHAR)) AS type FROM reject_errors GROUP BY line ORDER BY line`,
  )
  return rows.map(({ record, type }) => ({
    record: Number(record),
    reason: REASONS[String(type)] ?? `cannot be read: ${String(type).toLowerCase()}`,
  }))
}
