import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grossUpForVat, vatBandOf, vatOnRate } from '../../../models/pricing/vat.ts'

const costs = { lpr: 0.03, vatRate: 0.0634 }
const rate = fc.double({ min: 0, max: 0.3, noNaN: true })
const band = fc.constantFrom(0, 1, 2)

test('lines up to 100 are exempt, up to 1,000 exempt to 1.5 × LPR, larger ones fully taxed', () => {
  expect([1, 100, 100.01, 1000, 1000.01].map(vatBandOf)).toEqual([0, 0, 1, 1, 2])
  for (const line of [0, -5, NaN]) expect(() => vatBandOf(line)).toThrow('vatBandOf: line must be > 0')
})

test('the grossed-up rate less its VAT is the net rate, in every band and by both methods', () => {
  fc.assert(
    fc.property(rate, band, fc.constantFrom(1 as const, 2 as const), (netRate, band, vatMethod) => {
      const gross = grossUpForVat(netRate, band, { ...costs, vatMethod })
      expect(gross - vatOnRate(gross, band, costs.lpr, costs.vatRate, vatMethod)).toBeCloseTo(netRate, 14)
    }),
  )
})

test('by method 2 a higher rate always leaves more', () => {
  fc.assert(
    fc.property(rate, fc.double({ min: 1e-6, max: 0.1, noNaN: true }), band, (rate, step, band) => {
      const net = (r: number): number => r - vatOnRate(r, band, costs.lpr, costs.vatRate, 2)
      expect(net(rate + step)).toBeGreaterThan(net(rate))
    }),
  )
})

test('by method 1 the tax on a capped line jumps from nothing to v × 1.5 × LPR', () => {
  const limit = 1.5 * costs.lpr
  expect(vatOnRate(limit, 1, costs.lpr, costs.vatRate, 1)).toBe(0)
  expect(vatOnRate(limit + 1e-12, 1, costs.lpr, costs.vatRate, 1)).toBeCloseTo(costs.vatRate * limit, 12)
  expect(grossUpForVat(limit, 1, { ...costs, vatMethod: 1 })).toBe(limit)
  expect(grossUpForVat(limit + 1e-12, 1, { ...costs, vatMethod: 1 })).toBeCloseTo(limit / (1 - costs.vatRate), 11)
})
