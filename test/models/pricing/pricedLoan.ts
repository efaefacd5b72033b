import fc from 'fast-check'
import { PRICING_DEFAULTS } from '../../../models/pricing/rateFloor.ts'
import type { PricedLoan } from '../../../models/pricing/pricingFormula.ts'
import type { CostParameters } from '../../../models/study.ts'

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

export const anyLoan: fc.Arbitrary<PricedLoan> = fc
  .record({
    balance: fc.double({ min: 5, max: 3000, noNaN: true }),
    pd: fc.double({ min: 0, max: 0.5, noNaN: true }),
    lgd: fc.double({ min: 0, max: 1, noNaN: true }),
    averageDeposit: fc.double({ min: 0, max: 20, noNaN: true }),
    fees: fc.double({ min: 0, max: 0.2, noNaN: true }),
    ownerAum: fc.double({ min: 0, max: 50, noNaN: true }),
    grade: fc.integer({ min: 1, max: 10 }),
  })
  .map((loan) => ({ ...loan, line: loan.balance }))

export const anyCosts: fc.Arbitrary<CostParameters> = fc
  .record({
    fundingRate: fc.double({ min: 0, max: 0.1, noNaN: true }),
    capitalRatio: fc.double({ min: 0.01, max: 0.2, noNaN: true }),
    hurdleRate: fc.double({ min: 0, max: 0.2, noNaN: true }),
    incomeTaxRate: fc.double({ min: 0, max: 0.5, noNaN: true }),
    lostInterestShare: fc.double({ min: 0, max: 1, noNaN: true }),
    extraTargetProfit: fc.double({ min: 0, max: 0.02, noNaN: true }),
    bankShare: fc.double({ min: 0, max: 1, noNaN: true }),
    vatMethod: fc.constantFrom(1 as const, 2 as const),
  })
  .map((some) => ({ ...PRICING_DEFAULTS, ...some }))
