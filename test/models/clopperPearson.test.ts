import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binomialProbability } from '../../models/binomial.ts'
import { clopperPearson } from '../../models/clopperPearson.ts'
import reference from '../reference/distributions.json' with { type: 'json' }

test('both limits have a relative error below 1e-11 for 10 to 1,000,000 trials (50-digit values)', () => {
  for (const [successes, trials, confidence, low, high] of reference.clopperPearson as [
    number,
    number,
    number,
    number,
    number,
  ][]) {
    const [actualLow, actualHigh] = clopperPearson(successes, trials, confidence)
    expect(Math.abs(actualLow - low), `low of ${successes} in ${trials}`).toBeLessThanOrEqual(1e-11 * low)
    expect(Math.abs(actualHigh - high), `high of ${successes} in ${trials}`).toBeLessThanOrEqual(1e-11 * high)
  }
})

test('without a success in n trials the upper limit is 1 − (α/2)^(1/n)', () => {
  expect(clopperPearson(0, 20, 0.95)[1]).toBeCloseTo(1 - 0.025 ** (1 / 20), 14)
})

test('the interval covers a chance of 3 % in 200 trials with at least its confidence', () => {
  const covered = Array.from({ length: 201 }, (_, k) => k).filter((k) => {
    const [low, high] = clopperPearson(k, 200, 0.9)
    return low <= 0.03 && 0.03 <= high
  })
  const probability = covered.reduce((sum, k) => sum + binomialProbability(k, 200, 0.03), 0)
  expect(probability).toBeGreaterThanOrEqual(0.9)
  expect(probability).toBeLessThan(0.97)
})

test('it holds the observed share, and counting failures mirrors it', () => {
  const counts = fc
    .integer({ min: 1, max: 2000 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
  fc.assert(
    fc.property(counts, ([k, n]) => {
      const [low, high] = clopperPearson(k, n, 0.95)
      const mirrored = clopperPearson(n - k, n, 0.95)
      expect(low).toBeLessThanOrEqual(k / n)
      expect(high).toBeGreaterThanOrEqual(k / n)
      expect(mirrored[0]).toBeCloseTo(1 - high, 12)
      expect(mirrored[1]).toBeCloseTo(1 - low, 12)
    }),
  )
})

test('arguments outside their range are refused', () => {
  expect(() => clopperPearson(0, 0, 0.95)).toThrow('clopperPearson: trials must be a whole number >= 1, got 0')
  expect(() => clopperPearson(5, 4, 0.95)).toThrow('clopperPearson: successes must be a whole number in 0..4, got 5')
  expect(() => clopperPearson(1, 4, 95)).toThrow('clopperPearson: confidence must be in (0, 1), got 95')
})
