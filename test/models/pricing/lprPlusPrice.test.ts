import { expect, test } from 'vitest'
import { lprPlusPrice } from '../../../models/pricing/lprPlusPrice.ts'
import { PRICING_DEFAULTS } from '../../../models/pricing/rateFloor.ts'
import { LOAN } from './pricedLoan.ts'

const spreads = [0.01, 0.012, 0.014, 0.016, 0.018, 0.02, 0.022, 0.024, 0.026, 0.028]
const costs = { ...PRICING_DEFAULTS, lpr: 0.0385 }

test('every grade pays the loan prime rate and its spread', () => {
  const asked = lprPlusPrice({ costs, spreads })
  for (const [i, spread] of spreads.entries()) expect(asked({ ...LOAN, grade: i + 1 })).toBe(0.0385 + spread)
})

test('what a loan costs and how risky it is are nothing to it', () => {
  const asked = lprPlusPrice({ costs: { ...costs, fundingRate: 0.1, variableCost: 0.2 }, spreads })
  expect(asked({ ...LOAN, pd: 0.4, lgd: 1, balance: 5, line: 5000 })).toBe(0.0385 + 0.018)
})

test('spreads that are missing or too few, and a grade that there is none for, are refused', () => {
  expect(() => lprPlusPrice({ costs, spreads: null })).toThrow('lprPlusPrice: spreads must have 10 entries, got none')
  expect(() => lprPlusPrice({ costs, spreads: [0.01] })).toThrow('lprPlusPrice: spreads must have 10 entries, got 1')
  expect(() => lprPlusPrice({ costs, spreads })({ ...LOAN, grade: 11 })).toThrow('grade must be in 1..10, got 11')
})
