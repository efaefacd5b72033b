import seedrandom from 'seedrandom'
import { describe, expect, test } from 'vitest'
import { mixture } from '../../models/mixture.ts'
import { normalCdf, normalDensity, normalQuantile } from '../../models/normal.ts'
import { sample } from '../../models/sample.ts'
import { quantileOf } from '../../models/standardErrors.ts'

const fill = (paths: number, value: number): Float64Array => new Float64Array(paths).fill(value)
const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length

describe('a mixture of equal components is their normal distribution', () => {
  const alike = mixture(fill(40, 3), fill(40, 4), 4)

  test('in its quantiles, tail probability and excess', () => {
    for (const level of [0.001, 0.3, 0.95, 0.999]) {
      expect(alike.quantile(level)).toBeCloseTo(3 + 2 * normalQuantile(level), 12)
      expect(mean(alike.beyond(3 + 2 * normalQuantile(level)))).toBeCloseTo(1 - level, 12)
    }
    const d = 1.3
    expect(mean(alike.excess(3 + 2 * d))).toBeCloseTo(2 * (normalDensity(d) - d * normalCdf(-d)), 13)
  })

  test('and in what its tail says of a figure with a covariance', () => {
    const { worst, atQuantile } = alike.tail(0.99)
    const z = normalQuantile(0.99)
    // Y has mean 5 and covariance 1.2 with X: regression slope 1.2/4.
    const of = (sum: typeof worst, path: number): number => 5 * sum.mean[path]! + 1.2 * sum.covariance![path]!
    expect(of(worst, 7)).toBeCloseTo(5 * 0.01 + (1.2 / 2) * normalDensity(z), 12)
    expect(40 * of(atQuantile, 7)).toBeCloseTo(5 + (1.2 / 2) * z, 11)
  })
})

test('quantiles of components far apart, some of them narrow as a needle, are where the share below is the level', () => {
  const draw = seedrandom('components')
  const means = Float64Array.from({ length: 300 }, () => Math.exp(3 * draw.double()))
  const variances = Float64Array.from({ length: 300 }, (_, p) => (p % 3 === 0 ? 0 : draw.double() ** 8))
  const mixed = mixture(means, variances, 3)
  for (let level = 0.01; level < 1; level += 0.01) {
    const q = mixed.quantile(level)
    expect(1 - mean(mixed.beyond(q * (1 + 1e-9)))).toBeGreaterThanOrEqual(level - 1e-12)
    expect(1 - mean(mixed.beyond(q * (1 - 1e-9)))).toBeLessThanOrEqual(level + 1e-12)
  }
})

test('it agrees with a hundred draws from every component within 4 standard errors', () => {
  const draw = seedrandom('draws')
  const [paths, draws] = [1000, 100]
  const means = Float64Array.from({ length: paths }, () => draw.double())
  const variances = means.map((m) => 0.01 + 0.05 * m)
  const drawn = Float64Array.from({ length: paths * draws }, (_, i) => {
    const p = Math.floor(i / draws)
    return means[p]! + Math.sqrt(variances[p]!) * normalQuantile(draw.double())
  })
  const [mixed, sampled] = [mixture(means, variances, 20), sample(drawn, 20)]
  for (const level of [0.05, 0.5, 0.99]) {
    const q = mixed.quantile(level)
    const error = Math.sqrt((level * (1 - level)) / drawn.length)
    expect(Math.abs(mean(sampled.beyond(q)) - (1 - level))).toBeLessThan(4 * error)
    expect(Math.abs(mean(sampled.excess(q)) / mean(mixed.excess(q)) - 1)).toBeLessThan((4 / Math.sqrt((1 - level) * drawn.length)) * 1.5)
  } // prettier-ignore
})

test('Woodruff’s interval of a quantile comes from the shares of the replicates', () => {
  // Two replicates of one component each, at 0 and 1: the share below the median .5 is Φ(.5) and Φ(−.5).
  const estimate = quantileOf(mixture(Float64Array.from({ length: 40 }, (_, p) => Math.floor(p / 20)), fill(40, 1), 2), 0.5, 0.1)
  if ('reason' in estimate) throw new Error(estimate.reason)
  expect(estimate.value).toBeCloseTo(0.5, 12)
  // t of one degree at 55 %: tan(.05π); error of the share: half the difference.
  const margin = Math.tan(0.05 * Math.PI) * (normalCdf(0.5) - 0.5)
  const level = (x: number): number => (normalCdf(x) + normalCdf(x - 1)) / 2
  expect(level(estimate.interval[0])).toBeCloseTo(0.5 - margin, 10)
  expect(level(estimate.interval[1])).toBeCloseTo(0.5 + margin, 10)
}) // prettier-ignore

test('a level needs 10 paths beyond it, as in a sample', () => {
  const [means, variances] = [fill(1000, 0), fill(1000, 1)]
  expect(quantileOf(mixture(means, variances, 20), 0.995, 0.95)).toHaveProperty('reason')
  expect(quantileOf(mixture(means, variances, 20), 0.99, 0.95)).not.toHaveProperty('reason')
})

test('it must have some spread and no negative or missing variance', () => {
  expect(() => mixture(fill(4, 1), fill(4, 0), 2)).toThrow('the variances must not all be 0')
  expect(() => mixture(fill(4, 1), Float64Array.of(1, -1, 1, 1), 2)).toThrow('variances[1] must be >= 0, got -1')
  expect(() => mixture(fill(4, 1), Float64Array.of(1, 1, NaN, 1), 2)).toThrow('variances[2] must be >= 0, got NaN')
  expect(() => mixture(Float64Array.of(1, NaN), fill(2, 1), 2)).toThrow('means[1] must be a number, got NaN')
})
