import { expect, test } from 'vitest'
import { kktResidual } from '../../../models/optimise/kktResidual.ts'
import type { Row } from '../../../models/optimise/row.ts'

const weights = Float64Array.of(1, 4)
const rows: readonly Row[] = [
  { constraint: 'any', cells: [], slopes: Float64Array.of(1, 2), least: 6, eases: {} },
  { constraint: 'any', cells: [], slopes: Float64Array.of(-1, 0), least: -10, eases: {} },
]
const residual = (x: readonly number[], multipliers: readonly number[]): number =>
  kktResidual(weights, Float64Array.from(x), rows, Float64Array.from(multipliers))

test('the residual is 0 at the solution with its multipliers', () => {
  expect(residual([3, 1.5], [3, 0])).toBe(0)
})

test('a gradient that the multipliers do not make up is told in shares of the largest', () => {
  expect(residual([3, 1.5], [2.7, 0])).toBeCloseTo((6 - 5.4) / 6, 14)
})

test('a row that is not met is told in shares of the largest change', () => {
  expect(residual([2, 1], [2, 0])).toBeCloseTo(2 / (2 * 2), 14)
})

test('a multiplier on a row with slack is told, and so is one below 0', () => {
  expect(residual([3, 1.5], [3, 1])).toBeGreaterThan(0.3)
  expect(residual([3, 1.5], [3, -1])).toBeGreaterThan(0.3)
})

test('no change at all is right where it meets the rows and has no scale where it does not', () => {
  expect(kktResidual(weights, new Float64Array(2), rows.slice(1), new Float64Array(1))).toBe(0)
  expect(residual([0, 0], [0, 0])).toBe(Infinity)
})
