import { describe, expect, test } from 'vitest'
import { emptyYear, measureYear } from '../../../sim/synthesise/settlementYear.ts'
import type { Months, Standing } from '../../../sim/synthesise/settlementYear.ts'

/** Two years of months that are all alike, with loans of .5, and a third. */
const even = (): Months => ({
  sales: new Float64Array(36).fill(100),
  settlement: new Float64Array(36).fill(50),
  deposit: new Float64Array(36).fill(20),
})
const standing: Standing = { loanShare: 0.5, depositNorm: 0.03, productShare: 0.6, elsewhere: 0.4, sameDay: 0.1 }
const measured = (months: Months, last = 23, own = standing) => {
  const year = emptyYear()
  measureYear(months, own, last, year)
  return year
}

test('a year of even months is what it adds up to', () => {
  expect(measured(even())).toEqual({
    verifiedSettlement: 600,
    cashSales: 1200,
    loanShare: 0.5,
    naturalDeposit: 20,
    depositNorm: 0.03,
    regularMonthsShare: 1,
    maturityWindowRatio: 1,
    productShare: 0.6,
    settlementAllBanks: 1080,
    referenceSales: 1200,
    settlementChange: 0,
    grossTurnover: 660,
    sameDayTurnover: 60,
  })
})

test('regular months are those with .8 of the part of sales that goes with the loans (DOMAIN B3)', () => {
  const months = even()
  months.settlement.set([40, 39.9, 100], 12)
  months.settlement.set([0, 0], 0)
  expect(measured(months).regularMonthsShare).toBeCloseTo(11 / 12, 12)
})

test('the year is held against the one before it', () => {
  const months = even()
  months.sales.fill(80, 0, 12)
  months.settlement.fill(100, 0, 12)
  const { referenceSales, settlementChange } = measured(months)
  expect(referenceSales).toBe(960)
  expect(settlementChange).toBe(-0.5)
})

describe('the window before maturity', () => {
  test('is the last two of twelve months, measured against the other ten', () => {
    const months = even()
    months.settlement.set([100, 200], 22)
    expect(measured(months).maturityWindowRatio).toBe(3)
  })

  test('stays in the rolling year until it has left it', () => {
    const months = even()
    months.settlement.set([100, 200], 22)
    expect(measured(months, 28).maturityWindowRatio).toBe(3)
    // The month before that of maturity is gone.
    expect(measured(months, 34).maturityWindowRatio).toBe(4)
    expect(measured(months, 35).maturityWindowRatio).toBe(1)
  })
})

test('a firm that settles nothing has no change, no window and nothing regular', () => {
  const months = even()
  months.settlement.fill(0)
  expect(measured(months)).toMatchObject({ settlementChange: 0, maturityWindowRatio: 0, regularMonthsShare: 0 })
})
