import type { CubeColumn } from '../cube.ts'
import type { CostParameters } from '../schedule.ts'
import { NEVER } from './breakEvenShift.ts'
import type { MoneyMeans } from './moneyMeans.ts'
import { ratioShift } from './ratioShift.ts'
import type { Recorder } from './recorder.ts'
import type { ReplicateOutcomes } from './replicateOutcomes.ts'

/**
 * Portfolio yield after the smallest parallel shift of all rates at which the coverage ratio is 1. A shift moves the portfolio yield by
 * itself.
 *
 * @param rates  offered rate of each column
 */
export function breakEvenYield(
  money: MoneyMeans,
  outcomes: Pick<ReplicateOutcomes, 'earned' | 'meanEarned'>,
  rates: Float64Array,
  columns: readonly CubeColumn[],
  costs: CostParameters,
  record: Recorder,
): number | null {
  const name = 'breakEvenYield'
  const found = ratioShift(money, outcomes, rates, columns, costs)
  if (!found) return record.missing(name, NEVER)
  const totalEarned = mean(money.earned)
  const portfolioYield = mean(money.interest) / totalEarned
  /** The portfolio yield by replicate, linearised round its mean, and the shift. */
  const influence = found.byReplicate.map(
    (shift, r) => portfolioYield + (money.interest[r]! - portfolioYield * money.earned[r]!) / totalEarned + shift,
  )
  record.replicateMean(name, influence)
  return portfolioYield + found.shift
}

const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length
