import type { DuckDBConnection } from '@duckdb/node-api'
import type { Firms, Grouping } from '../../models/types.ts'
import { fillColumns, rowsOf } from '../duckdb.ts'
import type { Mapping } from './mapping.ts'

/** Groupings that a book has in any case: where the tape tells nothing, all firms share one level. */
const USUAL_GROUPINGS = ['sector', 'region']

/**
 * Builds the columns of firms and their loans from the rows of `tape` without a fault. Firms come in the order in which the tape first
 * names them, the loans of a firm in the order of the tape, the labels of a grouping in alphabetical order.
 */
export async function toFirms(connection: DuckDBConnection, mapping: Mapping): Promise<Firms> {
  const firstRow = mapping.texts.has('obligorId') ? 'min(row) OVER (PARTITION BY obligor)' : 'row'
  await connection.run(`
    CREATE TABLE good AS SELECT * EXCLUDE (faults), ${firstRow} AS firstRow FROM tape ANTI JOIN faults USING (row);
    DROP TABLE tape`)
  const [counts] = await rowsOf(
    connection,
    'SELECT count(*) AS loans, count(*) FILTER (row = firstRow) AS firms FROM good',
  )
  return {
    ...(await readFirms(connection, mapping, Number(counts?.['firms']))),
    applicants: null,
    numeric: new Map(),
    requests: await readRequests(connection, Number(counts?.['loans'])),
  }
}

async function readFirms(
  connection: DuckDBConnection,
  { groupings }: Mapping,
  count: number,
): Promise<Omit<Firms, 'applicants' | 'numeric' | 'requests'>> {
  const labels: string[][] = []
  for (const index of groupings.keys()) {
    await connection.run(`CREATE TYPE label${index} AS ENUM (SELECT DISTINCT g${index} FROM good ORDER BY g${index})`)
    const rows = await rowsOf(connection, `SELECT unnest(enum_range(NULL::label${index})) AS label`)
    labels.push(rows.map((row) => String(row['label'])))
  }
  const ids = new Array<string>(count)
  const truePd = new Float64Array(count)
  const codes = groupings.map(() => new Int32Array(count))
  const codeSql = groupings.map(
    (_, index) => `, CAST(enum_code(CAST(g${index} AS label${index})) AS INTEGER) AS g${index}`,
  )
  await fillColumns(connection, `SELECT obligor, pd ${codeSql.join('')} FROM good WHERE row = firstRow ORDER BY row`, {
    obligor: ids,
    pd: truePd,
    ...Object.fromEntries(codes.map((list, index) => [`g${index}`, list])),
  })
  const everyone: Grouping = { labels: ['all'], codes: new Int32Array(count) }
  return {
    count,
    ids,
    truePd,
    honesty: new Uint8Array(count),
    groupings: new Map([
      ...USUAL_GROUPINGS.map((name): [string, Grouping] => [name, everyone]),
      ...groupings.map(({ name }, index): [string, Grouping] => [
        name,
        { labels: labels[index]!, codes: codes[index]! },
      ]),
    ]),
  }
}

async function readRequests(connection: DuckDBConnection, count: number): Promise<Firms['requests']> {
  const columns = {
    ids: new Array<string>(count),
    firm: new Int32Array(count),
    amount: new Float64Array(count),
    termMonths: new Int32Array(count),
    remainingMonths: new Int32Array(count),
    repayment: new Uint8Array(count),
    collateral: new Uint8Array(count),
    deposit: new Float64Array(count),
    fees: new Float64Array(count),
    ownerAum: new Float64Array(count),
    statedLgd: new Float64Array(count),
    givenPd: new Float64Array(count),
    givenGrade: new Uint8Array(count),
  }
  await fillColumns(
    connection,
    `SELECT loanId AS ids, CAST(dense_rank() OVER (ORDER BY firstRow) - 1 AS INTEGER) AS firm, balance AS amount, termMonths,
       remainingMonths, repayment, collateral, deposit, fees, ownerAum, lgd AS statedLgd, pd AS givenPd, grade AS givenGrade
     FROM good ORDER BY firstRow, row`,
    columns,
  )
  return { count, ...columns, financingGap: new Float64Array(count).fill(Infinity) }
}
