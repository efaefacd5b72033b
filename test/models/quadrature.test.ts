import { expect, test } from 'vitest'
import { integrate } from '../../models/quadrature.ts'

test('smooth functions are integrated to double precision', () => {
  expect(integrate(Math.exp, 0, 1)).toBeCloseTo(Math.E - 1, 14)
  expect(integrate((x) => 1 / (1 + x * x), -3, 3)).toBeCloseTo(2 * Math.atan(3), 14)
  expect(integrate((x) => x ** 3, 0, 2)).toBeCloseTo(4, 14)
})

test('so are functions that are singular at an end', () => {
  expect(integrate((x) => Math.log(x), 0, 1)).toBeCloseTo(-1, 13)
  expect(integrate((x) => 1 / Math.sqrt(x), 0, 4)).toBeCloseTo(4, 7)
})

test('a step of width 1e-4 near an end is found by halving', () => {
  const step = (x: number): number => 1 / (1 + Math.exp((1e-3 - x) / 1e-4))
  const antiderivative = (x: number): number => x + 1e-4 * Math.log1p(Math.exp((1e-3 - x) / 1e-4))
  expect(integrate(step, 0, 1)).toBeCloseTo(antiderivative(1) - antiderivative(0), 13)
})

test('an empty interval gives 0 and a reversed one the negative', () => {
  expect(integrate(Math.exp, 2, 2)).toBe(0)
  expect(integrate(Math.exp, 1, 0)).toBeCloseTo(1 - Math.E, 14)
})
