import { describe, expect, test } from 'vitest'
import { binomialProbability } from '../../../models/binomial.ts'
import { normalCdf, normalDensity, normalQuantile } from '../../../models/normal.ts'
import {
  finiteBookDistribution,
  finiteBookQuantile,
  granularityAdjustedQuantile,
} from '../../../models/oracle/finiteBook.ts'
import { integrate } from '../../../models/quadrature.ts'
import { vasicekQuantile, vasicekStandardDeviation } from '../../../models/vasicek.ts'
import published from '../../golden/published.json' with { type: 'json' }

/** Half a unit in the sixth decimal. */
const PRINTED = 0.5e-6

function moments(probabilities: Float64Array): { total: number; mean: number; variance: number } {
  const sum = (f: (k: number) => number): number => probabilities.reduce((total, p, k) => total + p * f(k), 0)
  const mean = sum((k) => k)
  return { total: sum(() => 1), mean, variance: sum((k) => (k - mean) ** 2) }
}

describe('the published rows of the finite book hold to half a printed unit', () => {
  for (const { pd, assetCorrelation, loans, k999, pZero, sd, granularity999 } of published.finiteBook.rows)
    test(`PD ${pd}, asset correlation ${assetCorrelation}, ${loans} loans`, () => {
      const probabilities = finiteBookDistribution(pd, assetCorrelation, loans)
      expect(finiteBookQuantile(pd, assetCorrelation, loans, 0.999)).toBe(k999)
      expect(Math.abs(probabilities[0]! - pZero)).toBeLessThanOrEqual(PRINTED)
      expect(Math.abs(Math.sqrt(moments(probabilities).variance) / loans - sd)).toBeLessThanOrEqual(PRINTED)
      const adjusted = granularityAdjustedQuantile(pd, assetCorrelation, loans, 0.999)
      expect(Math.abs(adjusted - granularity999)).toBeLessThanOrEqual(PRINTED)
    })
})

test('mean and variance are those in closed form: N·pd, and N²·SD²(∞) + N·(pd(1−pd) − SD²(∞))', () => {
  for (const [pd, rho, loans] of [
    [0.03, 0.05, 10_000],
    [0.03, 0.9, 200],
    [0.001, 0.05, 50],
    [0.3, 0.5, 1000],
    [0.1, 0, 300],
    [0.2, 0.3, 1],
  ] as const) {
    const { total, mean, variance } = moments(finiteBookDistribution(pd, rho, loans))
    const systematic = vasicekStandardDeviation(pd, rho) ** 2
    expect(total).toBeCloseTo(1, 12)
    expect(mean / (loans * pd)).toBeCloseTo(1, 12)
    expect(variance / (loans ** 2 * systematic + loans * (pd * (1 - pd) - systematic))).toBeCloseTo(1, 11)
  }
})

test('each probability is the integral over the factor', () => {
  const [pd, rho, loans] = [0.02, 0.15, 40]
  const probabilities = finiteBookDistribution(pd, rho, loans)
  for (const k of [0, 1, 5, 20, 40]) {
    const conditional = (x: number): number =>
      binomialProbability(k, loans, normalCdf((normalQuantile(pd) - Math.sqrt(rho) * x) / Math.sqrt(1 - rho)))
    const exact = integrate((x) => conditional(x) * normalDensity(x), -12, 12)
    expect(Math.abs(probabilities[k]! - exact)).toBeLessThan(1e-14)
  }
})

test('without correlation it is the binomial distribution', () => {
  const probabilities = finiteBookDistribution(0.1, 0, 60)
  for (const [k, p] of probabilities.entries()) expect(p).toBeCloseTo(binomialProbability(k, 60, 0.1), 14)
})

test('the quantile is the smallest k that reaches the level', () => {
  const [pd, rho, loans] = [0.05, 0.1, 80]
  const probabilities = finiteBookDistribution(pd, rho, loans)
  for (const level of [0.001, 0.3, 0.5, 0.99, 0.9999]) {
    const k = finiteBookQuantile(pd, rho, loans, level)
    const upTo = (n: number): number => probabilities.slice(0, n).reduce((sum, p) => sum + p, 0)
    expect(upTo(k + 1)).toBeGreaterThanOrEqual(level)
    expect(upTo(k)).toBeLessThan(level)
  }
})

test('as the book grows the quantile tends to Vasicek’s, and the adjustment takes up nearly all that is left', () => {
  const [pd, rho, level] = [0.03, 0.12, 0.999]
  const limit = vasicekQuantile(pd, rho, level)
  const distances = [100, 1000, 10_000].map((loans) => finiteBookQuantile(pd, rho, loans, level) / loans - limit)
  expect(distances[0]!).toBeGreaterThan(distances[1]!)
  expect(distances[1]!).toBeGreaterThan(distances[2]!)
  const left = finiteBookQuantile(pd, rho, 10_000, level) / 10_000 - granularityAdjustedQuantile(pd, rho, 10_000, level)
  expect(Math.abs(left)).toBeLessThan(1 / 10_000)
})

test('arguments outside their range are refused', () => {
  expect(() => finiteBookDistribution(0, 0.1, 10)).toThrow('finiteBookDistribution: pd must be in (0, 1), got 0')
  expect(() => finiteBookDistribution(0.1, 1, 10)).toThrow('assetCorrelation must be in [0, 1), got 1')
  expect(() => finiteBookDistribution(0.1, 0.1, 2.5)).toThrow('loans must be a whole number >= 1, got 2.5')
  expect(() => finiteBookQuantile(0.1, 0.1, 10, 1)).toThrow('finiteBookQuantile: level must be in (0, 1), got 1')
  expect(() => granularityAdjustedQuantile(0.1, 0, 10, 0.99)).toThrow('assetCorrelation must be > 0, got 0')
})
