import type { JudgeInputs } from '../../models/judge/judgement.ts'
import { pathMoney } from '../../models/judge/pathMoney.ts'
import { goalNames } from '../../models/optimise/goalNames.ts'
import { meanEarned } from '../../models/optimise/meanEarned.ts'
import { columnRates } from '../../models/price.ts'
import { sample } from '../../models/sample.ts'
import { expectedShortfallOf, meanWithError, quantileOf } from '../../models/standardErrors.ts'
import type { Unavailable } from '../../models/standardErrors.ts'
import { replicateMeans } from '../../models/replicates.ts'
import { tQuantile } from '../../models/studentT.ts'
import type { Schedule } from '../../models/schedule.ts'
import type { CoverageGoal, OptimiseSettings } from '../../models/study.ts'
import type { Rate } from '../../models/types.ts'
import { confirmationSeed } from '../bookSeed.ts'
import type { SimulatedCases } from '../cases.ts'
import { casesOfGoals } from './optimiseCases.ts'

/** A goal on futures that its schedule was not made from. */
export interface ConfirmedGoal {
  readonly name: string
  /** Surplus ÷ balance that the goal counts, see coverageFunction; null where the paths are too few. */
  readonly value: Rate | null
  readonly standardError: Rate | null
  /** That on the futures which the schedule was made from: chance in them is chance in the schedule. */
  readonly originalError: Rate | null
  /** Whether it is not below 0 by more than both errors allow, at the study's confidence; null where it cannot be told. */
  readonly holds: boolean | null
}

/**
 * Simulates the goals' scenarios again for the same book, with another seed for all that happens to it, and looks whether a schedule covers
 * there too.
 *
 * @param schedule  the one found
 */
export async function confirm(
  { study, cases, simulateIn, release }: SimulatedCases,
  schedule: Schedule,
  settings: OptimiseSettings,
): Promise<ConfirmedGoal[]> {
  const { simulation, verdict } = study
  const names = goalNames(settings.scenarios)
  const confirmed: ConfirmedGoal[] = []
  for (const [g, original] of casesOfGoals(cases, settings).entries()) {
    const again = await simulateIn(original.scenario, { ...simulation, seed: confirmationSeed(simulation) })
    const goal = settings.scenarios[g]!
    const first = goalEstimate(goal, original.inputs(schedule))
    const second = goalEstimate(goal, again.inputs(schedule))
    const name = names[g]!
    release(again)
    if ('reason' in first || 'reason' in second) {
      confirmed.push({ name, value: null, standardError: null, originalError: null, holds: null })
      continue
    }
    const { value, standardError } = second
    const margin = tQuantile((1 + verdict.confidence) / 2, simulation.replicates - 1)
    const holds = value >= -margin * Math.hypot(standardError, first.standardError)
    confirmed.push({ name, value, standardError, originalError: first.standardError, holds })
  }
  return confirmed
}

/** Surplus ÷ balance that a goal counts under a schedule, with its standard error. */
function goalEstimate(
  { coverage, level, ratio }: CoverageGoal,
  { cube, schedule, cellRates, economics, rules }: JudgeInputs,
): { readonly value: Rate; readonly standardError: Rate } | Unavailable {
  const rates = columnRates(cube.columns, cube.cells, cellRates.offered, economics, schedule.cap)
  const { surplus, loss } = pathMoney(cube, rates, economics, schedule.costs)
  const balanceYears = meanEarned(cube).reduce((a, b) => a + b, 0)
  const { replicates } = cube
  const missing = surplus.map((s, p) => (coverage === 'expected' ? (ratio - 1) * loss[p]! - s : -s))
  const shortfall =
    coverage === 'expected'
      ? meanWithError(replicateMeans(missing, replicates), rules.confidence)
      : (coverage === 'probability' ? quantileOf : expectedShortfallOf)(
          sample(missing, replicates),
          level,
          rules.confidence,
        )
  if ('reason' in shortfall) return shortfall
  return { value: -shortfall.value / balanceYears, standardError: shortfall.standardError / balanceYears }
}
