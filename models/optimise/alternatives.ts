import { root } from '../root.ts'
import type { LinearSolver } from './linearProgramme.ts'
import { linearSchedule } from './linearSchedule.ts'
import type { Programme } from './programme.ts'
import { isStepped } from './steppedTax.ts'

/** Other ways to the same goals. */
export const ALTERNATIVES = ['uniform', 'byExpectedLoss', 'cheapest'] as const
export type AlternativeName = (typeof ALTERNATIVES)[number]

/** Rates by position, or why there are none: the cap stops every rise short, the programme would be degenerate, or tax steps in it. */
export type Alternative =
  { readonly rates: Float64Array } | { readonly reason: 'outOfReach' | 'degenerate' | 'stepped' }

/**
 * Other schedules that reach the goals, each by the smallest means: all rates up by one amount, or by a multiple of the cell's expected
 * loss, as far as the highest rate goes and whatever the other limits; and the one of least interest within all limits. With nothing
 * against cross-subsidies the last is degenerate: schedules of the same total then cost the same (MODEL §8).
 */
export const alternatives = (
  programme: Programme,
  solve: LinearSolver,
): Readonly<Record<AlternativeName, Alternative>> => ({
  uniform: smallestRise(programme, programme.balances.map(() => 1)),
  byExpectedLoss: smallestRise(programme, programme.expectedLoss),
  cheapest: cheapest(programme, solve),
}) // prettier-ignore

/** Rates up by the smallest multiple of a pattern that reaches every goal. */
function smallestRise({ goals, start, cap, highest }: Programme, pattern: Float64Array): Alternative {
  const risen = (multiple: number): Float64Array =>
    start.map((rate, k) => Math.min(Math.max(rate, highest), rate + multiple * pattern[k]!))
  const least = (multiple: number): number => {
    const rates = risen(multiple)
    return Math.min(...goals.map((goal) => goal.at(rates, cap).value))
  }
  if (least(0) >= 0) return { rates: start }
  // every cell that can rise has reached the highest rate by then
  const most = highest / Math.min(...pattern.filter((p) => p > 0))
  if (!(least(most) >= 0)) return { reason: 'outOfReach' }
  return { rates: risen(root(least, 0, most)) }
}

function cheapest(programme: Programme, solve: LinearSolver): Alternative {
  const { balances, settings } = programme
  if (settings.maxCrossSubsidy === null) return { reason: 'degenerate' }
  if (isStepped(programme)) return { reason: 'stepped' }
  const total = balances.reduce((a, b) => a + b, 0)
  const found = linearSchedule(programme, { costs: balances.map((b) => b / total), relaxed: [] }, solve)
  return found ? { rates: found.rates } : { reason: 'outOfReach' }
}
