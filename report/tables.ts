/** The tables of a run folder as documentation shows them. */
import { CELL_COLUMNS } from './tables/cells.ts'
import type { ColumnNote } from './tables/column.ts'
import { FIRM_COLUMNS } from './tables/firms.ts'
import { LOAN_COLUMNS } from './tables/loans.ts'
import { PATH_COLUMNS } from './tables/paths.ts'

export type TableName = 'cells' | 'paths' | 'loans' | 'firms'

/** Columns by table, in order. Those of firms are followed by `by_…`, `true_…` and `told_…` columns that depend on the book. */
export const TABLES: Readonly<Record<TableName, readonly ColumnNote[]>> = {
  cells: CELL_COLUMNS.map(toNote),
  paths: PATH_COLUMNS.map(toNote),
  loans: LOAN_COLUMNS.map(toNote),
  firms: FIRM_COLUMNS.map(toNote),
}

function toNote({ name, type, unit, meaning }: ColumnNote): ColumnNote {
  return { name, type, unit, meaning }
}
