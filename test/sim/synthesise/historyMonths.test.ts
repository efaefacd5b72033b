import { expect, test } from 'vitest'
import { borrowerYears } from '../../../sim/synthesise/borrowerYears.ts'
import { drawHistory } from '../../../sim/synthesise/history.ts'
import { NO_SALES_SHOCK } from '../../../sim/synthesise/salesShock.ts'
import { bookOf } from './smallBook.ts'

test('months up to drawdown are those that the settlement columns were measured on, defaulters’ too', async () => {
  const { defaultMonth, ...history } = drawHistory(await bookOf({ applicants: 1 }), -4.5, 'a seed', true)
  const columns = history.borrowers.settlement!
  const openBorrower = borrowerYears({ ...history, defaultMonth }, NO_SALES_SHOCK)
  const early = Array.from(defaultMonth.keys()).filter((i) => defaultMonth[i] === 1)
  expect(early.length).toBeGreaterThan(10)
  for (const i of [0, 1, 2, 39_999, ...early]) {
    const year = openBorrower(i)(0)
    // Months are kept in single precision.
    for (const name of [
      'verifiedSettlement',
      'cashSales',
      'naturalDeposit',
      'settlementAllBanks',
      'grossTurnover',
    ] as const)
      expect(year[name] / columns[name][i]!).toBeCloseTo(1, 5)
    expect(year.maturityWindowRatio).toBeCloseTo(columns.maturityWindowRatio[i]!, 5)
    expect(year.settlementChange).toBeCloseTo(columns.settlementChange[i]!, 5)
  }
})
