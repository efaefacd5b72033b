import seedrandom from 'seedrandom'
import { describe, expect, test } from 'vitest'
import { importanceTail } from '../../models/importanceSampling.ts'
import { mixture } from '../../models/mixture.ts'
import { normalDensity, normalQuantile } from '../../models/normal.ts'
import { weightedMixture } from '../../models/weightedMixture.ts'

const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length

test('with weights of 1 it is the plain mixture in the upper tail', () => {
  const draw = seedrandom('mixture')
  const means = Float64Array.from({ length: 400 }, () => draw.double())
  const variances = means.map((m) => 0.01 + 0.05 * m)
  const [plain, weighted] = [mixture(means, variances, 20), weightedMixture(means, variances, means.map(() => 1), 20)] // prettier-ignore
  for (const level of [0.8, 0.95, 0.999]) {
    expect(weighted.quantile(level)).toBeCloseTo(plain.quantile(level), 10)
    const q = plain.quantile(level)
    expect(weighted.beyond(q)).toEqual(plain.beyond(q))
    expect(weighted.excess(q)).toEqual(plain.excess(q))
  }
})

describe('a normal factor drawn round 2 with normal noise given it', () => {
  // X = .8·U + .6·E is N(0, 1); U is drawn from N(2, 1), and the noise of variance .36 is not drawn.
  const draw = seedrandom('factor')
  const paths = 4000
  const factor = Float64Array.from({ length: paths }, () => 2 + normalQuantile(draw.double()))
  const losses = factor.map((u) => 0.8 * u)
  const variances = factor.map(() => 0.36)
  const weights = factor.map((u) => Math.exp(2 - 2 * u))
  const parts = [
    { loss: (p: number) => 0.8 * factor[p]!, covariance: () => 0 },
    { loss: () => 0, covariance: () => 0.36 },
  ]
  const found = importanceTail({ losses, variances, weights, replicates: 20 }, 0.999, parts, 0.95)

  test('has the standard normal’s tail within 4 standard errors, in narrow intervals', () => {
    const q = normalQuantile(0.999)
    const truths = [q, normalDensity(q) / 0.001]
    for (const [i, figure] of [found.valueAtRisk, found.expectedShortfall].entries()) {
      if ('reason' in figure) throw new Error(figure.reason)
      expect(Math.abs(figure.value - truths[i]!)).toBeLessThan(4 * figure.standardError)
      expect(figure.standardError).toBeLessThan(0.03)
    }
  })

  test('has parts of factor and noise in the shares of their variances, which add up', () => {
    const [systematic, noise] = found.parts!
    const shortfall = normalDensity(normalQuantile(0.999)) / 0.001
    expect(Math.abs(systematic!.value - 0.64 * shortfall)).toBeLessThan(4 * systematic!.standardError)
    expect(Math.abs(noise!.value - 0.36 * shortfall)).toBeLessThan(4 * noise!.standardError)
    const total = found.expectedShortfall
    if ('reason' in total) throw new Error(total.reason)
    expect(systematic!.value + noise!.value).toBeCloseTo(total.value, 10)
  })

  test('counts the paths whose mean is beyond', () => {
    const d = weightedMixture(losses, variances, weights, 20)
    const q = d.quantile(0.999)
    expect(d.pathsBeyond(0.999)).toBe(losses.filter((loss) => loss > q).length)
    expect(mean(d.beyond(q))).toBeCloseTo(0.001, 12)
  })
})

test('weights must be one a path and not negative', () => {
  const [means, variances] = [new Float64Array(4), new Float64Array(4).fill(1)]
  expect(() => weightedMixture(means, variances, new Float64Array(3), 2)).toThrow(
    'weightedMixture: weights must have one entry for each of 4 paths, got 3',
  )
  expect(() => weightedMixture(means, variances, Float64Array.of(1, NaN, 1, 1), 2)).toThrow(
    'weights[1] must be >= 0 and finite, got NaN',
  )
})
