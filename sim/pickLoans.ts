import type { Loans } from '../models/types.ts'

/** Some of a strategy's loans, by row; their obligors keep their numbers. */
export function pickLoans(loans: Loans, rows: Int32Array): Loans {
  const picked = Object.entries(loans).map(([name, column]: [string, unknown]) => [
    name,
    ArrayBuffer.isView(column) ? pickRows(column as Float64Array, rows) : column,
  ])
  return { ...(Object.fromEntries(picked) as unknown as Loans), count: rows.length }
}

function pickRows(column: Float64Array, rows: Int32Array): Float64Array {
  const picked = new (column.constructor as Float64ArrayConstructor)(rows.length)
  for (let k = 0; k < rows.length; k++) picked[k] = column[rows[k]!]!
  return picked
}
