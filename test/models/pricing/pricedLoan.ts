import fc from 'fast-check'
import { PRICING_DEFAULTS } from '../../../models/pricing/rateFloor.ts'
import type { PricedLoan } from '../../../models/pricing/pricingFormula.ts'
import type { CostParameters } from '../../../models/schedule.ts'

/** A loan of 200, in the VAT band that is exempt up to 1.5 × LPR. */
export const LOAN: PricedLoan = Object.freeze({
  balance: 200,
  line: 200,
  pd: 0.03,
  lgd: 0.45,
  averageDeposit: 40,
  fees: 0.2,
  ownerAum: 30,
  grade: 5,
})

const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true })

/** What a loan's floor is made from. */
export const LOAN_FIELDS = {
  balance: between(5, 3000),
  pd: between(0, 0.5),
  lgd: between(0, 1),
  averageDeposit: between(0, 20),
  fees: between(0, 0.2),
  ownerAum: between(0, 50),
}

export const COST_FIELDS = {
  fundingRate: between(0, 0.1),
  capitalRatio: between(0.01, 0.2),
  hurdleRate: between(0, 0.2),
  incomeTaxRate: between(0, 0.5),
  lostInterestShare: between(0, 1),
  extraTargetProfit: between(0, 0.02),
  bankShare: between(0, 1),
  vatMethod: fc.constantFrom(1 as const, 2 as const),
}

export const anyLoan: fc.Arbitrary<PricedLoan> = fc
  .record({ ...LOAN_FIELDS, grade: fc.integer({ min: 1, max: 10 }) })
  .map((loan) => ({ ...loan, line: loan.balance }))

export const anyCosts: fc.Arbitrary<CostParameters> = fc
  .record(COST_FIELDS)
  .map((some) => ({ ...PRICING_DEFAULTS, ...some }))
