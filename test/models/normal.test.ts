import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalCdf, normalDensity, normalQuantile } from '../../models/normal.ts'
import reference from '../reference/distributions.json' with { type: 'json' }

const relativeError = (actual: number, exact: number): number =>
  actual === exact ? 0 : Math.abs(actual - exact) / Math.abs(exact)

test('normalCdf has a relative error below 1e-14 from −37.5 to 8 (50-digit values)', () => {
  for (const [x, exact] of reference.normalCdf as [number, number][])
    expect(relativeError(normalCdf(x), exact), `at ${x}`).toBeLessThan(1e-14)
})

test('normalQuantile has a relative error below 1e-14 from 1e-300 to .9999999 (50-digit values)', () => {
  for (const [p, exact] of reference.normalQuantile as [number, number][])
    expect(relativeError(normalQuantile(p), exact), `at ${p}`).toBeLessThan(1e-14)
})

test('normalQuantile inverts normalCdf on the lower half, whose probabilities are exact in the tail', () => {
  fc.assert(
    fc.property(fc.double({ min: -37, max: 0, noNaN: true }), (x) => {
      expect(Math.abs(normalQuantile(normalCdf(x)) - x)).toBeLessThan(1e-14 * Math.max(1, -x))
    }),
  )
})

test('normalCdf never falls, and Φ(−x) = 1 − Φ(x)', () => {
  const x = fc.double({ min: -40, max: 40, noNaN: true })
  fc.assert(
    fc.property(x, fc.double({ min: 1e-6, max: 1, noNaN: true }), (x, step) => {
      expect(normalCdf(x + step)).toBeGreaterThanOrEqual(normalCdf(x))
      expect(Math.abs(normalCdf(-x) - (1 - normalCdf(x)))).toBeLessThan(3e-16)
    }),
  )
})

test('the density is the slope of the distribution function', () => {
  const step = 1e-5
  for (const x of [-3.1, -1, 0, 0.4, 2.2])
    expect(normalDensity(x)).toBeCloseTo((normalCdf(x + step) - normalCdf(x - step)) / (2 * step), 10)
})

test('the ends: probability 0 and 1 belong to −Infinity and Infinity', () => {
  expect([normalCdf(-Infinity), normalCdf(Infinity), normalDensity(Infinity)]).toEqual([0, 1, 0])
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity])
  expect(normalQuantile(0.5)).toBe(0)
})

test('what is no probability is refused, and NaN goes through the functions of any number', () => {
  for (const p of [-1e-9, 1.0000001, NaN])
    expect(() => normalQuantile(p)).toThrow('normalQuantile: p must be in [0, 1]')
  expect(normalCdf(NaN)).toBeNaN()
  expect(normalDensity(NaN)).toBeNaN()
})
