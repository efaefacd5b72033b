import { expect, test } from 'vitest'
import { conditionalNormal } from '../../../models/oracle/conditionalNormal.ts'
import { granularityAdjustedQuantile } from '../../../models/oracle/finiteBook.ts'
import { fourierInversion } from '../../../models/oracle/fourierInversion.ts'
import { vasicekExpectedShortfall, vasicekQuantile } from '../../../models/vasicek.ts'
import { w1Portfolio } from '../../../sim/validate/w1Portfolio.ts'
import published from '../../golden/published.json' with { type: 'json' }
import reference from '../../reference/oneYearLoss.json' with { type: 'json' }

const portfolio = { ...w1Portfolio(), lgds: new Float64Array(10_000).fill(0.45) }
const equal = (loans: number, pd: number, assetCorrelation: number) => ({
  exposures: new Float64Array(loans).fill(1),
  pds: new Float64Array(loans).fill(pd),
  globalLoading: Math.sqrt(assetCorrelation),
})

test.each([
  { name: 'one factor', book: { globalLoading: Math.sqrt(0.12) }, exact: published.w1Portfolio.oneFactor },
  {
    name: 'nine factors',
    book: { globalLoading: Math.sqrt(0.06), sectorLoading: Math.sqrt(0.06) },
    exact: published.w1Portfolio.nineFactors,
  },
  { name: "Student's t", book: { globalLoading: Math.sqrt(0.12), degreesOfFreedom: 4 }, exact: reference.student4 },
])(
  '10,000 loans and $name: mean and deviation are exact, the tail to 5 in 100,000, as the lumpiness says',
  ({ book, exact }) => {
    const distribution = conditionalNormal({ ...portfolio, ...book })
    expect(distribution.mean).toBeCloseTo(exact.mean, 8)
    expect(distribution.standardDeviation).toBeCloseTo(exact.standardDeviation, 7)
    expect(Math.abs(distribution.quantile(0.99) / exact.q99 - 1)).toBeLessThan(5e-5)
    expect(Math.abs(distribution.quantile(0.999) / exact.q999 - 1)).toBeLessThan(5e-5)
    expect(Math.abs(distribution.expectedShortfall(0.999) / exact.es999 - 1)).toBeLessThan(5e-5)
    expect(distribution.lumpiness()).toBeLessThan(5e-5)
  },
)

test('a million loans have the limiting default rate, with the granularity adjustment', () => {
  const distribution = conditionalNormal(equal(1_000_000, 0.03, 0.05))
  expect(distribution.quantile(0.999)).toBeCloseTo(granularityAdjustedQuantile(0.03, 0.05, 1_000_000, 0.999), 8)
  expect(distribution.quantile(0.999)).toBeCloseTo(vasicekQuantile(0.03, 0.05, 0.999), 5)
  expect(distribution.expectedShortfall(0.99)).toBeCloseTo(vasicekExpectedShortfall(0.03, 0.05, 0.99), 5)
})

test.each([100, 500, 2000])(
  'the lumpiness of %s unequal loans is the error of the quantile, to a third of it',
  (loans) => {
    // Exposures from 1 to 150.
    const book = {
      exposures: Float64Array.from({ length: loans }, (_, i) => Math.exp((5 * ((i * 37) % loans)) / loans)),
      pds: Float64Array.from({ length: loans }, (_, i) => 0.01 * (1 + (i % 5))),
      globalLoading: 0.35,
    }
    const distribution = conditionalNormal(book)
    const error = Math.abs(distribution.quantile(0.999) / fourierInversion(book).quantile(0.999) - 1)
    expect(Math.abs(distribution.lumpiness() / error - 1)).toBeLessThan(1 / 3)
  },
)

test('arguments outside their range are refused by name', () => {
  expect(() => conditionalNormal({ ...equal(2, 0.1, 0.1), pds: [0.1, NaN] })).toThrow(
    'conditionalNormal: pds[1] must be in (0, 1), got NaN',
  )
})
