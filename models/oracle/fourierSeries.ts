import type { Probability } from '../types.ts'
import type { LossDistribution } from './oneYearBook.ts'

/** A characteristic function E exp(i·t·L) at t = 2π/period, 2·2π/period, … */
export interface FourierSeries {
  readonly re: Float64Array
  readonly im: Float64Array
  /** L lies between `from` and `from + period`, but for a negligible probability. */
  readonly from: number
  readonly period: number
  readonly mean: number
  readonly standardDeviation: number
}

/**
 * Distribution of a loss whose characteristic function is known.
 *
 *     F(x) = u/T + 2/T · Σ_k σ_k · Re( c_k·e^(−i·t_k·from) · (1 − e^(−i·t_k·u)) / (i·t_k) ),   u = x − from,  t_k = 2πk/T
 *
 * The filter σ_k = exp(−36·(k/K)⁸) ends the series softly. It leaves a smooth distribution as it is and blurs a jump over a few
 * steps of T/2K.
 *
 * @throws {RangeError} by the quantile and the expected shortfall, when the level is not in (0, 1)
 * @see Gottlieb & Shu (1997), On the Gibbs phenomenon and its resolution, SIAM Review 39, 644–668
 */
export function seriesDistribution(series: FourierSeries): LossDistribution {
  const { from, period, mean, standardDeviation } = series
  const { re, im } = filtered(series)
  const unit = (2 * Math.PI) / period

  const cumulative = (u: number): number => {
    let sum = u / 2
    for (let k = 0; k < re.length; k++) {
      const t = unit * (k + 1)
      sum += (re[k]! * Math.sin(t * u) + im[k]! * (1 - Math.cos(t * u))) / t
    }
    return (2 / period) * sum
  }
  /** Integral of the same from 0, which is E(u − U)⁺. */
  const shortfallBelow = (u: number): number => {
    let sum = (u * u) / 4
    for (let k = 0; k < re.length; k++) {
      const t = unit * (k + 1)
      sum += (re[k]! * (1 - Math.cos(t * u)) + im[k]! * (t * u - Math.sin(t * u))) / (t * t)
    }
    return (2 / period) * sum
  }
  const quantile = (level: Probability): number => {
    if (!(level > 0 && level < 1)) throw new RangeError(`quantile: level must be in (0, 1), got ${level}`)
    let low = 0
    let high = period
    for (;;) {
      const middle = (low + high) / 2
      if (!(high - low > 1e-13 * period)) return from + middle
      if (cumulative(middle) < level) low = middle
      else high = middle
    }
  }
  return {
    mean,
    standardDeviation,
    quantile,
    expectedShortfall: (level) => {
      const q = quantile(level)
      return q + (mean - q + shortfallBelow(q - from)) / (1 - level)
    },
  }
}

/** Coefficients after the filter and the shift to `from`. */
function filtered({ re, im, from, period }: FourierSeries): Pick<FourierSeries, 're' | 'im'> {
  const count = re.length
  const filter = Float64Array.from(re, (_, k) => Math.exp(-36 * ((k + 1) / count) ** 8))
  const cosines = filter.map((_, k) => Math.cos(((2 * Math.PI) / period) * (k + 1) * from))
  const sines = filter.map((_, k) => Math.sin(((2 * Math.PI) / period) * (k + 1) * from))
  return {
    re: re.map((r, k) => filter[k]! * (r * cosines[k]! + im[k]! * sines[k]!)),
    im: im.map((i, k) => filter[k]! * (i * cosines[k]! - re[k]! * sines[k]!)),
  }
}
