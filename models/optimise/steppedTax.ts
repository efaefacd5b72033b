import { sidesAt } from './cuts.ts'
import type { Sides } from './cuts.ts'
import { rateRow } from './limits.ts'
import { nearestSchedule } from './nearestSchedule.ts'
import type { Nearest } from './nearestSchedule.ts'
import type { Programme } from './programme.ts'
import type { Row } from './row.ts'

const MOST_ROUNDS = 30
/** A line that changes side this often is held where it is exempt. */
const MOST_CROSSINGS = 2

/** Whether some line's tax starts at once where its rate passes 1.5 × LPR (VAT method 1). */
export const isStepped = ({ goals }: Programme): boolean => goals.some((goal) => goal.isStepped)

/**
 * A covering schedule near the start where goals are not concave, since the tax of some lines starts at once: the nearer of two.
 *
 * In the first every line stays on its side of the threshold, and among such schedules it is the nearest. The second lets lines cross: it
 * is the nearest with each line taxed as before, worked out again until no line has crossed. Neither need be the nearest of all.
 *
 * @returns null when neither way leads to a schedule
 */
export function nearestUnderSteppedTax(programme: Programme): Nearest | null {
  const sides = sidesAt(programme, programme.start)
  const staying = nearestSchedule(programme, [...programme.limits, ...thresholdRows(programme, sides)], sides)
  const crossing = nearestCrossing(programme, sides)
  const found = [staying, crossing].filter((nearest) => nearest !== null)
  return found.sort((a, b) => squares(programme, a) - squares(programme, b))[0] ?? null
}

function nearestCrossing(programme: Programme, atStart: Sides): Nearest | null {
  const crossings = atStart.map((goal) => goal.map(() => 0))
  const isHeld = (g: number, k: number): boolean => crossings[g]![k]! >= MOST_CROSSINGS
  let sides = atStart
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const held = thresholdRows(programme, sides, isHeld)
    const nearest = nearestSchedule(programme, [...programme.limits, ...held], sides)
    if (!nearest) return null
    const there = sidesAt(programme, nearest.rates)
    const crossed = there.map((goal, g) => goal.map((side, k) => side !== sides[g]![k]! && !isHeld(g, k)))
    if (!crossed.flat().includes(true)) return nearest
    for (const [g, goal] of crossed.entries()) for (const [k, has] of goal.entries()) if (has) crossings[g]![k]!++
    sides = there.map((goal, g) => goal.map((side, k) => side && !isHeld(g, k)))
  }
  return null
}

/** Rows that keep lines on their side of the threshold. */
const thresholdRows = (
  { goals, start }: Programme,
  sides: Sides,
  isKept: (goal: number, column: number) => boolean = () => true,
): Row[] =>
  goals.flatMap(({ thresholds }, g) =>
    thresholds
      .filter(({ column }) => isKept(g, column))
      .map(({ column, position, rate }) => {
        const sign = sides[g]![column]! ? 1 : -1
        return rateRow('vatThreshold', position, sign, sign * (rate - start[position]!), start.length)
      }),
  )

const squares = ({ weights, start }: Programme, { rates }: Nearest): number =>
  rates.reduce((sum, rate, k) => sum + weights[k]! * (rate - start[k]!) ** 2, 0)
