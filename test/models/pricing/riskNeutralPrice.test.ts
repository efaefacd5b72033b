import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PRICING_DEFAULTS } from '../../../models/pricing/rateFloor.ts'
import { riskNeutralPrice } from '../../../models/pricing/riskNeutralPrice.ts'
import { vatBandOf, vatOnRate } from '../../../models/pricing/vat.ts'
import { LOAN, anyCosts, anyLoan } from './pricedLoan.ts'

test('(1 + r)(1 − PD) + (1 − LGD)(1 + r)PD = 1 + i at the rate asked, net of VAT, with i the cost of funds', () => {
  fc.assert(
    fc.property(anyLoan, anyCosts, (loan, costs) => {
      const rate = riskNeutralPrice({ costs, spreads: null })(loan)
      const r = rate - vatOnRate(rate, vatBandOf(loan.line), costs.lpr, costs.vatRate, costs.vatMethod)
      const lgd = loan.lgd * costs.bankShare
      const repaid = (1 + r) * (1 - loan.pd) + (1 - lgd) * (1 + r) * loan.pd
      expect(repaid).toBeCloseTo(1 + costs.fundingRate, 12)
    }),
  )
})

test('costs of running the loan, capital and income beside it are nothing to it', () => {
  const plain = riskNeutralPrice({ costs: PRICING_DEFAULTS, spreads: null })(LOAN)
  const costs = { ...PRICING_DEFAULTS, variableCost: 0.05, fixedCost: 9, capitalRatio: 0.2, extraTargetProfit: 0.03 }
  expect(riskNeutralPrice({ costs, spreads: null })({ ...LOAN, averageDeposit: 0, fees: 0 })).toBe(plain)
  // (.019 + .0135) / (1 − .0135), below 1.5 × LPR and so exempt
  expect(plain).toBeCloseTo(0.0325 / 0.9865, 14)
})

test('a loan of which everything is lost cannot be priced', () => {
  const asked = riskNeutralPrice({ costs: PRICING_DEFAULTS, spreads: null })
  expect(() => asked({ ...LOAN, pd: 1, lgd: 1 })).toThrow('riskNeutralPrice: PD·LGD·s must be < 1, got 1')
})
