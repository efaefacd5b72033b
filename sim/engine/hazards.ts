/**
 * Candidates that a bucket may expect to refuse in a year. Twice as many buckets would refuse half as many, and a bucket costs about as
 * much as a candidate: so one apiece is the best there is, for any number of firms.
 */
const WASTE = 1

/**
 * One year's firms sorted for thinning: by combination of factor levels, then by default probability, cut into buckets
 * of like odds (MODEL §7).
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
  let order = Int32Array.from(comboOf.keys())
  return pds.map((own, year) => {
    const firms = order.filter((i) => own[i]! > 0)
    const compare = (a: number, b: number): number => comboOf[a]! - comboOf[b]! || own[a]! - own[b]! || a - b
    // Firms come sorted by the first year, whose order most scenarios leave as it is.
    if (firms.some((firm, k) => k > 0 && compare(firms[k - 1]!, firm) > 0)) firms.sort(compare)
    order = firms
    return {
      firms,
      thresholds: Float64Array.from(firms, (i) => threshold(own[i]!, comboOf[i]!, year)),
      ...bucketsOf(firms, own, comboOf),
    }
  })
}

/** Cuts sorted firms where another one would make a bucket, whose bound is its largest PD, refuse too many candidates. */
function bucketsOf(firms: Int32Array, pds: Float64Array, comboOf: Int32Array): Pick<HazardYear, 'starts' | 'combos'> {
  const starts: number[] = []
  const combos: number[] = []
  let [count, sum] = [0, 0]
  for (const [k, firm] of firms.entries()) {
    const h = pds[firm]!
    count++
    sum += h
    if (k > 0 && comboOf[firm] === combos.at(-1) && count * h - sum <= WASTE) continue
    starts.push(k)
    combos.push(comboOf[firm]!)
    count = 1
    sum = h
  }
  starts.push(firms.length)
  return { starts: Int32Array.from(starts), combos: Int32Array.from(combos) }
}
