import { expect, test } from 'vitest'
import { incomeCoversRiskPrice } from '../../../models/pricing/incomeCoversRiskPrice.ts'
import { PRICING_DEFAULTS, rateFloor } from '../../../models/pricing/rateFloor.ts'
import type { RateFloorInputs } from '../../../models/pricing/rateFloor.ts'
import golden from '../../golden/pricing.json' with { type: 'json' }
import { LOAN } from './pricedLoan.ts'

test('the rate asked is the floor of golden/pricing.json', () => {
  for (const { name, inputs, expected } of golden.vectors) {
    const { balance, pd, lgd, averageDeposit = 0, fees = 0, ownerAum = 0, ...costs } = inputs as RateFloorInputs
    const asked = incomeCoversRiskPrice({ costs: { ...PRICING_DEFAULTS, ...costs }, spreads: null })
    const loan = { balance, line: balance, pd, lgd, averageDeposit, fees, ownerAum, grade: 1 }
    expect(asked(loan), name).toBeCloseTo(expected.rate, 9)
  }
})

test('the grade is nothing to it', () => {
  const asked = incomeCoversRiskPrice({ costs: PRICING_DEFAULTS, spreads: null })
  expect(asked({ ...LOAN, grade: 10 })).toBe(asked(LOAN))
  expect(asked(LOAN)).toBe(rateFloor(LOAN).rate)
})
