import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crossIncome } from '../../../models/pricing/crossIncome.ts'
import { PRICING_DEFAULTS, rateFloor } from '../../../models/pricing/rateFloor.ts'
import type { RateFloorInputs } from '../../../models/pricing/rateFloor.ts'
import { vatBandOf, vatOnRate } from '../../../models/pricing/vat.ts'
import golden from '../../golden/pricing.json' with { type: 'json' }
import { COST_FIELDS, LOAN_FIELDS } from './pricedLoan.ts'

describe('the golden vectors of the rate floor hold to 1e-9', () => {
  for (const { name, inputs, expected } of golden.vectors)
    test(name, () => {
      const actual = rateFloor(Object.freeze(inputs) as RateFloorInputs)
      expect(Object.keys(actual)).toEqual(Object.keys(expected))
      for (const [figure, value] of Object.entries(expected))
        expect(Math.abs(actual[figure as keyof typeof actual] - value), figure).toBeLessThan(1e-9)
    })
})

test('the defaults are those of golden/pricing.json, with VAT method 2 and the whole loss borne by the bank', () => {
  expect(PRICING_DEFAULTS).toEqual({
    ...golden.defaults,
    vatRate: expect.closeTo(golden.defaults.vatRate, 15),
    vatMethod: 2,
    bankShare: 1,
  })
})

const { bankShare, extraTargetProfit, vatMethod } = COST_FIELDS
const loan = fc.record({ ...LOAN_FIELDS, bankShare, extraTargetProfit, vatMethod })

test('at the floor, income after VAT and lost interest less cost, capital, target and expected loss is zero', () => {
  fc.assert(
    fc.property(loan, (inputs) => {
      const c = { ...PRICING_DEFAULTS, ...inputs }
      const { rate } = rateFloor(inputs)
      const net = rate - vatOnRate(rate, vatBandOf(c.balance), c.lpr, c.vatRate, c.vatMethod)
      const surplus =
        net * (1 - c.lostInterestShare * c.pd) +
        crossIncome(c.averageDeposit, c.fees, c.ownerAum, c) / c.balance -
        c.fundingRate -
        (c.variableCost + c.fixedCost / c.balance) -
        c.capitalRatio * (c.hurdleRate / (1 - c.incomeTaxRate) - c.fundingRate) -
        c.extraTargetProfit -
        c.pd * c.lgd * c.bankShare
      expect(surplus).toBeCloseTo(0, 13)
    }),
  )
})

test('the floor rises with PD and falls with the deposit', () => {
  fc.assert(
    fc.property(loan, fc.double({ min: 1e-4, max: 0.4, noNaN: true }), (inputs, more) => {
      const { rate } = rateFloor({ ...inputs, lgd: 0.45, bankShare: 1 })
      expect(rateFloor({ ...inputs, lgd: 0.45, bankShare: 1, pd: inputs.pd + more }).rate).toBeGreaterThan(rate)
      const deposit = inputs.averageDeposit + more * inputs.balance
      expect(rateFloor({ ...inputs, lgd: 0.45, bankShare: 1, averageDeposit: deposit }).rate).toBeLessThan(rate)
    }),
  )
})

test('deposits, fees and assets left out count as none, and the line as the balance', () => {
  const short = { balance: 1500, pd: 0.02, lgd: 0.4 }
  expect(rateFloor(short)).toEqual(rateFloor({ ...short, line: 1500, averageDeposit: 0, fees: 0, ownerAum: 0 }))
})

test('an input outside its range is named with its value', () => {
  const good = { balance: 200, pd: 0.03, lgd: 0.45 }
  const message = (change: object): string => {
    try {
      rateFloor({ ...good, ...change })
    } catch (error) {
      return String(error)
    }
    return 'accepted'
  }
  expect(message({})).toBe('accepted')
  expect(message({ balance: 0 })).toBe('RangeError: rateFloor: balance must be > 0, got 0')
  expect(message({ pd: 1.5 })).toBe('RangeError: rateFloor: pd must be in [0, 1], got 1.5')
  expect(message({ lgd: NaN })).toBe('RangeError: rateFloor: lgd must be in [0, 1], got NaN')
  expect(message({ line: -1 })).toBe('RangeError: vatBandOf: line must be > 0, got -1')
  expect(message({ fees: -1 })).toBe('RangeError: rateFloor: fees must be >= 0, got -1')
  expect(message({ incomeTaxRate: 1 })).toBe('RangeError: rateFloor: incomeTaxRate must be in [0, 1), got 1')
  expect(message({ vatMethod: 3 })).toBe('RangeError: rateFloor: vatMethod must be 1 or 2, got 3')
  expect(message({ fundingRate: undefined })).toBe(
    'RangeError: rateFloor: fundingRate must be a finite number, got undefined',
  )
  expect(message({ pd: 1, lostInterestShare: 1 })).toContain('lostInterestShare × pd must be < 1')
})
