import fc from 'fast-check'
import { expect, test } from 'vitest'
import { betaCdf, betaQuantile } from '../../models/beta.ts'
import reference from '../reference/distributions.json' with { type: 'json' }

type Row = [number, number, number, number]
const shape = fc.double({ min: 0.1, max: 400, noNaN: true })
const inside = fc.double({ min: 0.001, max: 0.999, noNaN: true })

test('betaCdf has a relative error below 1e-12 for shapes from .05 to 50,000 (50-digit values)', () => {
  for (const [x, a, b, exact] of reference.betaCdf as Row[])
    expect(Math.abs(betaCdf(x, a, b) / exact - 1), `at ${x}, ${a}, ${b}`).toBeLessThan(1e-12)
})

test('betaQuantile has a relative error below 1e-13 for the same shapes (50-digit values)', () => {
  for (const [p, a, b, exact] of reference.betaQuantile as Row[])
    expect(Math.abs(betaQuantile(p, a, b) / exact - 1), `at ${p}, ${a}, ${b}`).toBeLessThan(1e-13)
})

test('betaCdf inverts betaQuantile as far as a rounded quantile allows', () => {
  fc.assert(
    fc.property(inside, shape, shape, (p, a, b) => {
      const x = betaQuantile(p, a, b)
      const halfDigit = betaCdf(Math.min(1, x + 2e-16), a, b) - betaCdf(Math.max(0, x - 2e-16), a, b)
      expect(Math.abs(betaCdf(x, a, b) - p)).toBeLessThan(1e-12 + halfDigit)
    }),
  )
})

test('swapping the shapes mirrors the distribution: I_x(a, b) = 1 − I_{1−x}(b, a)', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1023 }), shape, shape, (i, a, b) => {
      const x = i / 1024
      expect(Math.abs(betaCdf(x, a, b) - (1 - betaCdf(1 - x, b, a)))).toBeLessThan(1e-12)
    }),
  )
})

test('the uniform distribution and the ends are exact', () => {
  expect(betaCdf(0.3, 1, 1)).toBeCloseTo(0.3, 15)
  expect([betaCdf(0, 2, 3), betaCdf(1, 2, 3), betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1, 0, 1])
})

test('a quantile too small for a double comes back as 1e-300', () => {
  expect(betaQuantile(0.3, 0.001, 1)).toBeLessThan(1.01e-300)
})

test('arguments outside their range are refused', () => {
  expect(() => betaCdf(1.1, 2, 3)).toThrow('betaCdf: x must be in [0, 1], got 1.1')
  expect(() => betaCdf(0.5, 0, 3)).toThrow('betaCdf: a must be > 0, got 0')
  expect(() => betaQuantile(NaN, 2, 3)).toThrow('betaQuantile: p must be in [0, 1], got NaN')
  expect(() => betaQuantile(0.5, 2, Infinity)).toThrow('betaQuantile: b must be > 0, got Infinity')
})
