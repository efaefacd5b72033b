/**
 * One linear constraint on changes x of the cells' rates:
 *
 *     Σ_k slopes_k·x_k ≥ least − Σ_c eases_c·s_c
 *
 * where s_c is by how much the named constraint c is relaxed, decimal per year; 0 until somebody asks what relaxing would do.
 */
export interface Row {
  /** What it belongs to: the name of a goal, or a {@link LimitName}. */
  readonly constraint: string
  /** Positions of the cells it speaks of; empty where it speaks of all. */
  readonly cells: readonly number[]
  /** One entry a cell. */
  readonly slopes: Float64Array
  readonly least: number
  /** By constraint that can be relaxed, how much one unit of that lowers `least`. */
  readonly eases: Readonly<Record<string, number>>
}

/** Limits of single rates. `cap` is the law's ceiling, `maximumRate` one of the committee's own below it. */
export const LIMIT_NAMES = [
  'cap',
  'maximumRate',
  'minimumRate',
  'largestStep',
  'maxCrossSubsidy',
  'monotone',
  'vatThreshold',
] as const
export type LimitName = (typeof LIMIT_NAMES)[number]

/** Left side of a row. */
export function along(slopes: Float64Array, x: Float64Array): number {
  let sum = 0
  for (let k = 0; k < slopes.length; k++) sum += slopes[k]! * x[k]!
  return sum
}
