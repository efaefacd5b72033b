import { missedGoals, sidesAt } from './cuts.ts'
import type { Missed } from './cuts.ts'
import type { LinearProgramme, LinearSolver } from './linearProgramme.ts'
import type { Programme } from './programme.ts'
import { along } from './row.ts'
import type { Row } from './row.ts'

/** Goals hold to a hundred-thousandth of a basis point, as a solver of linear programmes can tell. */
const TOLERANCE = 1e-9
const MOST_ROUNDS = 500

/** Rates, and by how much constraints are relaxed for them. */
export interface LinearSchedule {
  readonly rates: Float64Array
  readonly relaxations: Readonly<Record<string, number>>
}

/**
 * The schedule of least linear cost that meets every limit and goal but those relaxed, which cost what they are relaxed by. Goals come in
 * by cuts, as in nearestSchedule; under VAT method 1 lines count as taxed or exempt as they are at the start.
 *
 * A linear programme's solutions lie in corners, and where tax sets in each cell has one: the taxed parts of rates are variables of their
 * own, at least 0 and the rate less 1.5 × LPR, so that a cut need not be found for each combination of cells on either side.
 *
 * @returns null when no schedule does
 */
export function linearSchedule(
  programme: Programme,
  { costs, relaxed }: Pick<LinearProgramme, 'costs' | 'relaxed'>,
  solve: LinearSolver,
): LinearSchedule | null {
  const { start, limits, cap } = programme
  const parts = taxedParts(programme)
  const size = start.length + parts.length
  const wide = (slopes: Float64Array): Float64Array => {
    const padded = new Float64Array(size)
    padded.set(slopes)
    return padded
  }
  const rows: Row[] = [...limits.map((row) => ({ ...row, slopes: wide(row.slopes) })), ...partRows(parts, start)]
  const sides = sidesAt(programme, start)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const solution = solve({ costs: wide(costs), relaxed, rows })
    if (!solution) return null
    const { relaxations } = solution
    const rates = start.map((rate, k) => rate + solution.x[k]!)
    const raised = relaxations['cap'] ?? 0
    const options = { cap: cap + raised, tolerance: TOLERANCE, sides, relaxed: relaxations }
    const missed = missedGoals(programme, rates, options)
    if (missed.length === 0) return { rates, relaxations }
    rows.push(...missed.map((goal) => wideCut(goal, rates, raised, start, parts)))
  }
  throw new Error(`linearSchedule: no end after ${MOST_ROUNDS} rounds of cuts`)
}

/** The taxed part of a rate in one goal's scenario and year. */
interface TaxedPart {
  readonly goal: string
  readonly column: number
  readonly position: number
  readonly threshold: number
}

const taxedParts = ({ goals }: Programme): TaxedPart[] =>
  goals.flatMap(({ name, thresholds, isStepped }) =>
    isStepped
      ? []
      : thresholds.map(({ column, position, rate }) => ({ goal: name, column, position, threshold: rate })),
  )

/** A part is at least 0, and the rate less the threshold. */
const partRows = (parts: readonly TaxedPart[], start: Float64Array): Row[] =>
  parts.flatMap(({ goal, position, threshold }, i) => {
    const own = new Float64Array(start.length + parts.length)
    own[start.length + i] = 1
    const ofRate = Float64Array.from(own)
    ofRate[position] = -1
    const row = { constraint: goal, cells: [], eases: {} }
    return [
      { ...row, slopes: own, least: 0 },
      { ...row, slopes: ofRate, least: start[position]! - threshold },
    ]
  })

/** The plane above a goal that touches it at some rates, in rates as if untaxed and in their taxed parts. */
function wideCut(
  { name, coverage }: Missed,
  rates: Float64Array,
  raised: number,
  start: Float64Array,
  parts: readonly TaxedPart[],
): Row {
  const { value, capSlope, bends } = coverage
  const slopes = new Float64Array(start.length + parts.length)
  slopes.set(coverage.slopes)
  const there = new Float64Array(slopes.length)
  there.set(rates.map((rate, k) => rate - start[k]!))
  for (const [i, { goal, column, position, threshold }] of parts.entries()) {
    if (goal !== name) continue
    const part = Math.max(0, rates[position]! - threshold)
    there[start.length + i] = part
    slopes[start.length + i] = -bends[column]!
    if (part > 0) slopes[position]! += bends[column]!
  }
  const least = along(slopes, there) + capSlope * raised - value
  return { constraint: name, cells: [], slopes, least, eases: { [name]: 1, cap: capSlope } }
}
