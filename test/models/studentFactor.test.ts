import { expect, test } from 'vitest'
import { normalCdf, normalQuantile } from '../../models/normal.ts'
import {
  type StudentMixture,
  studentMixtureCdf,
  studentMixtureQuantile,
  studentScore,
} from '../../models/studentFactor.ts'
import { tQuantile } from '../../models/studentT.ts'
import reference from '../reference/studentMixture.json' with { type: 'json' }

const rows = (reference.studentMixtureCdf as [number, number, number, number, number][]).map(
  ([y, t, normal, degreesOfFreedom, p]) => ({ y, mixture: { t, normal, degreesOfFreedom }, p }),
)
const name = (x: number, { t, normal, degreesOfFreedom }: StudentMixture): string =>
  `at ${x}, ${t}, ${normal}, ${degreesOfFreedom}`

test('studentMixtureCdf has a relative error below 1e-13 from 2.01 to 5,000 degrees (30-digit values)', () => {
  for (const { y, mixture, p } of rows.filter((row) => row.p > 1e-12))
    expect(Math.abs(studentMixtureCdf(y, mixture) / p - 1), name(y, mixture)).toBeLessThan(1e-13)
})

test('studentMixtureQuantile has a relative error below 1e-12 in the lower tail (30-digit values)', () => {
  for (const { y, mixture, p } of rows.filter((row) => row.p > 1e-12 && row.p < 0.4))
    expect(Math.abs(studentMixtureQuantile(p, mixture) / y - 1), name(p, mixture)).toBeLessThan(1e-12)
})

test('the quantile inverts the cdf on both sides, and the median is 0', () => {
  for (const { mixture } of rows)
    for (const p of [1e-6, 0.001, 0.2, 0.4999, 0.5, 0.73, 0.9999])
      expect(Math.abs(studentMixtureCdf(studentMixtureQuantile(p, mixture), mixture) / p - 1)).toBeLessThan(1e-12)
  expect([0, 0.5, 1].map((p) => studentMixtureQuantile(p, rows[0]!.mixture))).toEqual([-Infinity, 0, Infinity])
})

test('without a normal part the mixture is the scaled t, without a t part the normal', () => {
  const t = studentMixtureQuantile(0.01, { t: 0.25, normal: 0, degreesOfFreedom: 4 })
  expect(t).toBeCloseTo(0.5 * Math.sqrt(0.5) * tQuantile(0.01, 4), 12)
  const normal = studentMixtureQuantile(0.01, { t: 0, normal: 0.25, degreesOfFreedom: 4 })
  expect(normal).toBeCloseTo(0.5 * normalQuantile(0.01), 13)
})

test('studentScore agrees with SciPy to 1e-11', () => {
  for (const [z, degrees, exact] of reference.studentScore as [number, number, number][])
    expect(Math.abs(studentScore(z, degrees) - exact), `at ${z}, ${degrees}`).toBeLessThanOrEqual(
      1e-11 * Math.abs(exact),
    )
})

test('scores of equally likely normal values have variance 1', () => {
  const degreesOfFreedom = 6
  let sum = 0
  const h = 1 / 64
  for (let z = -9; z <= 9; z += h)
    sum += studentScore(z, degreesOfFreedom) ** 2 * (normalCdf(z + h / 2) - normalCdf(z - h / 2))
  expect(sum).toBeCloseTo(1, 4)
})

test('arguments outside their range are refused', () => {
  const mixture = { t: 0.1, normal: 0.9, degreesOfFreedom: 4 }
  expect(() => studentMixtureCdf(NaN, mixture)).toThrow('studentMixtureCdf: y must be a number, got NaN')
  expect(() => studentMixtureCdf(0, { ...mixture, degreesOfFreedom: 2 })).toThrow(
    'studentMixtureCdf: degreesOfFreedom must be > 2, got 2',
  )
  expect(() => studentMixtureCdf(0, { ...mixture, t: -1 })).toThrow('studentMixtureCdf: t must be >= 0, got -1')
  expect(() => studentMixtureCdf(0, { ...mixture, normal: NaN })).toThrow(
    'studentMixtureCdf: normal must be >= 0, got NaN',
  )
  expect(() => studentMixtureCdf(0, { t: 0, normal: 0, degreesOfFreedom: 4 })).toThrow('must not both be 0')
  expect(() => studentMixtureQuantile(1.2, mixture)).toThrow('studentMixtureQuantile: p must be in [0, 1], got 1.2')
  expect(() => studentScore(NaN, 4)).toThrow('studentScore: z must be a number, got NaN')
  expect(() => studentScore(1, 2)).toThrow('studentScore: degreesOfFreedom must be > 2, got 2')
})
