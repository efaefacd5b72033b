import { expect, test } from 'vitest'
import { agrees, published, sameByBoth, simulated } from '../../../sim/validate/row.ts'

test.each([
  ['.0406', 0.00005],
  ['11', 0.5],
  ['.110722', 0.0000005],
  ['.014660', 0.0000005],
])('a figure printed as %s may differ by half a unit of its last digit', (figure, tolerance) => {
  const row = published('name', 'source', figure, Number(figure) + 0.99 * tolerance)
  expect(row.tolerance).toBeCloseTo(tolerance, 12)
  expect(agrees(row)).toBe(true)
  expect(agrees({ ...row, actual: Number(figure) - 1.01 * tolerance })).toBe(false)
})

test('two methods may differ by 1e-9 of the figure, or of the scale given', () => {
  expect(agrees(sameByBoth('name', 'source', 200, 200 + 1.9e-7))).toBe(true)
  expect(agrees(sameByBoth('name', 'source', 200, 200 + 2.1e-7))).toBe(false)
  expect(agrees(sameByBoth('name', 'source', 0, 1e-10))).toBe(false)
  expect(agrees(sameByBoth('name', 'source', 0, 1e-10, 1))).toBe(true)
})

test('a simulated figure may differ by 4 of its standard errors', () => {
  const row = simulated('name', 'source', 1, { value: 1.039, standardError: 0.01 })
  expect(agrees(row)).toBe(true)
  expect(agrees({ ...row, actual: 0.959 })).toBe(false)
})

test('a figure that is not a number, or cannot be had, is a miss', () => {
  expect(agrees(published('name', 'source', '1', NaN))).toBe(false)
  const row = simulated('name', 'source', 1, { reason: 'too few paths' })
  expect(row.name).toBe('name (too few paths)')
  expect(agrees(row)).toBe(false)
})
