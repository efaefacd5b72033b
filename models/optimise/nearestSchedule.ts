import { cut, missedGoals, sidesAt } from './cuts.ts'
import type { Sides } from './cuts.ts'
import { kktResidual } from './kktResidual.ts'
import { nearestPoint } from './nearestPoint.ts'
import type { Programme } from './programme.ts'
import type { Row } from './row.ts'
import { settled } from './settled.ts'

/** A goal holds when it is short by no more than this, decimal per year: a hundred-millionth of a basis point. */
const TOLERANCE = 1e-12
/** Every round adds a cut of a goal that is not met; they are finitely many, and a handful is usual. */
const MOST_ROUNDS = 500

/** The nearest schedule and what proves it. */
export interface Nearest {
  /** By position of the cell. */
  readonly rates: Float64Array
  /** Limits and cuts, each with its multiplier: the fall of ½·Σ w·x² by unit of `least`. */
  readonly rows: readonly Row[]
  readonly multipliers: Float64Array
  /** See {@link kktResidual}. */
  readonly residual: number
}

/**
 * The schedule nearest to the start that meets every limit and goal (MODEL §8).
 *
 *     minimise ½·Σ_k w_k·(r_k − r0_k)²   subject to the limits and   g_i(r_n) + g_i'(r_n)·(r − r_n) ≥ 0
 *
 * Cuts lie nowhere below a concave goal, so a schedule that meets all goals meets them too: they are added where the nearest point so far
 * falls short, until none does. None is ever dropped.
 *
 * @param limits  rows on single rates
 * @param sides   of the threshold of VAT method 1 that lines stay on
 * @returns null when no schedule meets them all
 */
export function nearestSchedule(
  programme: Programme,
  limits: readonly Row[] = programme.limits,
  sides: Sides = sidesAt(programme, programme.start),
): Nearest | null {
  const { weights, start, cap } = programme
  const rows = [...limits]
  let held: number[] = []
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const point = nearestPoint(weights, rows, held)
    if (!point) return null
    const { multipliers } = point
    const rates = settled(programme, point.x)
    const missed = missedGoals(programme, rates, { cap, tolerance: TOLERANCE, sides })
    if (missed.length === 0) {
      const x = rates.map((rate, k) => rate - start[k]!)
      return { rates, rows, multipliers, residual: kktResidual(weights, x, rows, multipliers) }
    }
    held = [...rows.keys()].filter((i) => multipliers[i]! > 0)
    rows.push(...missed.map((goal) => cut(programme, goal, rates)))
  }
  throw new Error(`nearestSchedule: no end after ${MOST_ROUNDS} rounds of cuts`)
}
