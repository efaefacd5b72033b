import type { OutcomeCube } from '../cube.ts'
import type { Contribution } from '../result.ts'
import { replicateMeansOf } from '../replicates.ts'
import { scarcity } from '../standardErrors.ts'
import { tailPart } from '../tailPart.ts'
import type { PathValue } from '../tailPart.ts'
import { lossParts } from './lossParts.ts'
import type { LossRates } from './lossRates.ts'
import type { Recorder } from './recorder.ts'

const LEVEL = 0.99

/**
 * Parts of the populated cells, and of the sectors, in the expected shortfall and the standard deviation of the loss rate; each set
 * adds up.
 *
 *     expected shortfall: E[L_c | L in the worst 1 %]        standard deviation: Cov(L_c, L) / SD
 */
export function contributions(cube: OutcomeCube, losses: LossRates, record: Recorder): Contribution[] {
  const { distribution } = losses
  const scarce = scarcity(distribution, LEVEL)
  const tail = scarce ? null : distribution.tail(LEVEL)
  return lossParts(cube, losses).map(({ by, key, loss, covariance }, i) => {
    const name = `contributions.${i}`
    record.setLabel(`${name}.by`, by)
    record.setLabel(`${name}.key`, key)
    const shortfall = `${name}.expectedShortfall99`
    return {
      by,
      key,
      expectedShortfall99: tail
        ? record.replicateMean(shortfall, tailPart(distribution, tail, loss, covariance))
        : record.missing(shortfall, scarce!.reason),
      standardDeviation: record.replicateMean(`${name}.standardDeviation`, deviationPart(losses, loss, covariance)),
    }
  })
}

/** Cov(Y, L) / SD by replicate, linearised in both. */
function deviationPart(losses: LossRates, y: PathValue, covariance: PathValue): Float64Array {
  const { deviations, variance, replicateVariances, distribution } = losses
  const { paths, replicates } = distribution
  if (variance === 0) return new Float64Array(replicates)
  const sd = Math.sqrt(variance)
  const mean = replicateMeansOf(y, paths, replicates).reduce((a, b) => a + b, 0) / replicates
  const covariances = replicateMeansOf((p) => (y(p) - mean) * deviations[p]! + covariance(p), paths, replicates)
  const part = covariances.reduce((a, b) => a + b, 0) / replicates / sd
  return covariances.map((c, r) => c / sd - (part * (replicateVariances[r]! - variance)) / (2 * variance))
}
