import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalCdf, normalDensity, normalQuantile } from '../../models/normal.ts'
import { integrate } from '../../models/quadrature.ts'
import { vasicekExpectedShortfall, vasicekQuantile, vasicekStandardDeviation } from '../../models/vasicek.ts'
import published from '../golden/published.json' with { type: 'json' }

/** Half a unit in the sixth decimal. */
const PRINTED = 0.5e-6

/** Integral over the level, from Φ(from) to 1, of a power of the quantile. */
const meanQuantile = (pd: number, rho: number, from: number, power: number): number =>
  integrate((z) => vasicekQuantile(pd, rho, normalCdf(z)) ** power * normalDensity(z), from, 8)

describe('the published rows of the limiting default rate hold to half a printed unit', () => {
  for (const { pd, assetCorrelation, q99, q999, es999, sd } of published.vasicek.rows)
    test(`PD ${pd}, asset correlation ${assetCorrelation}`, () => {
      expect(Math.abs(vasicekQuantile(pd, assetCorrelation, 0.99) - q99)).toBeLessThanOrEqual(PRINTED)
      expect(Math.abs(vasicekQuantile(pd, assetCorrelation, 0.999) - q999)).toBeLessThanOrEqual(PRINTED)
      expect(Math.abs(vasicekExpectedShortfall(pd, assetCorrelation, 0.999) - es999)).toBeLessThanOrEqual(PRINTED)
      expect(Math.abs(vasicekStandardDeviation(pd, assetCorrelation) - sd)).toBeLessThanOrEqual(PRINTED)
    })
})

test('DOMAIN B6: at PD 3 % the systematic standard deviation is .69, 1.21, 1.59 and 2.06 % for ρ 1, 3, 5 and 8 %', () => {
  for (const [rho, percent] of [
    [0.01, 0.69],
    [0.03, 1.21],
    [0.05, 1.59],
    [0.08, 2.06],
  ] as const)
    expect(100 * vasicekStandardDeviation(0.03, rho)).toBeCloseTo(percent, 2)
})

test('over all levels the quantile has the PD as mean and the stated standard deviation', () => {
  const [pd, rho] = [0.04, 0.15]
  expect(meanQuantile(pd, rho, -8, 1)).toBeCloseTo(pd, 12)
  expect(Math.sqrt(meanQuantile(pd, rho, -8, 2) - pd * pd)).toBeCloseTo(vasicekStandardDeviation(pd, rho), 12)
})

test('the expected shortfall is the mean of the quantiles beyond its level', () => {
  const [pd, rho, level] = [0.02, 0.2, 0.95]
  const mean = meanQuantile(pd, rho, normalQuantile(level), 1) / (1 - level)
  expect(vasicekExpectedShortfall(pd, rho, level)).toBeCloseTo(mean, 12)
})

test('the shortfall is at least the quantile, and both rise with PD and level', () => {
  const pd = fc.double({ min: 1e-4, max: 0.4, noNaN: true })
  const rho = fc.double({ min: 0.001, max: 0.6, noNaN: true })
  const level = fc.double({ min: 0.5, max: 0.998, noNaN: true })
  fc.assert(
    fc.property(pd, rho, level, (pd, rho, level) => {
      const quantile = vasicekQuantile(pd, rho, level)
      expect(vasicekExpectedShortfall(pd, rho, level)).toBeGreaterThanOrEqual(quantile - 1e-12)
      expect(vasicekQuantile(pd * 1.01, rho, level)).toBeGreaterThan(quantile)
      expect(vasicekQuantile(pd, rho, level + 0.001)).toBeGreaterThan(quantile)
    }),
  )
})

test('without correlation every year is the average year', () => {
  expect(vasicekQuantile(0.03, 0, 0.999)).toBeCloseTo(0.03, 15)
  expect(vasicekStandardDeviation(0.03, 0)).toBe(0)
  expect(vasicekExpectedShortfall(0.03, 0, 0.99)).toBeCloseTo(0.03, 15)
})

test('arguments outside their range are refused', () => {
  expect(() => vasicekQuantile(1.2, 0.1, 0.99)).toThrow('vasicekQuantile: pd must be in (0, 1), got 1.2')
  expect(() => vasicekQuantile(0.1, 1, 0.99)).toThrow('vasicekQuantile: assetCorrelation must be in [0, 1), got 1')
  expect(() => vasicekExpectedShortfall(0.1, 0.1, 99)).toThrow('level must be in (0, 1), got 99')
  expect(() => vasicekStandardDeviation(0.1, NaN)).toThrow('assetCorrelation must be in [0, 1), got NaN')
})
