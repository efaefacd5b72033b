import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BaselAssetClass, baselRiskWeight } from '../../models/basel.ts'
import published from '../golden/published.json' with { type: 'json' }

describe('Basel II (2006) Annex 5, illustrative risk weights, holds within .011 points', () => {
  for (const row of published.baselAnnex5.rows)
    test(`PD ${row.pd}`, () => {
      const points = (assetClass: BaselAssetClass, lgd: number): number =>
        100 * baselRiskWeight({ pd: row.pd, lgd, maturity: 2.5, assetClass, turnoverMillionEur: 5 })
      expect(Math.abs(points('corporate', 0.45) - row.corporate)).toBeLessThanOrEqual(0.011)
      expect(Math.abs(points('smeCorporate', 0.45) - row.smeCorporate)).toBeLessThanOrEqual(0.011)
      expect(Math.abs(points('otherRetail', 0.45) - row.retail45)).toBeLessThanOrEqual(0.011)
      expect(Math.abs(points('otherRetail', 0.85) - row.retail85)).toBeLessThanOrEqual(0.011)
    })
})

const loan = { pd: 0.01, lgd: 0.45, maturity: 2.5 }

test('a small firm with 50 million euro turnover or more weighs as much as a corporate, below 5 million as at 5', () => {
  const sme = (turnoverMillionEur?: number): number =>
    baselRiskWeight({
      ...loan,
      assetClass: 'smeCorporate',
      ...(turnoverMillionEur !== undefined && { turnoverMillionEur }),
    })
  const corporate = baselRiskWeight({ ...loan, assetClass: 'corporate' })
  expect(sme(50)).toBeCloseTo(corporate, 14)
  expect(sme(80)).toBeCloseTo(corporate, 14)
  expect(sme(1)).toBe(sme(5))
  expect(sme()).toBe(sme(5))
  expect(sme(20)).toBeGreaterThan(sme(5))
})

test('maturity counts for corporates only, from 2.5 years by default', () => {
  const at = (assetClass: BaselAssetClass, maturity?: number): number =>
    baselRiskWeight({ pd: 0.01, lgd: 0.45, assetClass, ...(maturity !== undefined && { maturity }) })
  expect(at('corporate')).toBe(at('corporate', 2.5))
  expect(at('corporate', 5)).toBeGreaterThan(at('corporate', 1))
  expect(at('otherRetail', 5)).toBe(at('otherRetail', 1))
})

test('the weight is proportional to LGD', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.0003, max: 0.5, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (pd, lgd) => {
        const full = baselRiskWeight({ ...loan, pd, lgd: 1, assetClass: 'corporate' })
        expect(baselRiskWeight({ ...loan, pd, lgd, assetClass: 'corporate' })).toBeCloseTo(lgd * full, 12)
      },
    ),
  )
})

test('inputs outside their range are refused', () => {
  const weigh = (change: object) => () => baselRiskWeight({ ...loan, assetClass: 'corporate', ...change })
  expect(weigh({ pd: 0 })).toThrow('baselRiskWeight: pd must be in [0.00001, 1), got 0')
  expect(weigh({ lgd: 45 })).toThrow('lgd must be in [0, 1], got 45')
  expect(weigh({ maturity: NaN })).toThrow('maturity must be > 0, got NaN')
  expect(weigh({ turnoverMillionEur: -1 })).toThrow('turnoverMillionEur must be >= 0, got -1')
})
