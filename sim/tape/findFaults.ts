import type { DuckDBConnection } from '@duckdb/node-api'
import type { TapeBook } from '../../models/book.ts'
import { rowsOf, textLiteral } from '../duckdb.ts'
import type { Mapping } from './mapping.ts'

/** Something wrong with one row. */
export interface Fault {
  readonly row: number
  /** Field or grouping. */
  readonly name: string
  /** Text of the cell; null when blank. */
  readonly value: string | null
  readonly reason: string
  /** Another row that the reason speaks of; null for none. */
  readonly otherRow: number | null
}

export interface Faults {
  readonly count: number
  /** Rows that have any. */
  readonly rows: number
  /** The first ones, by row. */
  readonly first: readonly Fault[]
}

/**
 * Makes the table `faults` from `tape`: what is wrong within rows, loan ids used before, and loans of one obligor that disagree about
 * the obligor. Of rows that disagree with each other the first is taken as right.
 *
 * @param limit most faults returned; all are counted
 */
export async function findFaults(
  connection: DuckDBConnection,
  book: TapeBook,
  mapping: Mapping,
  limit: number,
): Promise<Faults> {
  await connection.run(`
    CREATE TABLE faults AS
    SELECT row, fault.field AS name, fault.value AS value, fault.reason AS reason, CAST(NULL AS BIGINT) AS otherRow
    FROM (SELECT row, unnest(faults) AS fault FROM tape WHERE len(faults) > 0)
    ${[...duplicates(book), ...disagreements(book, mapping)].map((sql) => `UNION ALL ${sql}`).join(' ')}`)
  const [counts] = await rowsOf(connection, 'SELECT count(*) AS count, count(DISTINCT row) AS rows FROM faults')
  const first = await rowsOf(connection, `SELECT * FROM faults ORDER BY row, name, reason LIMIT ${limit}`)
  return { count: Number(counts?.['count']), rows: Number(counts?.['rows']), first: first as unknown as Fault[] }
}

const duplicates = ({ columns }: TapeBook): string[] =>
  'column' in columns.loanId
    ? [
        `SELECT row, 'loanId', loanId, 'must be unique', firstRow
         FROM tape JOIN (SELECT loanId, min(row) AS firstRow FROM tape GROUP BY loanId HAVING count(*) > 1) USING (loanId)
         WHERE row > firstRow`,
      ]
    : []

/** What is one for all loans of an obligor: its groupings, and its default probability or the grade that stands for it. */
function disagreements(book: TapeBook, mapping: Mapping): string[] {
  if (!book.columns.obligorId) return []
  const perObligor: [name: string, column: string][] = mapping.groupings.map(({ name }, index) => [name, `g${index}`])
  if (book.columns.pd) perObligor.push(['pd', 'pd'])
  else if (book.pdTable?.by === 'grade') perObligor.push(['grade', 'pd'])
  return perObligor.map(
    ([name, column]) => `
      SELECT row, ${textLiteral(name)}, CAST(tape.${column} AS VARCHAR),
        concat('must be the same for all loans of obligor "', tape.obligor, '"'), firstRow
      FROM tape JOIN (
        SELECT obligor, arg_min(${column}, row) AS expected, min(row) AS firstRow FROM tape WHERE ${column} IS NOT NULL
        GROUP BY obligor HAVING min(${column}) <> max(${column})
      ) AS firsts USING (obligor)
      WHERE tape.${column} <> expected`,
  )
}
