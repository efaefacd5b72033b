import type { PairedDifference } from '../models/result.ts'

/** Paired standard errors beyond which a difference is named better or worse. */
const ERRORS = 2

/** Whether a difference is more than chance may have made it: beyond two paired standard errors, and outside its interval where it has one. */
export function isToldApart(difference: PairedDifference | null | undefined): difference is PairedDifference {
  if (!difference || difference.standardError === null) return false
  const { value, standardError, interval } = difference
  return Math.abs(value) > ERRORS * standardError && (interval === null || interval[0] > 0 || interval[1] < 0)
}
