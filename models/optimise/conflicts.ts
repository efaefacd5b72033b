import type { LinearSolver } from './linearProgramme.ts'
import { linearSchedule } from './linearSchedule.ts'
import type { Programme } from './programme.ts'

/** A constraint that cannot hold together with others. */
export interface Conflict {
  /** Name of a goal, or of a limit. */
  readonly constraint: string
  /** By how much it is relaxed where the sum of all relaxations is least, decimal per year; 0 when that leaves it alone. */
  readonly excess: number
  /** By how much it would have to be relaxed if every other held; null when that alone would not do. */
  readonly alone: number | null
}

/** Relaxations below this are rounding: a hundred-thousandth of a basis point. */
const NOTHING = 1e-9

/**
 * Which constraints of a programme conflict, and by how much: goals count by their surplus ÷ balance, a limit of rates by its one level for
 * all cells. Limits that exclude each other whatever the goals are told alone.
 *
 * @param solve  of linear programmes
 */
export function conflicts(programme: Programme, solve: LinearSolver): Conflict[] {
  const withoutGoals = { ...programme, goals: [] }
  const isPossible = linearSchedule(withoutGoals, { costs: none(programme), relaxed: [] }, solve) !== null
  return isPossible ? conflictsOf(programme, solve) : conflictsOf(withoutGoals, solve)
}

function conflictsOf(programme: Programme, solve: LinearSolver): Conflict[] {
  const { goals, limits } = programme
  const names = [...new Set([...goals.map(({ name }) => name), ...limits.map(({ constraint }) => constraint)])]
  const relaxing = (relaxed: readonly string[]): Readonly<Record<string, number>> | null =>
    linearSchedule(programme, { costs: none(programme), relaxed }, solve)?.relaxations ?? null
  const together = relaxing(names)
  return names.flatMap((constraint) => {
    const alone = relaxing([constraint])?.[constraint] ?? null
    const excess = together?.[constraint] ?? 0
    return alone !== null || excess > NOTHING ? [{ constraint, excess: excess > NOTHING ? excess : 0, alone }] : []
  })
}

const none = ({ cells }: Programme): Float64Array => new Float64Array(cells.length)
