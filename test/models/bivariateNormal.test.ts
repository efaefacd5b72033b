import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bivariateNormalCdf, indicatorCovariance } from '../../models/bivariateNormal.ts'
import { normalCdf } from '../../models/normal.ts'
import reference from '../reference/distributions.json' with { type: 'json' }

const point = fc.double({ min: -5, max: 5, noNaN: true })
const correlation = fc.double({ min: -0.999, max: 0.999, noNaN: true })

test('bivariateNormalCdf has an error below 1e-14 from ρ −.999 to .9999 (50-digit values)', () => {
  for (const [x, y, rho, exact] of reference.bivariateNormalCdf as [number, number, number, number][])
    expect(Math.abs(bivariateNormalCdf(x, y, rho) - exact), `at ${x}, ${y}, ${rho}`).toBeLessThan(1e-14)
})

test('Sheppard: at the origin it is ¼ + arcsin(ρ)/2π', () => {
  for (const rho of [-1, -0.7, 0, 0.31, 0.999999, 1])
    expect(bivariateNormalCdf(0, 0, rho)).toBeCloseTo(0.25 + Math.asin(rho) / (2 * Math.PI), 14)
})

test('perfect correlation leaves the smaller probability, perfect opposition what overlaps', () => {
  fc.assert(
    fc.property(point, point, (x, y) => {
      expect(bivariateNormalCdf(x, y, 1)).toBeCloseTo(normalCdf(Math.min(x, y)), 13)
      expect(bivariateNormalCdf(x, y, -1)).toBeCloseTo(Math.max(0, normalCdf(x) - normalCdf(-y)), 13)
    }),
  )
})

test('it is symmetric, rises with ρ, and the four quadrants add up to 1', () => {
  fc.assert(
    fc.property(point, point, correlation, fc.double({ min: 0, max: 1, noNaN: true }), (x, y, rho, weight) => {
      const p = bivariateNormalCdf(x, y, rho)
      expect(bivariateNormalCdf(y, x, rho)).toBeCloseTo(p, 14)
      expect(bivariateNormalCdf(x, y, rho + weight * (1 - rho))).toBeGreaterThanOrEqual(p - 1e-15)
      const others = [bivariateNormalCdf(-x, y, -rho), bivariateNormalCdf(x, -y, -rho), bivariateNormalCdf(-x, -y, rho)]
      expect(others.reduce((sum, q) => sum + q, p)).toBeCloseTo(1, 13)
    }),
  )
})

test('at infinity one variable is left', () => {
  expect(bivariateNormalCdf(Infinity, 0.4, 0.6)).toBeCloseTo(normalCdf(0.4), 15)
  expect(bivariateNormalCdf(-Infinity, 0.4, 0.6)).toBe(0)
})

test('a small covariance keeps its digits: for small ρ it is φ(x)φ(y)ρ', () => {
  const density = Math.exp(-(2 ** 2 + 3 ** 2) / 2) / (2 * Math.PI)
  expect(indicatorCovariance(-2, -3, 1e-9) / (density * 1e-9)).toBeCloseTo(1, 7)
})

test('arguments outside their range are refused', () => {
  expect(() => bivariateNormalCdf(0, 0, 1.1)).toThrow('rho must be in [-1, 1], got 1.1')
  expect(() => bivariateNormalCdf(NaN, 0, 0.1)).toThrow('x and y must be numbers, got NaN')
})
