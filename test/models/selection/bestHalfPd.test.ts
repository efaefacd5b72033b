import { expect, test } from 'vitest'
import { bestHalfPd } from '../../../models/selection/bestHalfPd.ts'

test('is the mean true PD of those with the lowest assigned PDs', () => {
  expect(bestHalfPd(Float64Array.of(0.4, 0.1, 0.2, 0.3), Float64Array.of(0.9, 0.01, 0.05, 0.8))).toBeCloseTo(0.03, 12)
})

test('counts the one in the middle by half', () => {
  expect(bestHalfPd(Float64Array.of(0.1, 0.2, 0.3), Float64Array.of(0.02, 0.05, 0.8))).toBeCloseTo(0.045 / 1.5, 12)
})

test('counts equals on the edge in part, in whatever order they come', () => {
  // one clearly best, and one of the three that tie
  const expected = (0.01 + (0.02 + 0.05 + 0.08) / 3) / 2
  expect(bestHalfPd(Float64Array.of(0.1, 0.2, 0.2, 0.2), Float64Array.of(0.01, 0.02, 0.05, 0.08))).toBeCloseTo(
    expected,
    12,
  )
  expect(bestHalfPd(Float64Array.of(0.2, 0.2, 0.2, 0.1), Float64Array.of(0.08, 0.02, 0.05, 0.01))).toBeCloseTo(
    expected,
    12,
  )
})

test('of equals is the mean of all', () => {
  expect(bestHalfPd(Float64Array.of(0.2, 0.2, 0.2), Float64Array.of(0.01, 0.02, 0.06))).toBeCloseTo(0.03, 12)
})
