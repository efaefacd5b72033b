/**
 * Default rate of an endless book of equal loans in the one-factor Gaussian model: what is left when the law of large numbers has
 * taken away everything but the economy.
 *
 * @see Vasicek (2002), The distribution of loan portfolio value, Risk 15(12), 160–162
 */
import { bivariateNormalCdf, indicatorCovariance } from './bivariateNormal.ts'
import { normalCdf, normalQuantile } from './normal.ts'
import type { Probability } from './types.ts'

/**
 * Quantile of the limiting default rate.
 *
 *     q = Φ( (G(pd) + √ρ·G(level)) / √(1 − ρ) )
 *
 * @param pd               default probability, in (0, 1)
 * @param assetCorrelation ρ, in [0, 1)
 * @param level            in (0, 1), for instance .999
 * @returns default rate in [0, 1]
 * @throws {RangeError} when an argument is outside its range or NaN
 * Tested against published rows, and by integrating it over the level.
 */
export function vasicekQuantile(pd: Probability, assetCorrelation: number, level: Probability): Probability {
  checkBook('vasicekQuantile', pd, assetCorrelation)
  checkLevel('vasicekQuantile', level)
  const factor = Math.sqrt(assetCorrelation) * normalQuantile(level)
  return normalCdf((normalQuantile(pd) + factor) / Math.sqrt(1 - assetCorrelation))
}

/**
 * Standard deviation of the limiting default rate.
 *
 *     √( Φ₂(G(pd), G(pd); ρ) − pd² )
 *
 * @throws {RangeError} as {@link vasicekQuantile}
 */
export function vasicekStandardDeviation(pd: Probability, assetCorrelation: number): number {
  checkBook('vasicekStandardDeviation', pd, assetCorrelation)
  const threshold = normalQuantile(pd)
  return Math.sqrt(indicatorCovariance(threshold, threshold, assetCorrelation))
}

/**
 * Expected shortfall of the limiting default rate: its mean over the worst 1 − level of the years.
 *
 *     Φ₂(G(pd), G(1 − level); √ρ) / (1 − level)
 *
 * @throws {RangeError} as {@link vasicekQuantile}
 */
export function vasicekExpectedShortfall(pd: Probability, assetCorrelation: number, level: Probability): Probability {
  checkBook('vasicekExpectedShortfall', pd, assetCorrelation)
  checkLevel('vasicekExpectedShortfall', level)
  const tail = 1 - level
  return bivariateNormalCdf(normalQuantile(pd), normalQuantile(tail), Math.sqrt(assetCorrelation)) / tail
}

function checkBook(caller: string, pd: Probability, assetCorrelation: number): void {
  if (!(pd > 0 && pd < 1)) throw new RangeError(`${caller}: pd must be in (0, 1), got ${pd}`)
  if (!(assetCorrelation >= 0 && assetCorrelation < 1))
    throw new RangeError(`${caller}: assetCorrelation must be in [0, 1), got ${assetCorrelation}`)
}

function checkLevel(caller: string, level: Probability): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`${caller}: level must be in (0, 1), got ${level}`)
}
