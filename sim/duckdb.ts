/** DuckDB as this project uses it: one in-memory database for one piece of work, and SQL built from checked parts. */
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'

/**
 * Runs a piece of work on a fresh in-memory database and closes it, whatever happens.
 *
 * @throws whatever `work` throws, and DuckDB's own errors
 */
export async function withDatabase<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    return await work(connection)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** A text as an SQL literal. */
export const textLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A number as an SQL literal of the same double; a bare 0.1 would be a decimal. */
export const numberLiteral = (value: number): string => `CAST('${value}' AS DOUBLE)`

/** A column's or table's name in SQL. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** All rows of a small query. */
export async function rowsOf(
  connection: DuckDBConnection,
  sql: string,
): Promise<Record<string, string | number | null>[]> {
  const result = await connection.run(sql)
  const rows = await result.getRowObjectsJS()
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
    ),
  ) as Record<string, string | number | null>[]
}

/** Where the values of a result column go, in the order of the rows. */
export type ColumnTarget = string[] | Float64Array | Int32Array | Uint8Array

/**
 * Runs a query and writes each of its columns into the array of the same name. Null becomes NaN in a Float64Array.
 *
 * @throws {RangeError} when a target has no column of its name
 */
export async function fillColumns(
  connection: DuckDBConnection,
  sql: string,
  targets: Readonly<Record<string, ColumnTarget>>,
): Promise<void> {
  const result = await connection.stream(sql)
  const names = result.columnNames()
  const columns = Object.entries(targets).map(([name, target]) => ({ index: names.indexOf(name), name, target }))
  const missing = columns.find(({ index }) => index < 0)
  if (missing)
    throw new RangeError(`fillColumns: the query must have a column "${missing.name}", got ${names.join(', ')}`)
  let start = 0
  for await (const chunk of result) {
    const { rowCount } = chunk
    for (const { index, target } of columns) {
      const vector = chunk.getColumnVector(index)
      for (let i = 0; i < rowCount; i++) (target as unknown[])[start + i] = vector.getItem(i) ?? NaN
    }
    start += rowCount
  }
}
