/** How a part of a step counts: not at all, as a whole one, or in proportion. */
export const ROUNDINGS = ['floor', 'ceil', 'linear'] as const
export type Rounding = (typeof ROUNDINGS)[number]

/** A value this close to a threshold, or a count this close to a whole number, is on it: 0.69 − 0.60 is not quite 0.09 in binary. */
export const TOLERANCE = 1e-9

/**
 * Steps that a value lies beyond a standard.
 *
 *     floor: ⌊d/step + 1e-9⌋     ceil: ⌈d/step − 1e-9⌉     linear: d/step
 *
 * @param distance d, how far beyond the standard; 0 or less gives no step
 * @param step     length of one step, > 0
 * @param rounding how a part of a step counts
 */
export function countSteps(distance: number, step: number, rounding: Rounding): number {
  if (distance <= 0) return 0
  const steps = distance / step
  if (rounding === 'linear') return steps
  return rounding === 'floor' ? Math.floor(steps + TOLERANCE) : Math.max(0, Math.ceil(steps - TOLERANCE))
}
