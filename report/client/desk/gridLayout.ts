import { COLLATERALS, GRADES, TERM_BANDS, cellAt, cellIndex } from '../../../models/types.ts'
import type { Collateral, TermBand } from '../../../models/types.ts'
import { parseCell } from '../../cellName.ts'
import type { DeskCell } from '../../desk/protocol.ts'

/** A column of the grid. */
export interface GridColumn {
  readonly termBand: TermBand
  readonly collateral: Collateral
}

/** What the grid shows: grades down, term bands and within them collateral across. */
export interface GridLayout {
  readonly grades: readonly number[]
  readonly columns: readonly GridColumn[]
  /** Cell indices: row, then column. */
  readonly cells: readonly (readonly number[])[]
  /** Cells with an input; the others are of no loans and not asked for. */
  readonly inputs: ReadonlySet<number>
}

/** The rows and columns that hold loans, or all of them. */
export function gridLayout(populated: readonly DeskCell[], showAll: boolean): GridLayout {
  const has = new Set(populated.map(({ index }) => index))
  const grades = Array.from({ length: GRADES }, (_, i) => i + 1)
  const columns = TERM_BANDS.flatMap((termBand) => COLLATERALS.map((collateral) => ({ termBand, collateral })))
  const shownColumns = columns.filter((column) => showAll || grades.some((grade) => has.has(indexOf(grade, column))))
  const shownGrades = grades.filter((grade) => showAll || columns.some((column) => has.has(indexOf(grade, column))))
  return {
    grades: shownGrades,
    columns: shownColumns,
    cells: shownGrades.map((grade) => shownColumns.map((column) => indexOf(grade, column))),
    inputs: showAll ? new Set(cellsOf({ kind: 'all' })) : has,
  }
}

const indexOf = (grade: number, { termBand, collateral }: GridColumn): number =>
  cellIndex(grade, TERM_BANDS.indexOf(termBand), COLLATERALS.indexOf(collateral))

/** Which cells an action is for: all, a grade, a term band or a column of the grid. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'grade'; readonly grade: number }
  | { readonly kind: 'termBand'; readonly termBand: TermBand }
  | ({ readonly kind: 'column' } & GridColumn)

/** Cells of a scope, with loans or without: a schedule stays in step where the book has none today. */
export function cellsOf(scope: Scope): number[] {
  const grades = scope.kind === 'grade' ? [scope.grade] : Array.from({ length: GRADES }, (_, i) => i + 1)
  const terms = 'termBand' in scope ? [scope.termBand] : TERM_BANDS
  const collaterals = scope.kind === 'column' ? [scope.collateral] : COLLATERALS
  return grades.flatMap((grade) =>
    terms.flatMap((termBand) => collaterals.map((collateral) => indexOf(grade, { termBand, collateral }))),
  )
}

/** A scope as the value of a select box, and back. */
export const scopeKey = (scope: Scope): string =>
  scope.kind === 'all'
    ? 'all'
    : scope.kind === 'grade'
      ? `grade ${scope.grade}`
      : scope.kind === 'termBand'
        ? `term ${scope.termBand}`
        : `column ${scope.termBand} ${scope.collateral}`

/** Whether a cell is in a scope. */
export const isInScope = (scope: Scope, index: number): boolean => {
  const { grade, termBand, collateral } = cellAt(index)
  return (
    scope.kind === 'all' ||
    (scope.kind === 'grade' && scope.grade === grade) ||
    (scope.kind === 'termBand' && scope.termBand === termBand) ||
    (scope.kind === 'column' && scope.termBand === termBand && scope.collateral === collateral)
  )
}

/** Index of a cell by its key, `grade|termBand|collateral`. */
export function indexOfKey(key: string): number {
  const { grade, termBand, collateral } = parseCell(key)
  return indexOf(grade, { termBand, collateral })
}

/** Term bands of the grid's columns and how many columns each has. */
export function termBandsOf({
  columns,
}: GridLayout): readonly { readonly termBand: TermBand; readonly columns: number }[] {
  const bands = [...new Set(columns.map(({ termBand }) => termBand))]
  return bands.map((termBand) => ({ termBand, columns: columns.filter((one) => one.termBand === termBand).length }))
}

/** Whether a column is the first of its term band. */
export const startsBand = ({ columns }: GridLayout, c: number): boolean =>
  columns[c]!.termBand !== columns[c - 1]?.termBand
