import { describe, expect, test } from 'vitest'
import type { OutcomeCube } from '../../models/cube.ts'
import {
  equalLoansStandardDeviation,
  equalLoansVolatility,
  lossVolatility,
  minimumLoans,
  minimumLoansError,
} from '../../models/lawOfLargeNumbers.ts'
import { vasicekQuantile } from '../../models/vasicek.ts'

describe('DOMAIN B6, equal loans at a PD of 3 %', () => {
  test.each([
    [0.01, 0.69, 6166],
    [0.03, 1.21, 1978],
    [0.05, 1.59, 1142],
    [0.08, 2.06, 674],
  ])('asset correlation %f: %f %% stay, and %i loans bring the rest to a tenth', (rho, percent, loans) => {
    const volatility = equalLoansVolatility(0.03, rho, 1)
    expect(100 * volatility.systematic).toBeCloseTo(percent, 2)
    expect(Math.round(minimumLoans(1, volatility)!)).toBe(loans)
    expect(minimumLoans(500, equalLoansVolatility(0.03, rho, 500))).toBeCloseTo(minimumLoans(1, volatility)!, 8)
  })

  test.each([
    [100, 2.33],
    [1000, 1.68],
    [10_000, 1.6],
  ])('asset correlation 5 %%, %i loans: standard deviation %f %%', (loans, percent) => {
    expect(100 * equalLoansStandardDeviation(0.03, 0.05, loans)).toBeCloseTo(percent, 2)
  })

  test('asset correlation 5 %: the limit’s 99 % and 99.9 % quantiles are 8.1 and 11.1 %', () => {
    expect(100 * vasicekQuantile(0.03, 0.05, 0.99)).toBeCloseTo(8.1, 1)
    expect(100 * vasicekQuantile(0.03, 0.05, 0.999)).toBeCloseTo(11.1, 1)
  })
})

test('one loan has the variance of its default, and without correlation all of it goes', () => {
  expect(equalLoansStandardDeviation(0.03, 0.2, 1)).toBeCloseTo(Math.sqrt(0.03 * 0.97), 14)
  const { systematic, diversifiable } = equalLoansVolatility(0.03, 0, 100)
  expect(systematic).toBe(0)
  expect(diversifiable).toBeCloseTo(Math.sqrt((0.03 * 0.97) / 100), 15)
  expect(minimumLoans(100, { systematic, diversifiable })).toBeNull()
})

test('a number of loans below 1 is refused', () => {
  for (const loans of [0, NaN, Infinity])
    expect(() => equalLoansVolatility(0.03, 0.05, loans)).toThrow(`loans must be >= 1, got ${loans}`)
})

test('a cube’s volatility comes from its conditional means and variances, per unit of opening exposure', () => {
  const cube = {
    paths: 4,
    replicates: 2,
    loss: Float64Array.of(1, 3, 1, 3),
    openingExposure: 10,
    spread: { lossVariance: Float64Array.of(3, 3, 5, 5) },
  } as OutcomeCube
  // Replicate means of the conditional variance are 3 and 5: mean 4 ± 1, so its root is 2 ± 1/4.
  expect(lossVolatility(cube)).toEqual({
    systematic: 0.1,
    diversifiable: 0.2,
    standardErrors: { systematic: 0, diversifiable: expect.closeTo(0.025, 12) as number },
  })
  const volatility = { systematic: 0.1, diversifiable: 0.2, standardErrors: { systematic: 0, diversifiable: 0.025 } }
  expect(minimumLoansError(100, volatility)).toBeCloseTo((2 * 0.025 * minimumLoans(100, volatility)!) / 0.2, 9)
  expect(() => lossVolatility({ ...cube, spread: null })).toThrow('must hold conditional variances')
})
