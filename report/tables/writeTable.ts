import { BOOLEAN, DOUBLE, DuckDBDataChunk, type DuckDBConnection, INTEGER, VARCHAR } from '@duckdb/node-api'
import { identifier, textLiteral } from '../../sim/duckdb.ts'
import type { Column, ColumnNote, ColumnType, Value } from './column.ts'

/** One source of rows, such as an entry's paths, and how many rows it has. */
interface RowSource<Source> {
  readonly source: Source
  readonly rows: number
}

const TYPES = { text: VARCHAR, integer: INTEGER, real: DOUBLE, boolean: BOOLEAN } as const satisfies Record<
  ColumnType,
  unknown
>

/** Rows that DuckDB takes at once. */
const CHUNK_ROWS = 2048

/**
 * Writes a Parquet file (zstd), the sources one after the other, the rows of each in order. A number that is not finite becomes NULL.
 * The file's metadata says under `columns` what each column means, as JSON: `{name: {unit, meaning}}`.
 *
 * @param name name of a table that the connection does not have yet
 */
export async function writeTable<Source>(
  connection: DuckDBConnection,
  name: string,
  file: string,
  columns: readonly Column<Source>[],
  sources: readonly RowSource<Source>[],
): Promise<void> {
  const table = identifier(name)
  const types = columns.map(({ type }) => TYPES[type])
  const declared = columns.map((column, index) => `${identifier(column.name)} ${types[index]!.toString()}`)
  await connection.run(`CREATE TABLE ${table} (${declared.join(', ')})`)
  const appender = await connection.createAppender(name)
  // One for all: its memory is DuckDB's, and would be freed only when the collector comes round.
  const chunk = DuckDBDataChunk.create(types)
  for (const { source, rows } of sources) {
    const getters = columns.map((column) => column.of(source))
    for (let start = 0; start < rows; start += CHUNK_ROWS) {
      const length = Math.min(CHUNK_ROWS, rows - start)
      chunk.reset()
      chunk.rowCount = length
      for (const [index, valueOf] of getters.entries())
        chunk.setColumnValues(
          index,
          Array.from({ length }, (_, k) => storable(valueOf(start + k))),
        )
      appender.appendDataChunk(chunk)
    }
  }
  appender.closeSync()
  const notes = textLiteral(JSON.stringify(Object.fromEntries(columns.map(toNote))))
  await connection.run(
    `COPY ${table} TO ${textLiteral(file)} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {columns: ${notes}})`,
  )
  await connection.run(`DROP TABLE ${table}`)
}

const toNote = ({ name, unit, meaning }: ColumnNote) => [name, { unit, meaning }] as const

const storable = (value: Value): Value => (typeof value === 'number' && !Number.isFinite(value) ? null : value)
