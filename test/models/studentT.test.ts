import { expect, test } from 'vitest'
import { normalQuantile } from '../../models/normal.ts'
import { tQuantile } from '../../models/studentT.ts'
import reference from '../reference/distributions.json' with { type: 'json' }

test('tQuantile has a relative error below 1e-13 from 1 to 10,000 degrees (50-digit values)', () => {
  for (const [p, degrees, exact] of reference.tQuantile as [number, number, number][])
    expect(Math.abs(tQuantile(p, degrees) / exact - 1), `at ${p}, ${degrees}`).toBeLessThan(1e-13)
})

test('one degree of freedom is the Cauchy distribution, very many the normal plus (z³ + z)/4ν', () => {
  expect(tQuantile(0.75, 1)).toBeCloseTo(1, 14)
  const z = normalQuantile(0.975)
  expect(tQuantile(0.975, 1e6)).toBeCloseTo(z + (z ** 3 + z) / 4e6, 10)
})

test('the median is 0 and the ends are infinite', () => {
  expect([0, 0.5, 1].map((p) => tQuantile(p, 19))).toEqual([-Infinity, 0, Infinity])
})

test('arguments outside their range are refused', () => {
  expect(() => tQuantile(1.2, 5)).toThrow('tQuantile: p must be in [0, 1], got 1.2')
  expect(() => tQuantile(0.9, 0)).toThrow('tQuantile: degrees must be > 0, got 0')
})
