import type { CubeColumn } from '../cube.ts'
import type { CostParameters } from '../study.ts'
import { NEVER, breakEvenShift } from './breakEvenShift.ts'
import type { MoneyMeans } from './moneyMeans.ts'
import type { Recorder } from './recorder.ts'
import type { ReplicateOutcomes } from './replicateOutcomes.ts'

/**
 * Portfolio yield after the smallest parallel shift of all rates at which the coverage ratio is 1. A shift moves the portfolio yield by
 * itself; the expected surplus is linear in it between two kinks, so that means are enough.
 *
 * @param rates  offered rate of each column
 */
export function breakEvenYield(
  money: MoneyMeans,
  { earned }: Pick<ReplicateOutcomes, 'earned'>,
  rates: Float64Array,
  columns: readonly CubeColumn[],
  costs: CostParameters,
  record: Recorder,
): number | null {
  const name = 'breakEvenYield'
  const meanEarned = earned.map(mean)
  const dot = (net: Float64Array): number => net.reduce((sum, n, k) => sum + n * meanEarned[k]!, 0)
  const rest = money.surplus.map((surplus, r) => surplus - money.interest[r]! + money.tax[r]!)
  const meanRest = mean(rest)
  let stretch = { at: rates, slope: rates }
  const shift = breakEvenShift(
    columns.map(({ vatBand }, k) => ({ rate: rates[k]!, vatBand })),
    costs,
    (net) => meanRest + dot(net) >= 0,
    (at, slope) => {
      stretch = { at, slope }
      return -(meanRest + dot(at)) / dot(slope)
    },
  )
  if (shift === null) return record.missing(name, NEVER)
  const totalEarned = mean(money.earned)
  const portfolioYield = mean(money.interest) / totalEarned
  const slope = dot(stretch.slope)
  const net = stretch.at.map((at, k) => at + stretch.slope[k]! * shift)
  /** By replicate: the portfolio yield, linearised round its mean, and the shift. */
  const influence = rest.map((own, r) => {
    const yields = (money.interest[r]! - portfolioYield * money.earned[r]!) / totalEarned
    const surplus = net.reduce((sum, n, k) => sum + n * earned[k]![r]!, own)
    return portfolioYield + yields + shift - surplus / slope
  })
  record.replicateMean(name, influence)
  return portfolioYield + shift
}

const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length
