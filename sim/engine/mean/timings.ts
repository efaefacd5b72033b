import type { Task } from '../task.ts'

/** In which months (from 0 in the horizon) a default falls: weights that sum to 1, from month `first` on. */
export interface Timing {
  readonly first: number
  readonly weights: Float64Array
}

/** Index of the timing of a default drawn in a year by a firm that has a loan in its first `months` (0..12) months. */
export const drawnTiming = (year: number, months: number): number => year * 13 + months

/** Index of the timing of a failure at the end of a deferral, in month `month`. */
export const exitTiming = (years: number, month: number): number => years * 13 + month

/** Every timing there is, at {@link drawnTiming} and {@link exitTiming}. Where no month of a year has weight, the last one takes all. */
export function timingsOf({
  years,
  horizonMonths,
  timing,
}: Pick<Task, 'years' | 'horizonMonths' | 'timing'>): Timing[] {
  const timings: Timing[] = []
  for (let year = 0; year < years; year++)
    for (let months = 0; months <= 12; months++) {
      const total = timing[months]!
      const weights = new Float64Array(months)
      for (let n = 0; n < months; n++)
        weights[n] = total > 0 ? (timing[n + 1]! - timing[n]!) / total : n === months - 1 ? 1 : 0
      timings.push({ first: year * 12, weights })
    }
  for (let month = 0; month < horizonMonths; month++) timings.push({ first: month, weights: Float64Array.of(1) })
  return timings
}
