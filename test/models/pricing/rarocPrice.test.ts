import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crossIncome } from '../../../models/pricing/crossIncome.ts'
import { rarocPrice } from '../../../models/pricing/rarocPrice.ts'
import { PRICING_DEFAULTS, rateFloor } from '../../../models/pricing/rateFloor.ts'
import { vatBandOf, vatOnRate } from '../../../models/pricing/vat.ts'
import { raroc } from '../../../models/raroc.ts'
import published from '../../golden/published.json' with { type: 'json' }
import { LOAN, anyCosts, anyLoan } from './pricedLoan.ts'

test('the textbook loan of 500 is asked its 10 % for a RAROC of 19.33 %', () => {
  const { loans, rate, pd, lgd, operatingCost, fundingCost, capital, capitalReturn } = published.raroc[0]!
  const costs = {
    ...PRICING_DEFAULTS,
    fundingRate: fundingCost / loans,
    variableCost: operatingCost / loans,
    fixedCost: 0,
    capitalRatio: capital / loans,
    hurdleRate: 7.25 / 37.5,
    incomeTaxRate: 0,
    vatRate: 0,
  }
  expect(costs.hurdleRate).toBeCloseTo(published.raroc[0]!.raroc, 4)
  expect(costs.fundingRate).toBeCloseTo(capitalReturn, 15)
  const loan = { ...LOAN, balance: loans, line: loans, pd, lgd, averageDeposit: 0, fees: 0, ownerAum: 0 }
  expect(rarocPrice({ costs, spreads: null })(loan)).toBeCloseTo(rate, 14)
})

test('lent at the rate asked, net of VAT, a loan has the hurdle as its RAROC', () => {
  fc.assert(
    fc.property(anyLoan, anyCosts, (loan, costs) => {
      const rate = rarocPrice({ costs, spreads: null })(loan)
      const { balance } = loan
      const cross = crossIncome(loan.averageDeposit, loan.fees, loan.ownerAum, costs)
      const earned = raroc({
        loans: balance,
        rate: rate - vatOnRate(rate, vatBandOf(loan.line), costs.lpr, costs.vatRate, costs.vatMethod),
        pd: loan.pd,
        lgd: loan.lgd * costs.bankShare,
        operatingCost: costs.variableCost * balance + costs.fixedCost - cross,
        fundingCost: costs.fundingRate * balance,
        capital: costs.capitalRatio * balance,
        capitalReturn: costs.fundingRate,
        incomeTaxRate: costs.incomeTaxRate,
      })
      expect(earned).toBeCloseTo(costs.hurdleRate, 11)
    }),
  )
})

test('it asks what income covers risk asks where no interest is lost and no further profit is wanted', () => {
  fc.assert(
    fc.property(anyLoan, anyCosts, (loan, some) => {
      const costs = { ...some, lostInterestShare: 0, extraTargetProfit: 0 }
      expect(rarocPrice({ costs, spreads: null })(loan)).toBeCloseTo(rateFloor({ ...costs, ...loan }).rate, 14)
    }),
  )
})
