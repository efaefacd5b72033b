import type { PricingCase } from '../../models/judge/pricingCase.ts'
import { optimise } from '../../models/optimise/optimise.ts'
import type { Optimised } from '../../models/optimise/optimised.ts'
import type { Schedule } from '../../models/schedule.ts'
import type { OptimiseSettings } from '../../models/study.ts'
import { highsSolver } from './highsSolver.ts'

/**
 * The schedule nearest to a stated one that covers in every goal's scenario, from outcomes that are there already.
 *
 * @param cases     the goals' scenarios, among others; they are only read
 * @param schedule  as stated; a formula starts from the rates that it offers
 * @throws {RangeError} when a goal's scenario is not among the cases, or cannot be had of them
 */
export async function optimiseCases(
  cases: readonly PricingCase[],
  schedule: Schedule,
  settings: OptimiseSettings,
): Promise<Optimised> {
  const inputs = casesOfGoals(cases, settings).map((one) => one.inputs(schedule))
  return optimise(settings, inputs, await highsSolver())
}

/** The case of each goal's scenario, in the goals' order. */
export const casesOfGoals = (cases: readonly PricingCase[], { scenarios }: OptimiseSettings): PricingCase[] =>
  scenarios.map((goal) => {
    const found = cases.find(({ scenario }) => scenario.id === goal.scenario)
    if (!found)
      throw new RangeError(
        `goal ${goal.scenario} must be in a scenario simulated: ${cases.map(({ scenario }) => scenario.id).join(', ')}`,
      )
    return found
  })
