import type { Figures } from '../result.ts'
import type { CostParameters } from '../study.ts'
import { breakEvenShift } from './breakEvenShift.ts'
import type { PathMoney } from './pathMoney.ts'
import type { Recorder } from './recorder.ts'

/** Coverage probability that {@link Figures.yieldFor95} asks for. */
const LEVEL = 0.95
/** Keeps the path at the quantile on the covered side when the rates are put back as a schedule. */
const ROUNDING = 1e-12
const NEVER = 'no parallel shift up to 100 percentage points is enough'

/**
 * Portfolio yield after the smallest parallel shift of all rates at which the coverage ratio is 1, and at which the coverage
 * probability is .95. A shift moves the portfolio yield by itself.
 */
export function breakEven(
  money: PathMoney,
  costs: CostParameters,
  record: Recorder,
): Pick<Figures, 'breakEvenYield' | 'yieldFor95'> {
  const { groups, surplus, interest, tax, earned } = money
  const paths = surplus.length
  const rest = surplus.map((s, p) => s - interest[p]! + tax[p]!)
  const meanRest = mean(rest)
  const meanEarned = groups.map((g) => mean(g.earned))
  const dot = (net: Float64Array): number => meanEarned.reduce((sum, e, g) => sum + e * net[g]!, 0)
  /** Surplus of each path as a line in the shift. */
  const lines = (at: Float64Array, slope: Float64Array): { at: Float64Array; slope: Float64Array } => {
    const line = { at: Float64Array.from(rest), slope: new Float64Array(paths) }
    for (const [g, { earned: e }] of groups.entries())
      for (let p = 0; p < paths; p++) {
        line.at[p]! += at[g]! * e[p]!
        line.slope[p]! += slope[g]! * e[p]!
      }
    return line
  }
  const yields = record.means(interest)
  const balances = record.means(earned)
  const totalEarned = mean(earned)
  const portfolioYield = mean(interest) / totalEarned
  /** Replicate values of the portfolio yield, linearised round its mean. */
  const yieldInfluence = yields.map((y, r) => portfolioYield + (y - portfolioYield * balances[r]!) / totalEarned)

  let breakEvenYield: number | null = null
  let stretch = lines(new Float64Array(groups.length), new Float64Array(groups.length))
  const shift = breakEvenShift(
    groups,
    costs,
    (net) => meanRest + dot(net) >= 0,
    (at, slope) => {
      stretch = lines(at, slope)
      return -(meanRest + dot(at)) / dot(slope)
    },
  )
  if (shift === null) record.missing('breakEvenYield', NEVER)
  else {
    const surplusAt = record.means(stretch.at.map((a, p) => a + stretch.slope[p]! * shift))
    const slope = mean(stretch.slope)
    record.replicateMean(
      'breakEvenYield',
      surplusAt.map((s, r) => yieldInfluence[r]! + shift - s / slope),
    )
    breakEvenYield = portfolioYield + shift
  }

  let yieldFor95: number | null = null
  let roots = new Float64Array(0)
  const likely = breakEvenShift(
    groups,
    costs,
    (net) => {
      const { at } = lines(net, net)
      let covered = 0
      for (let p = 0; p < paths; p++) if (at[p]! >= 0) covered++
      return covered >= LEVEL * paths
    },
    (at, slope) => {
      const line = lines(at, slope)
      roots = line.at.map((a, p) => -a / line.slope[p]!)
      return Float64Array.from(roots).sort()[Math.ceil(LEVEL * paths) - 1]!
    },
  )
  if (likely === null) record.missing('yieldFor95', NEVER)
  else if (record.quantile('yieldFor95', roots, LEVEL) !== null) {
    record.setError('yieldFor95', Math.hypot(record.errorOf('yieldFor95'), record.errorOf('portfolioYield')))
    yieldFor95 = portfolioYield + likely + ROUNDING
  }
  return { breakEvenYield, yieldFor95 }
}

const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length
