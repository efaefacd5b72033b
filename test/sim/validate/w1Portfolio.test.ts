import { expect, test } from 'vitest'
import { w1Portfolio } from '../../../sim/validate/w1Portfolio.ts'

test('the benchmark portfolio has 10,000 loans of ten grades in eight sectors that add up to 1', () => {
  const { exposures, pds, sectors } = w1Portfolio()
  expect([exposures.length, pds.length, sectors.length]).toEqual([10_000, 10_000, 10_000])
  expect(exposures.reduce((a, b) => a + b)).toBeCloseTo(1, 8)
  expect([...new Set(sectors)].toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  const grades = [...new Set(pds)].toSorted((a, b) => a - b)
  expect(grades).toHaveLength(10)
  expect(grades[0]).toBe(0.003)
  expect(grades[9]).toBeCloseTo(0.15, 15)
})

test('its exposures are lognormal with a deviation of 1', () => {
  const logs = w1Portfolio().exposures.map(Math.log)
  const mean = logs.reduce((a, b) => a + b) / logs.length
  const variance = logs.reduce((a, b) => a + (b - mean) ** 2, 0) / logs.length
  // 4 standard errors of a sample of 10,000: 4·√(2/10,000).
  expect(Math.abs(variance - 1)).toBeLessThan(0.057)
})
