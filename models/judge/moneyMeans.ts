import { addTimes } from '../addTimes.ts'
import type { CubeColumn } from '../cube.ts'
import type { Economics } from '../economics.ts'
import type { CostParameters } from '../schedule.ts'
import { withSurplus } from './money.ts'
import type { Money } from './money.ts'
import { vatRates } from './netRates.ts'
import type { ReplicateOutcomes } from './replicateOutcomes.ts'

/** Means of a path's money over the paths of each replicate; every array has one entry a replicate. */
export interface MoneyMeans extends Money {
  /** Earned balance-years in all. */
  readonly earned: Float64Array
}

/**
 * Applies rates and costs to the means of an outcome cube: money is linear in what they act on, so no path is looked at.
 *
 * @param rates  offered rate of each column
 */
export function moneyMeans(
  outcomes: ReplicateOutcomes,
  rates: Float64Array,
  columns: readonly CubeColumn[],
  economics: Economics,
  costs: CostParameters,
): MoneyMeans {
  const { earned, funded, deposits, fees, ownerAum, loanYears } = outcomes
  /** Σ of arrays, each times its coefficient. */
  const sum = (...terms: readonly (readonly [ArrayLike<number>, readonly Float64Array[]])[]): Float64Array => {
    const total = new Float64Array(fees.length)
    for (const [coefficients, values] of terms)
      for (let i = 0; i < values.length; i++) addTimes(total, coefficients[i]!, values[i]!)
    return total
  }
  const { funding, target, depositMargin, feeMargin, aumMargin, variableCost, fixedCost, bankShare } = economics
  const money = withSurplus({
    interest: sum([rates, earned]),
    crossIncome: sum(
      [depositMargin, deposits],
      [
        [feeMargin, aumMargin],
        [fees, ownerAum],
      ],
    ),
    fundingCost: sum([funding, funded]),
    operatingCost: sum([funded.map(() => variableCost), funded], [[fixedCost], [loanYears]]),
    tax: sum([vatRates(rates, columns, costs), earned]),
    targetProfit: sum([target, funded]),
    loss: sum([[bankShare], [outcomes.loss]]),
  })
  return { ...money, earned: outcomes.allEarned }
}
