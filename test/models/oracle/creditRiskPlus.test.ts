import { expect, test } from 'vitest'
import { creditRiskPlus } from '../../../models/oracle/creditRiskPlus.ts'
import published from '../../golden/published.json' with { type: 'json' }

const { exposures, ratings, pdByRating, pdStandardDeviationRatio, example1A, example1B } = published.creditRiskPlus
const pds = ratings.map((rating) => pdByRating[rating as keyof typeof pdByRating])
const standardDeviations = pds.map((pd) => pd * pdStandardDeviationRatio)
const first = (count: number) => ({
  exposures: exposures.slice(0, count),
  pds: pds.slice(0, count),
  standardDeviations: standardDeviations.slice(0, count),
})

test('CreditRisk+ (1997), example 1A: 25 obligors', () => {
  const book = creditRiskPlus(first(25))
  expect(Math.abs(book.expectedLoss - example1A.expectedLoss)).toBeLessThan(0.5)
  expect(Math.abs(book.quantile(0.99) - example1A.valueAtRisk99)).toBeLessThan(0.5)
  expect(book.quantile(0.99)).toBe(creditRiskPlus({ ...first(25), unit: example1A.unit }).quantile(0.99))
})

test('CreditRisk+ (1997), example 1B: without the two largest', () => {
  const book = creditRiskPlus(first(23))
  expect(Math.abs(book.expectedLoss - example1B.expectedLoss)).toBeLessThan(0.5)
  expect(Math.abs(book.quantile(0.99) - example1B.valueAtRisk99)).toBeLessThan(0.5)
  expect(book.quantile(0.99)).toBe(creditRiskPlus({ ...first(23), unit: example1B.unit }).quantile(0.99))
})

/** Equal obligors of one unit: their losses are whole numbers of defaults. */
const equal = (count: number, pd: number, standardDeviation: number) =>
  creditRiskPlus({
    exposures: new Float64Array(count).fill(1),
    pds: new Float64Array(count).fill(pd),
    standardDeviations: new Float64Array(count).fill(standardDeviation),
    unit: 1,
  })

/** Cumulative probabilities up to a number of defaults, from the ratios of neighbouring ones. */
function cumulative(zero: number, ratio: (n: number) => number, count: number): number[] {
  const sums = [zero]
  for (let n = 1, p = zero; n <= count; n++) sums.push(sums.at(-1)! + (p *= ratio(n)))
  return sums
}

test('equal loans have a negative binomial number of defaults, without a deviation a Poisson one', () => {
  const [alpha, share] = [4, 1.25 / 2.25]
  const negative = cumulative((1 - share) ** alpha, (n) => (share * (n + alpha - 1)) / n, 15)
  const poisson = cumulative(Math.exp(-5), (n) => 5 / n, 15)
  for (const [distribution, sums, sd] of [
    [equal(100, 0.05, 0.025), negative, Math.sqrt(5 + 6.25)],
    [equal(100, 0.05, 0), poisson, Math.sqrt(5)],
  ] as const) {
    for (const [n, level] of sums.entries()) expect(distribution.quantile(level * (1 - 1e-12))).toBeCloseTo(n, 7)
    expect(distribution.expectedLoss).toBeCloseTo(5, 12)
    expect(distribution.standardDeviation).toBeCloseTo(sd, 12)
  }
})

test('a book whose chance of no default is too small for a double is still computed', () => {
  const book = equal(20_000, 0.05, 0)
  expect(book.standardDeviation).toBeCloseTo(Math.sqrt(1000), 8)
  // SciPy: P(N ≤ 1098) = .998932879 and P(N ≤ 1099) = .999037369 for a mean of 1000.
  expect(book.quantile(0.999)).toBeCloseTo(1098 + (0.999 - 0.998932879) / (0.999037369 - 0.998932879), 4)
})

test('the expected shortfall is the mean of the quantiles beyond its level', () => {
  const book = creditRiskPlus(first(25))
  for (const level of [0.02, 0.5, 0.99]) {
    const steps = 20_000
    let sum = 0
    for (let k = 0; k < steps; k++) sum += book.quantile(level + ((k + 0.5) / steps) * (1 - level))
    expect(book.expectedShortfall(level) / (sum / steps)).toBeCloseTo(1, 4)
  }
})

test('exposures below 100 get a unit of a hundredth of the largest, and losses scale with the currency', () => {
  const large = first(25)
  const small = { ...large, exposures: large.exposures.map((exposure) => exposure / 1e8) }
  expect(creditRiskPlus(small).quantile(0.99) * 1e8).toBeCloseTo(
    creditRiskPlus({ ...large, unit: 202388.95 }).quantile(0.99),
    0,
  )
})

test('a level below the chance of no loss has quantile 0', () => {
  const book = equal(10, 0.01, 0.005)
  expect(book.quantile(0.5)).toBe(0)
  expect(book.expectedShortfall(0.5)).toBeGreaterThan(book.expectedLoss)
})

test('arguments outside their range are refused', () => {
  const good = first(2)
  const refuse = (change: Partial<Parameters<typeof creditRiskPlus>[0]>, message: string) => {
    expect(() => creditRiskPlus({ ...good, ...change })).toThrow(message)
  }
  refuse({ exposures: [] }, 'must have the same length > 0, got 0, 2 and 2')
  refuse({ exposures: [1, 0] }, 'creditRiskPlus: exposures[1] must be > 0 and finite, got 0')
  refuse({ pds: [0.1, 1] }, 'creditRiskPlus: pds[1] must be in (0, 1), got 1')
  refuse({ standardDeviations: [-0.1, 0] }, 'creditRiskPlus: standardDeviations[0] must be >= 0, got -0.1')
  refuse({ unit: 0 }, 'creditRiskPlus: unit must be > 0, got 0')
  expect(() => creditRiskPlus(good).quantile(1)).toThrow('creditRiskPlus quantile: level must be in (0, 1), got 1')
  expect(() => creditRiskPlus(good).expectedShortfall(NaN)).toThrow('level must be in (0, 1), got NaN')
})
