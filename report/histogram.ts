/** Bins that start at 0 and have one width. */
export interface Histogram {
  /** Values in each bin [i·width, (i+1)·width), up to the last that holds any. */
  readonly counts: readonly number[]
  readonly width: number
}

/** A width of 1, 2 or 5 × 10^k that cuts 0..largest into at most `bins` bins; 1 when there is nothing to cut. */
export function binWidth(largest: number, bins: number): number {
  if (!(largest > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(largest / bins))
  const step = [1, 2, 5, 10].find((factor) => factor * power * bins >= largest) ?? 10
  return step * power
}

/** Counts of values, all ≥ 0, in bins of one width. */
export function histogram(values: Float64Array, width: number): Histogram {
  const counts: number[] = []
  for (const value of values) {
    const bin = Math.floor(value / width)
    while (counts.length <= bin) counts.push(0)
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return { counts, width }
}
