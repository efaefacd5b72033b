import { describe, expect, test } from 'vitest'
import { normalCdf, normalDensity, normalQuantile } from '../../../models/normal.ts'
import { finiteBookDistribution } from '../../../models/oracle/finiteBook.ts'
import { fourierInversion } from '../../../models/oracle/fourierInversion.ts'
import type { LossDistribution, OneYearBook } from '../../../models/oracle/oneYearBook.ts'
import { studentMixtureQuantile, studentScore } from '../../../models/studentFactor.ts'
import { w1Portfolio } from '../../../sim/validate/w1Portfolio.ts'
import published from '../../golden/published.json' with { type: 'json' }
import reference from '../../reference/oneYearLoss.json' with { type: 'json' }

const portfolio = { ...w1Portfolio(), lgds: new Float64Array(10_000).fill(0.45) }

const figuresOf = ({ mean, standardDeviation, quantile, expectedShortfall }: LossDistribution) => ({
  mean,
  standardDeviation,
  q99: quantile(0.99),
  q999: quantile(0.999),
  es999: expectedShortfall(0.999),
})

/** Half a unit of the eighth digit. */
const PRINTED = 5e-9

describe('a portfolio of 10,000 loans', { timeout: 60_000 }, () => {
  test('with one factor has the published figures to half a printed unit; the expected shortfall to 4e-8, see below', () => {
    const actual = figuresOf(fourierInversion({ ...portfolio, globalLoading: Math.sqrt(0.12) }))
    const { es999, ...expected } = published.w1Portfolio.oneFactor
    for (const [name, figure] of Object.entries(expected))
      expect(Math.abs(actual[name as keyof typeof expected] - figure), name).toBeLessThan(PRINTED)
    expect(Math.abs(actual.es999 - es999)).toBeLessThan(4e-8)
    // The published expected shortfall is 3.4e-8 lower than this method and Edgeworth's expansion agree on.
    for (const [name, figure] of Object.entries(reference.normal))
      expect(Math.abs(actual[name as keyof typeof actual] - figure), name).toBeLessThan(1e-9)
  })

  test('with a global and eight sector factors has the published figures to half a printed unit', () => {
    const loading = Math.sqrt(0.06)
    const book = { ...portfolio, globalLoading: loading, sectorLoading: loading }
    const actual = figuresOf(fourierInversion(book))
    for (const [name, figure] of Object.entries(published.w1Portfolio.nineFactors))
      expect(Math.abs(actual[name as keyof typeof actual] - figure), name).toBeLessThan(PRINTED)
  })

  test("with Student's t for its factor has the loss of Edgeworth's expansion to 1e-9", () => {
    const book = { ...portfolio, globalLoading: Math.sqrt(0.12), degreesOfFreedom: 10 }
    const actual = figuresOf(fourierInversion(book))
    for (const [name, figure] of Object.entries(reference.student10))
      expect(Math.abs(actual[name as keyof typeof actual] - figure), name).toBeLessThan(1e-9)
  })
})

/** Eight unequal loans in two sectors; every outcome can be written down. */
const TINY: OneYearBook = {
  exposures: [310, 40, 95.5, 120, 7, 260, 33, 134.5],
  pds: [0.02, 0.2, 0.05, 0.05, 0.3, 0.01, 0.1, 0.05],
  lgds: [0.45, 0.9, 0.45, 0.6, 1, 0.3, 0.75, 0.5],
  sectors: [0, 0, 1, 1, 0, 1, 0, 1],
  globalLoading: 0.4,
  sectorLoading: 0.3,
}

/** Probability of each loss of a tiny book, by enumeration of the defaults and sums over the factors. */
function enumerated(book: OneYearBook): { loss: number; probability: number }[] {
  const { exposures, pds, lgds, sectors, globalLoading: a, sectorLoading: b = 0, degreesOfFreedom: degrees } = book
  const total = Array.from(exposures).reduce((x, y) => x + y)
  const own = Math.sqrt(1 - a * a - b * b)
  const thresholds = Array.from(pds, (pd) =>
    degrees
      ? studentMixtureQuantile(pd, { t: a * a, normal: 1 - a * a, degreesOfFreedom: degrees })
      : normalQuantile(pd),
  )
  const step = 1 / 8
  const scores = Array.from({ length: 145 }, (_, i) => -9 + i * step)
  const members = [0, 1].map((s) => [...thresholds.keys()].filter((i) => sectors![i] === s))
  const probabilities = new Float64Array(2 ** thresholds.length)
  for (const g of scores) {
    const factor = a * (degrees ? studentScore(g, degrees) : g)
    const bySector = members.map((loans) => {
      const outcomes = new Float64Array(2 ** loans.length)
      for (const y of scores) {
        const p = loans.map((i) => normalCdf((thresholds[i]! - factor - b * y) / own))
        for (let o = 0; o < outcomes.length; o++)
          outcomes[o]! += p.reduce((product, pd, k) => product * ((o >> k) & 1 ? pd : 1 - pd), step * normalDensity(y))
      }
      return outcomes
    })
    for (const [i, p] of bySector[0]!.entries())
      for (const [j, q] of bySector[1]!.entries())
        probabilities[i + j * bySector[0]!.length]! += step * normalDensity(g) * p * q
  }
  const order = members.flat()
  return Array.from(probabilities, (probability, o) => ({
    loss: order.reduce((sum, i, k) => sum + ((o >> k) & 1 ? (exposures[i]! * lgds![i]!) / total : 0), 0),
    probability,
  })).sort((x, y) => x.loss - y.loss)
}

test.each([null, 3])(
  'a tiny lumpy book agrees with the enumeration of its outcomes (degrees of freedom %s)',
  (degreesOfFreedom) => {
    const book = { ...TINY, degreesOfFreedom }
    const distribution = fourierInversion(book)
    const outcomes = enumerated(book)
    const moment = (f: (loss: number) => number): number =>
      outcomes.reduce((sum, o) => sum + o.probability * f(o.loss), 0)
    const mean = moment((loss) => loss)
    expect(distribution.mean).toBeCloseTo(mean, 11)
    expect(distribution.standardDeviation).toBeCloseTo(Math.sqrt(moment((loss) => (loss - mean) ** 2)), 10)
    let reached = 0
    let checked = 0
    for (const [i, { loss, probability }] of outcomes.entries()) {
      // In the middle of a jump of the distribution function, with no other jump near, the quantile is where the jump is.
      const apart = Math.min(loss - (outcomes[i - 1]?.loss ?? -1), (outcomes[i + 1]?.loss ?? 2) - loss)
      const level = reached + probability / 2
      reached += probability
      if (probability < 1e-4 || apart < 0.002) continue
      checked++
      expect(Math.abs(distribution.quantile(level) - loss), `loss ${loss}`).toBeLessThan(1e-5)
      const excess = moment((x) => Math.max(0, x - loss)) / (1 - level)
      expect(Math.abs(distribution.expectedShortfall(level) - loss - excess)).toBeLessThan(1 / (2 * 8192))
    }
    expect(checked).toBeGreaterThan(10)
  },
)

test('equal loans have the quantiles of the exact finite book to a tenth of a loan', () => {
  for (const { pd, assetCorrelation, loans, k999, sd } of published.finiteBook.rows.filter((row) => row.loans < 1000)) {
    const book = {
      exposures: new Float64Array(loans).fill(3),
      pds: new Float64Array(loans).fill(pd),
      globalLoading: Math.sqrt(assetCorrelation),
    }
    const distribution = fourierInversion(book)
    expect(Math.abs(distribution.quantile(0.999) * loans - k999)).toBeLessThan(0.1)
    expect(distribution.standardDeviation).toBeCloseTo(sd, 6)
  }
})

test('without factors equal loans are binomial, whatever their number of sectors', () => {
  const loans = 40
  const book = {
    exposures: new Float64Array(loans).fill(1),
    pds: new Float64Array(loans).fill(0.1),
    sectors: Int32Array.from({ length: loans }, (_, i) => i % 3),
    globalLoading: 0,
  }
  const distribution = fourierInversion(book)
  const exact = finiteBookDistribution(0.1, 0, loans)
  let reached = 0
  for (const [k, probability] of exact.slice(0, 10).entries()) {
    expect(Math.abs(distribution.quantile(reached + probability / 2) * loans - k)).toBeLessThan(0.01)
    reached += probability
  }
})

test('loans that lose nothing only dilute the loss', () => {
  const half = { ...TINY, exposures: [...Array.from(TINY.exposures), 1000], pds: [...Array.from(TINY.pds), 0.5] }
  const diluted = fourierInversion({
    ...half,
    lgds: [...Array.from(TINY.lgds!), 0],
    sectors: [...Array.from(TINY.sectors!), 2],
  })
  expect(diluted.quantile(0.99) * 2).toBeCloseTo(fourierInversion(TINY).quantile(0.99), 5)
  expect(diluted.mean * 2).toBeCloseTo(fourierInversion(TINY).mean, 14)
})

test('arguments outside their range are refused', () => {
  const refuse = (change: Partial<OneYearBook>, message: string): void => {
    expect(() => fourierInversion({ ...TINY, ...change })).toThrow(message)
  }
  refuse({ exposures: [] }, 'fourierInversion: exposures must be not empty, got none')
  refuse({ pds: [0.1] }, 'fourierInversion: pds must be as long as exposures (8), got 1')
  refuse({ exposures: [1, 1, 1, 1, 1, 1, 1, 0] }, 'exposures[7] must be > 0 and finite, got 0')
  refuse({ pds: [1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1] }, 'pds[0] must be in (0, 1), got 1')
  refuse({ lgds: [NaN, 1, 1, 1, 1, 1, 1, 1] }, 'lgds[0] must be in [0, 1], got NaN')
  refuse({ lgds: new Float64Array(8) }, 'fourierInversion: lgds must not all be 0')
  refuse({ sectors: [0.5, 1, 1, 1, 1, 1, 1, 1] }, 'sectors[0] must be a whole number >= 0, got 0.5')
  refuse({ globalLoading: 1 }, 'globalLoading must be in [0, 1), got 1')
  refuse(
    { globalLoading: 0.8, sectorLoading: 0.7 },
    'sectorLoading must be >= 0 with a total asset correlation below 1',
  )
  refuse({ degreesOfFreedom: 2 }, 'degreesOfFreedom must be > 2, got 2')
  expect(() => fourierInversion(TINY, 0)).toThrow('frequencies must be a whole number > 0, got 0')
  expect(() => fourierInversion(TINY).quantile(0)).toThrow('quantile: level must be in (0, 1), got 0')
})
