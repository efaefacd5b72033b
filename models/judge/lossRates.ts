import type { OutcomeCube } from '../cube.ts'
import type { Distribution } from '../distribution.ts'
import { mixture } from '../mixture.ts'
import { replicateMeansOf } from '../replicates.ts'
import { sample } from '../sample.ts'
import type { PathMoney } from './pathMoney.ts'

/** The bank's loss ÷ opening exposure over the horizon, path by path. */
export interface LossRates {
  /** One entry a path: its loss rate, or the mean of it given the factors. */
  readonly rates: Float64Array
  /** Variance given the factors, by path; null where every path is one outcome. */
  readonly variances: Float64Array | null
  /** Of the loss rate over all futures. */
  readonly distribution: Distribution
  /** `rates` less their mean. */
  readonly deviations: Float64Array
  /** Mean of deviation² + variance by replicate, and over all. */
  readonly replicateVariances: Float64Array
  readonly variance: number
}

export function lossRates(cube: OutcomeCube, money: PathMoney, bankShare: number): LossRates {
  const { paths, replicates, openingExposure, spread } = cube
  const unit = bankShare / openingExposure
  const rates = money.loss.map((loss) => loss / openingExposure)
  const variances = varying(spread?.lossVariance.map((v) => v * unit * unit))
  const centre = rates.reduce((a, b) => a + b, 0) / paths
  const deviations = rates.map((rate) => rate - centre)
  const replicateVariances = replicateMeansOf((p) => deviations[p]! ** 2 + (variances?.[p] ?? 0), paths, replicates)
  return {
    rates,
    variances,
    distribution: lossDistribution(rates, variances, replicates),
    deviations,
    replicateVariances,
    variance: replicateVariances.reduce((a, b) => a + b, 0) / replicates,
  }
}

/** The paths' mixture of normal distributions, or, where nothing varies on them, the paths themselves. */
export const lossDistribution = (
  means: Float64Array,
  variances: Float64Array | null,
  replicates: number,
): Distribution => (variances ? mixture(means, variances, replicates) : sample(means, replicates))

/** Variances by path, or null where all are 0. */
export const varying = (variances: Float64Array | undefined): Float64Array | null =>
  variances?.some((v) => v > 0) ? variances : null
