import { columnRates } from '../price.ts'
import type { Estimate } from '../standardErrors.ts'
import type { JudgeInputs } from './judgement.ts'
import { moneyMeans } from './moneyMeans.ts'
import { netRates } from './netRates.ts'
import { pathMoney } from './pathMoney.ts'
import { Recorder } from './recorder.ts'
import { replicateOutcomes } from './replicateOutcomes.ts'
import { coverageRatio } from './riskFigures.ts'
import { surplusVariance } from './surplusVariance.ts'

/** What coverage is measured by: the coverage ratio or the coverage probability. */
export const MEASURES = ['ratio', 'probability'] as const
export type Measure = (typeof MEASURES)[number]

/** How covered a schedule is on a cube, and how far from a level. */
export interface Coverage {
  /** The ratio or the probability; null is a ratio without any loss. */
  readonly value: number | null
  readonly standardError: number | null
  /**
   * Above 0 where the value is above the level: the probability less the level, or, per unit of opening exposure, the mean of
   * income − cost − target − level × loss, which is linear in every price and goes on where nothing is lost.
   */
  readonly margin: Pick<Estimate, 'value' | 'standardError'>
}

/** Measures coverage against a level (1 or so for the ratio, in (0, 1) for the probability), and nothing else of a judgement. */
export function coverage(inputs: JudgeInputs, measure: Measure, level: number): Coverage {
  const { cube, schedule, cellRates, economics, rules } = inputs
  const { costs, cap } = schedule
  const rates = columnRates(cube.columns, cube.cells, cellRates.offered, economics, cap)
  const record = new Recorder(cube.replicates, rules.confidence)
  if (measure === 'ratio') {
    const means = moneyMeans(replicateOutcomes(cube), rates, cube.columns, economics, costs)
    const value = coverageRatio(means, record)
    const margins = means.surplus.map((surplus, r) => (surplus + (1 - level) * means.loss[r]!) / cube.openingExposure)
    return {
      value,
      standardError: value === null ? null : record.errorOf('coverageRatio'),
      margin: record.estimateReplicates(margins),
    }
  }
  const { surplus } = pathMoney(cube, rates, economics, costs)
  const variance = surplusVariance(cube, economics, true)?.(netRates(rates, cube.columns, costs)) ?? null
  const value = record.notNegative('coverageProbability', surplus, variance)
  const standardError = record.errorOf('coverageProbability')
  return { value, standardError, margin: { value: value - level, standardError } }
}
