import type { Rate } from '../types.ts'
import type { Coverage } from './coverageFunction.ts'
import type { Programme } from './programme.ts'
import { along } from './row.ts'
import type { Row } from './row.ts'

/** By goal and column, whether a line whose tax starts at once (VAT method 1) is taken as taxed; of no effect on other lines. */
export type Sides = readonly (readonly boolean[])[]

/** On which side of the threshold lines are at some rates. */
export const sidesAt = ({ goals, cap }: Pick<Programme, 'goals' | 'cap'>, rates: Float64Array): Sides =>
  goals.map((goal) => goal.taxedAt(rates, cap))

/** A goal that some rates do not meet. */
export interface Missed {
  readonly name: string
  readonly coverage: Coverage
}

export interface MissedOptions {
  readonly cap: Rate
  /** By how much a goal may be short and still hold, decimal per year. */
  readonly tolerance: number
  readonly sides: Sides
  /** By how much single goals are relaxed. */
  readonly relaxed?: Readonly<Record<string, number>>
}

/** The goals that some rates miss. */
export const missedGoals = (
  { goals }: Programme,
  rates: Float64Array,
  { cap, tolerance, sides, relaxed = {} }: MissedOptions,
): Missed[] =>
  goals.flatMap(({ name, at }, g) => {
    const coverage = at(rates, cap, sides[g])
    return coverage.value + (relaxed[name] ?? 0) < -tolerance ? [{ name, coverage }] : []
  })

/** The plane above a goal that touches it at some rates, as a row: what meets the goal lies on this side of it. */
export function cut({ start }: Programme, { name, coverage }: Missed, rates: Float64Array): Row {
  const { value, slopes, capSlope } = coverage
  const x = rates.map((rate, k) => rate - start[k]!)
  return {
    constraint: name,
    cells: [],
    slopes,
    least: along(slopes, x) - value,
    eases: { [name]: 1, cap: capSlope },
  }
}
