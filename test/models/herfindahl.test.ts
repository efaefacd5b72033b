import fc from 'fast-check'
import { expect, test } from 'vitest'
import { herfindahl } from '../../models/herfindahl.ts'

test('n equal loans have 1/n, whatever the unit', () => {
  expect(herfindahl([3, 3, 3, 3])).toBe(0.25)
  expect(herfindahl(new Float64Array(1000).fill(0.001))).toBeCloseTo(0.001, 15)
})

test('a half and two quarters have .375, one loan has 1', () => {
  expect(herfindahl([2, 1, 1])).toBe(0.375)
  expect(herfindahl([0, 7, 0])).toBe(1)
})

test('it lies between 1/n and 1', () => {
  const weights = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 })
  fc.assert(
    fc.property(weights, (weights) => {
      expect(herfindahl(weights)).toBeGreaterThanOrEqual((1 - 1e-14) / weights.length)
      expect(herfindahl(weights)).toBeLessThanOrEqual(1 + 1e-14)
    }),
  )
})

test('negative weights, and none at all, are refused', () => {
  expect(() => herfindahl([1, -2])).toThrow('herfindahl: weights[1] must be >= 0 and finite, got -2')
  expect(() => herfindahl([1, NaN])).toThrow('weights[1] must be >= 0 and finite, got NaN')
  expect(() => herfindahl([])).toThrow('herfindahl: the weights must not all be 0')
})
