import fc from 'fast-check'
import seedrandom from 'seedrandom'
import { describe, expect, test } from 'vitest'
import { clopperPearson } from '../../models/clopperPearson.ts'
import { normalDensity, normalQuantile } from '../../models/normal.ts'
import { replicateMeans } from '../../models/replicates.ts'
import { sample, sampleQuantile } from '../../models/sample.ts'
import {
  type Estimate,
  type Unavailable,
  expectedShortfallOf,
  linearisedWithError,
  meanWithError,
  probabilityWithError,
  quantileWithError,
  ratioWithError,
} from '../../models/standardErrors.ts'

/** Two-sided 95 % t with 3 degrees, from any printed table. */
const T3 = 3.182446
const upTo = (n: number): Float64Array => Float64Array.from({ length: n }, (_, i) => i + 1)

function had(estimate: Estimate | Unavailable): Estimate {
  if ('reason' in estimate) throw new Error(estimate.reason)
  return estimate
}

test('path p belongs to replicate ⌊p / (paths / R)⌋', () => {
  expect([...replicateMeans(Float64Array.of(1, 3, 5, 5, -2, 4), 3)]).toEqual([2, 5, 1])
  for (const replicates of [1, 4, 7, 0, NaN])
    expect(() => replicateMeans(upTo(6), replicates)).toThrow('replicates must be >= 2 and divide the 6 paths')
})

test('the error of a mean is the spread of the replicate means over √R, its interval Student’s t', () => {
  const { value, standardError, interval } = meanWithError(Float64Array.of(1, 2, 3, 6), 0.95)
  expect(value).toBe(3)
  expect(standardError).toBeCloseTo(Math.sqrt(14 / 3 / 4), 14)
  expect(interval[0]).toBeCloseTo(3 - T3 * Math.sqrt(14 / 12), 5)
  expect(interval[1]).toBeCloseTo(3 + T3 * Math.sqrt(14 / 12), 5)
})

test('a ratio of proportional means has no error, and of a constant denominator the error of the numerator', () => {
  const b = Float64Array.of(1, 2, 3, 6)
  const proportional = ratioWithError(
    b.map((x) => 2.5 * x),
    b,
    0.95,
  )
  expect(proportional.value).toBe(2.5)
  expect(proportional.standardError).toBeCloseTo(0, 15)
  const constant = ratioWithError(b, Float64Array.of(2, 2, 2, 2), 0.95)
  expect(constant.standardError).toBeCloseTo(meanWithError(b, 0.95).standardError / 2, 15)
  expect(() => ratioWithError(b, new Float64Array(4), 0.95)).toThrow('the mean denominator must not be 0')
})

test('a figure’s linear part may carry any constant', () => {
  const influence = Float64Array.of(0.2, -0.4, 0.1, 0.3)
  const shifted = linearisedWithError(
    7,
    influence.map((x) => x + 100),
    0.9,
  )
  expect(shifted.value).toBe(7)
  expect(shifted.standardError).toBeCloseTo(linearisedWithError(7, influence, 0.9).standardError, 12)
  expect(() => linearisedWithError(7, Float64Array.of(1), 0.9)).toThrow('replicates must be >= 2, got 1')
  expect(() => linearisedWithError(7, influence, 95)).toThrow('confidence must be in (0, 1), got 95')
})

describe('probabilityWithError', () => {
  test('with 25 hits and misses or more it is the mean of the replicate shares', () => {
    const holds = (p: number): number => (p % 4 === 0 || p < 10 ? 1 : 0)
    const shares = replicateMeans(
      upTo(200).map((_, p) => holds(p)),
      4,
    )
    expect(probabilityWithError(holds, 200, 4, 0.95)).toEqual(meanWithError(shares, 0.95))
  })

  test('with fewer misses it is the exact interval, and a share of 1 still has an error', () => {
    for (const misses of [0, 24]) {
      const { value, standardError, interval } = probabilityWithError((p) => (p >= misses ? 1 : 0), 1000, 20, 0.95)
      expect(value).toBe(1 - misses / 1000)
      expect(interval).toEqual(clopperPearson(1000 - misses, 1000, 0.95))
      expect(standardError).toBeCloseTo((interval[1] - interval[0]) / (2 * 1.959964), 8)
      expect(standardError).toBeGreaterThan(0)
    }
  })

  test('with few hits the same holds from the other end', () => {
    expect(probabilityWithError((p) => (p < 3 ? 1 : 0), 1000, 20, 0.95).interval).toEqual(clopperPearson(3, 1000, 0.95))
  })
})

test('chances that were not drawn have no exact binomial interval: their error is that of the replicates', () => {
  const chance = (path: number): number => 0.99 + 0.001 * (Math.floor(path / 50) % 2)
  const { value, standardError } = probabilityWithError(chance, 1000, 20, 0.95)
  expect(value).toBeCloseTo(0.9905, 12)
  expect(standardError).toBeCloseTo(0.0005 / Math.sqrt(19), 12)
})

describe('quantileWithError', () => {
  test('replicates that are stratified alike do not make a quantile look certain', () => {
    // Every replicate holds the same 100 strata with a jitter inside each: the share beyond is the same in all of them.
    const values = Float64Array.from({ length: 2000 }, (_, p) => ((p % 100) + ((p * 7919) % 97) / 97) / 100)
    const { value, standardError } = had(quantileWithError(values, 20, 0.9, 0.95))
    expect(Math.abs(value - 0.9)).toBeLessThan(4 * standardError)
    expect(standardError).toBeGreaterThan(0)
    expect(standardError).toBeLessThan(0.003)
  })

  test('a quantile is the smallest value with F̂ at or above the level', () => {
    const sorted = upTo(10_000)
    expect([0.0001, 0.05, 0.5, 0.95, 0.99, 0.999, 1].map((level) => sampleQuantile(sorted, level))).toEqual([
      1, 500, 5000, 9500, 9900, 9990, 10_000,
    ])
    expect(sampleQuantile(sorted, 0.95001)).toBe(9501)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 1e-6, max: 1, noNaN: true }), (n, level) => {
        const k = sampleQuantile(upTo(n), level)
        expect(k / n).toBeGreaterThanOrEqual(level)
        expect((k - 1) / n).toBeLessThan(level)
      }),
    )
  })

  test('four replicates with shares .5, .7, .9, .7 below the median of the pool give Woodruff’s limits', () => {
    // Values 1..40 dealt so that 5, 7, 9 and 7 of ten lie at or below 28, the .7 quantile.
    const low = [...upTo(28)]
    const high = [...upTo(12)].map((i) => i + 28)
    const values = [5, 7, 9, 7].flatMap((n) => [...low.splice(0, n), ...high.splice(0, 10 - n)])
    const { value, standardError, interval } = had(quantileWithError(Float64Array.from(values), 4, 0.7, 0.95))
    const margin = T3 * Math.sqrt(0.08 / 3 / 4)
    expect(value).toBe(28)
    expect(interval).toEqual([Math.ceil(40 * (0.7 - margin)), Math.ceil(40 * (0.7 + margin))])
    expect(standardError).toBeCloseTo((interval[1] - interval[0]) / (2 * T3), 5)
  })

  test('fewer than 10 paths beyond the quantile give a reason instead', () => {
    expect(quantileWithError(upTo(1000), 20, 0.995, 0.95)).toEqual({
      reason: 'only 5 of 1000 paths lie beyond the 0.995 quantile; 10 are needed',
    })
    expect(quantileWithError(upTo(1000), 20, 0.01, 0.95)).toHaveProperty('reason')
  })

  test('an interval that runs past the largest path gives a reason instead', () => {
    expect(quantileWithError(upTo(40), 4, 0.7, 0.95)).toEqual({
      reason: 'the interval of the 0.7 quantile runs past the most extreme of 40 paths',
    })
  })

  test('values that are all the same are known without error', () => {
    expect(quantileWithError(new Float64Array(400).fill(3), 20, 0.9, 0.95)).toEqual({
      value: 3,
      standardError: 0,
      interval: [3, 3],
    })
  })

  test('the paths themselves are left in their order', () => {
    const values = Float64Array.from({ length: 100 }, (_, p) => (p * 37) % 100)
    const before = [...values]
    quantileWithError(values, 10, 0.8, 0.95)
    expect([...values]).toEqual(before)
  })
})

describe('expectedShortfallOf', () => {
  test('the worst tenth of 1..100 has mean 95.5', () => {
    expect(had(expectedShortfallOf(sample(upTo(100), 10), 0.9, 0.95)).value).toBeCloseTo(95.5, 12)
  })

  test('a level between two paths counts the boundary path in part: 91.5 % of 1..100', () => {
    // 8.5 paths: 93..100 whole, half of 92.
    const values = Float64Array.from({ length: 200 }, (_, p) => Math.floor(p / 2) + 1)
    expect(had(expectedShortfallOf(sample(values, 10), 0.915, 0.95)).value).toBeCloseTo((772 + 46) / 8.5, 11)
  })

  test('it is never below the quantile, and a constant added moves it by as much', () => {
    const values = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 40, maxLength: 40 })
    fc.assert(
      fc.property(values, fc.double({ min: -3, max: 3, noNaN: true }), (values, shift) => {
        const paths = Float64Array.from(values)
        const shortfall = had(expectedShortfallOf(sample(paths, 4), 0.7, 0.95)).value
        expect(shortfall).toBeGreaterThanOrEqual(sampleQuantile(paths.toSorted(), 0.7) - 1e-12)
        const shifted = expectedShortfallOf(
          sample(
            paths.map((x) => x + shift),
            4,
          ),
          0.7,
          0.95,
        )
        expect(had(shifted).value).toBeCloseTo(shortfall + shift, 12)
      }),
    )
  })

  test('fewer than 10 paths beyond the quantile give a reason instead', () => {
    expect(expectedShortfallOf(sample(upTo(1000), 20), 0.999, 0.95)).toHaveProperty('reason')
  })
})

test('95 % intervals of normal samples cover the truth about 95 % of 400 times (false alarm below 1 in 10,000 each)', () => {
  const draw = seedrandom('coverage of intervals')
  const [repeats, paths, level] = [400, 2000, 0.98]
  const q = normalQuantile(level)
  const truths = { mean: 0, probability: 0.02, quantile: q, shortfall: normalDensity(q) / (1 - level) }
  const covered = { mean: 0, probability: 0, quantile: 0, shortfall: 0 }
  for (let i = 0; i < repeats; i++) {
    const values = Float64Array.from({ length: paths }, () => normalQuantile(draw.double()))
    const estimates = {
      mean: meanWithError(replicateMeans(values, 20), 0.95),
      probability: probabilityWithError((p) => (values[p]! > q ? 1 : 0), paths, 20, 0.95),
      quantile: had(quantileWithError(values, 20, level, 0.95)),
      shortfall: had(expectedShortfallOf(sample(values, 20), level, 0.95)),
    }
    for (const name of ['mean', 'probability', 'quantile', 'shortfall'] as const) {
      const [low, high] = estimates[name].interval
      if (low <= truths[name] && truths[name] <= high) covered[name]++
    }
  }
  // 4 standard errors of a share of .95 in 400.
  const tolerance = 4 * Math.sqrt((0.95 * 0.05) / repeats)
  for (const name of ['mean', 'probability', 'quantile', 'shortfall'] as const)
    expect(Math.abs(covered[name] / repeats - 0.95), `${name}: ${covered[name]}`).toBeLessThan(tolerance)
})
