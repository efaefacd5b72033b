import type { Figures } from '../result.ts'
import type { Unavailable } from '../standardErrors.ts'
import { NEVER } from './breakEvenShift.ts'
import type { Shift } from './coverageShift.ts'
import type { ratioShift } from './ratioShift.ts'
import type { Recorder } from './recorder.ts'

/** Coverage probability of the figure `yieldFor95`. */
export const YIELD_LEVEL = 0.95

/**
 * The figure `yieldFor95`: portfolio yield after the smallest parallel shift of all rates at which the coverage probability is .95. A shift
 * moves the portfolio yield by itself.
 *
 * @param portfolioYield  before the shift, recorded under its name
 */
export function yieldFor95(portfolioYield: number, found: Shift | Unavailable, record: Recorder): number | null {
  const name = 'yieldFor95'
  if ('reason' in found) return record.missing(name, found.reason)
  record.setError(name, Math.hypot(found.standardError, record.errorOf('portfolioYield')))
  return portfolioYield + found.shift
}

/**
 * By how much all rates would have to move, up or down, to be just covered on average and in the share of paths that the verdict's rules
 * ask for.
 */
export function parallelShift(
  ratio: ReturnType<typeof ratioShift>,
  probability: Shift | Unavailable,
  record: Recorder,
): Figures['parallelShift'] {
  if (ratio) record.replicateMean('parallelShift.ratio', ratio.byReplicate)
  else record.missing('parallelShift.ratio', NEVER)
  if ('reason' in probability) record.missing('parallelShift.probability', probability.reason)
  else record.setError('parallelShift.probability', probability.standardError)
  return { ratio: ratio?.shift ?? null, probability: 'reason' in probability ? null : probability.shift }
}
