import { addTimes } from '../addTimes.ts'
import type { CubeColumn } from '../cube.ts'
import type { CostParameters } from '../schedule.ts'
import type { Rate } from '../types.ts'
import { breakEvenShift } from './breakEvenShift.ts'
import type { MoneyMeans } from './moneyMeans.ts'
import type { ReplicateOutcomes } from './replicateOutcomes.ts'

/**
 * The smallest parallel shift of all rates at which the coverage ratio is 1 (the legal cap is left aside). The expected surplus is linear
 * in it between two kinks, so that means are enough.
 *
 * @param rates  offered rate of each column
 * @returns the shift, and its linear part by replicate; null where there is none
 */
export function ratioShift(
  money: MoneyMeans,
  { earned, meanEarned }: Pick<ReplicateOutcomes, 'earned' | 'meanEarned'>,
  rates: Float64Array,
  columns: readonly CubeColumn[],
  costs: CostParameters,
): { readonly shift: Rate; readonly byReplicate: Float64Array } | null {
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
  if (shift === null) return null
  const slope = dot(stretch.slope)
  const net = stretch.at.map((at, k) => at + stretch.slope[k]! * shift)
  const surplusAt = Float64Array.from(rest)
  for (const [k, own] of earned.entries()) addTimes(surplusAt, net[k]!, own)
  return { shift, byReplicate: surplusAt.map((surplus) => shift - surplus / slope) }
}

const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length
