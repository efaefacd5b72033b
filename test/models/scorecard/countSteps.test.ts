import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countSteps } from '../../../models/scorecard/countSteps.ts'

test('0.69 against 0.60 by 0.03 is 3 steps, though 0.09 / 0.03 falls short of 3 in binary', () => {
  expect((0.69 - 0.6) / 0.03).toBeLessThan(3)
  expect(countSteps(0.69 - 0.6, 0.03, 'floor')).toBe(3)
  expect(countSteps(0.69 - 0.6, 0.03, 'ceil')).toBe(3)
})

test('a whole number of steps is counted exactly however it was computed', () => {
  const steps = fc.integer({ min: 1, max: 200 })
  const cents = fc.integer({ min: 1, max: 500 })
  fc.assert(
    fc.property(steps, cents, cents, (count, step, standard) => {
      const value = (standard + count * step) / 100
      const distance = value - standard / 100
      expect(countSteps(distance, step / 100, 'floor')).toBe(count)
      expect(countSteps(distance, step / 100, 'ceil')).toBe(count)
      expect(countSteps(distance, step / 100, 'linear')).toBeCloseTo(count, 9)
    }),
  )
})

test('a part of a step counts as nothing, as one or in proportion', () => {
  expect(countSteps(2.5, 1, 'floor')).toBe(2)
  expect(countSteps(2.5, 1, 'ceil')).toBe(3)
  expect(countSteps(2.5, 1, 'linear')).toBe(2.5)
})

test.each(['floor', 'ceil', 'linear'] as const)(
  '%s: at the standard and on its good side there are 0 steps, never −0',
  (rounding) => {
    expect(countSteps(0, 1, rounding)).toBe(0)
    expect(countSteps(-5, 1, rounding)).toBe(0)
    expect(countSteps(1e-12, 1, rounding)).toBeCloseTo(0, 11)
    expect(Object.is(countSteps(1e-12, 1, 'ceil'), 0)).toBe(true)
  },
)
