import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cgapPrice } from '../../../models/pricing/cgapPrice.ts'
import { PRICING_DEFAULTS, rateFloor } from '../../../models/pricing/rateFloor.ts'
import published from '../../golden/published.json' with { type: 'json' }
import { LOAN, anyCosts, anyLoan } from './pricedLoan.ts'

test('CGAP Occasional Paper 1: a loan with expenses 25, losses 2, funds 10, capital 5 and other income 1 % is asked 41.84 %', () => {
  const costs = {
    ...PRICING_DEFAULTS,
    variableCost: 0.25,
    fixedCost: 0,
    fundingRate: 0.1,
    capitalRatio: 0,
    extraTargetProfit: 0.05,
    depositTransferRate: 0.01,
    depositRate: 0,
    depositServicing: 0,
  }
  const loan = { ...LOAN, balance: 100, line: 100, pd: 0.04, lgd: 0.5, averageDeposit: 100, fees: 0, ownerAum: 0 }
  const rate = cgapPrice({ costs, spreads: null })(loan)
  expect(Math.abs(rate - published.cgap[0]!.rate)).toBeLessThanOrEqual(0.5e-6)
})

test('it asks what income covers risk asks where LGD·s is q, and no less where q is 0', () => {
  fc.assert(
    fc.property(anyLoan, anyCosts, (loan, some) => {
      const costs = { ...some, bankShare: 1, fundingRate: some.fundingRate + 0.02, vatRate: 0 }
      const none = { ...loan, averageDeposit: 0, fees: 0, ownerAum: 0 }
      const at = (lostInterestShare: number): [number, number] => {
        const own = { ...costs, lostInterestShare }
        return [cgapPrice({ costs: own, spreads: null })(none), rateFloor({ ...own, ...none }).rate]
      }
      const [asked, floor] = at(loan.lgd)
      expect(asked).toBeCloseTo(floor, 12)
      const [same, least] = at(0)
      expect(same).toBeGreaterThanOrEqual(least - 1e-12)
    }),
  )
})

test('a loan of which everything is lost cannot be priced', () => {
  const asked = cgapPrice({ costs: PRICING_DEFAULTS, spreads: null })
  expect(() => asked({ ...LOAN, pd: 1, lgd: 1 })).toThrow('cgapRate: loanLoss must be in [0, 1), got 1')
  expect(() => asked({ ...LOAN, pd: NaN })).toThrow('pd must be in [0, 1], got NaN')
})
