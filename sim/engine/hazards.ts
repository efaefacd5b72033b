import { normalQuantile } from '../../models/normal.ts'

/** Largest ratio of odds of default within a bucket; a candidate is then accepted at least 5 times in 6. */
const ODDS_RATIO = 1.2
/** A bucket may mix any odds while it expects fewer candidates than this a year. */
const FEW = 0.1

/**
 * One year's firms sorted for thinning: by combination of factor levels, then by default probability, cut into buckets of
 * nearly equal odds (MODEL §7).
 */
export interface HazardYear {
  /** Firms, in order. */
  readonly firms: Int32Array
  /** Φ⁻¹(h')·√(1 − R² + V), in the same order. */
  readonly thresholds: Float64Array
  /** Start of each bucket, and the end of the last. */
  readonly starts: Int32Array
  /** Factor combination of each bucket. */
  readonly combos: Int32Array
}

/**
 * Sorts and buckets one year.
 *
 * @param pds        PD of the year by firm; 0 leaves a firm out
 * @param comboOf    combination of factor levels by firm
 * @param variance   1 − R² + V by combination, so that the mean over the factors is the PD itself
 */
export function hazardYear(pds: Float64Array, comboOf: Int32Array, variance: Float64Array): HazardYear {
  const firms = Int32Array.from(pds.keys()).filter((i) => pds[i]! > 0)
  firms.sort((a, b) => comboOf[a]! - comboOf[b]! || pds[a]! - pds[b]! || a - b)
  const starts: number[] = []
  const combos: number[] = []
  let first = 0
  for (let k = 0; k < firms.length; k++) {
    const i = firms[k]!
    const h = pds[i]!
    const lowest = pds[firms[first]!]!
    const sameOdds = (h / (1 - h)) * (1 - lowest) <= ODDS_RATIO * lowest
    const few = (k - first + 1) * h < FEW
    if (k > 0 && comboOf[i] === combos.at(-1) && (sameOdds || few)) continue
    first = k
    starts.push(k)
    combos.push(comboOf[i]!)
  }
  starts.push(firms.length)
  return {
    firms,
    thresholds: Float64Array.from(firms, (i) => normalQuantile(pds[i]!) * Math.sqrt(variance[comboOf[i]!]!)),
    starts: Int32Array.from(starts),
    combos: Int32Array.from(combos),
  }
}
