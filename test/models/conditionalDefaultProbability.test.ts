import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conditionalDefaultProbability } from '../../models/conditionalDefaultProbability.ts'
import { normalDensity, normalQuantile } from '../../models/normal.ts'
import { vasicekQuantile } from '../../models/vasicek.ts'

const pd = fc.double({ min: 1e-4, max: 0.5, noNaN: true })
const r2 = fc.double({ min: 0.001, max: 0.5, noNaN: true })

test('in the year that is worse with probability 1 − level it is Vasicek’s quantile', () => {
  fc.assert(
    fc.property(pd, r2, fc.double({ min: 0.01, max: 0.999, noNaN: true }), (h, r2, level) => {
      const x = -Math.sqrt(r2) * normalQuantile(level)
      expect(conditionalDefaultProbability(h, x, r2)).toBeCloseTo(vasicekQuantile(h, r2, level), 14)
    }),
  )
})

test('its mean over x is the marginal probability', () => {
  fc.assert(
    fc.property(pd, r2, (h, r2) => {
      let mean = 0
      for (let z = -9; z <= 9; z += 1 / 16)
        mean += (conditionalDefaultProbability(h, Math.sqrt(r2) * z, r2) * normalDensity(z)) / 16
      expect(mean).toBeCloseTo(h, 12)
    }),
  )
})

test('it rises with h and falls in a better year', () => {
  fc.assert(
    fc.property(pd, r2, fc.double({ min: -2, max: 2, noNaN: true }), (h, r2, x) => {
      const p = conditionalDefaultProbability(h, x, r2)
      expect(conditionalDefaultProbability(h * 1.1, x, r2)).toBeGreaterThan(p)
      expect(conditionalDefaultProbability(h, x + 0.1, r2)).toBeLessThan(p)
    }),
  )
})

test('without correlation and in an average year it is h', () => {
  expect(conditionalDefaultProbability(0.03, 0, 0)).toBeCloseTo(0.03, 15)
})

test('arguments outside their range are refused', () => {
  const message = 'conditionalDefaultProbability: '
  expect(() => conditionalDefaultProbability(0, 0, 0.1)).toThrow(message + 'h must be in (0, 1), got 0')
  expect(() => conditionalDefaultProbability(0.03, NaN, 0.1)).toThrow(message + 'x must be a number, got NaN')
  expect(() => conditionalDefaultProbability(0.03, 0, 1.2)).toThrow(message + 'r2 must be in [0, 1), got 1.2')
})
