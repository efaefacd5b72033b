import { sampleCorrelation } from 'simple-statistics'
import { midranks } from '../models/midranks.ts'

/**
 * Spearman's rank correlation, equal values sharing their mean rank.
 *
 * @returns in [−1, 1]; null with fewer than three pairs, or where all values of a side are equal
 */
export function rankCorrelation(x: readonly number[], y: readonly number[]): number | null {
  if (x.length !== y.length)
    throw new RangeError(`rankCorrelation: sides must be of one length, got ${x.length} and ${y.length}`)
  if (x.length < 3) return null
  const correlation = sampleCorrelation([...midranks(Float64Array.from(x))], [...midranks(Float64Array.from(y))])
  return Number.isFinite(correlation) ? correlation : null
}
