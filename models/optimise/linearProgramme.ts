import type { Row } from './row.ts'

/** A linear programme: minimise costs·x + Σ_c s_c over changes x of either sign and relaxations s_c ≥ 0, subject to rows. */
export interface LinearProgramme {
  readonly costs: Float64Array
  /** Constraints that may be relaxed; the others hold. */
  readonly relaxed: readonly string[]
  readonly rows: readonly Row[]
}

export interface LinearSolution {
  readonly x: Float64Array
  /** By constraint that was relaxed. */
  readonly relaxations: Readonly<Record<string, number>>
}

/** Solves linear programmes to within a millionth of a basis point; null when no point meets all rows. */
export type LinearSolver = (programme: LinearProgramme) => LinearSolution | null
