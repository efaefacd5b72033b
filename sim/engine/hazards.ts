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
  /** What Σ a·F + √(1 − R²)·ε falls below with probability h', in the same order: Φ⁻¹(h')·√(1 − R² + V) where all is normal. */
  readonly thresholds: Float64Array
  /** Start of each bucket, and the end of the last. */
  readonly starts: Int32Array
  /** Factor combination of each bucket. */
  readonly combos: Int32Array
}

/**
 * Sorts and buckets every year.
 *
 * @param pds        PD by firm, a list for each year; 0 leaves a firm out
 * @param comboOf    combination of factor levels by firm
 * @param threshold  quantile, at a PD, of what decides a default in a combination in a year
 */
export function hazardYears(
  pds: readonly Float64Array[],
  comboOf: Int32Array,
  threshold: (pd: number, combo: number, year: number) => number,
): HazardYear[] {
  // One year's order is nearly the next one's, and sorting what is sorted already costs little.
  const order = Int32Array.from(comboOf.keys())
  return pds.map((own, year) => {
    order.sort((a, b) => comboOf[a]! - comboOf[b]! || own[a]! - own[b]! || a - b)
    const firms = order.filter((i) => own[i]! > 0)
    return {
      firms,
      thresholds: Float64Array.from(firms, (i) => threshold(own[i]!, comboOf[i]!, year)),
      ...bucketsOf(firms, own, comboOf),
    }
  })
}

function bucketsOf(firms: Int32Array, pds: Float64Array, comboOf: Int32Array): Pick<HazardYear, 'starts' | 'combos'> {
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
  return { starts: Int32Array.from(starts), combos: Int32Array.from(combos) }
}
