import { expect, test } from 'vitest'
import { goldenSection } from '../../models/goldenSection.ts'

test('the top of x·e^−x is at 1', () => {
  expect(goldenSection((x) => x * Math.exp(-x), 0, 5, 1e-7)).toBeCloseTo(1, 6)
})

test('a kink is found as well as a smooth top', () => {
  expect(goldenSection((x) => -Math.abs(x - 0.3), -1, 1, 1e-9)).toBeCloseTo(0.3, 8)
})
