import { expect, test } from 'vitest'
import { borrowerYears } from '../../../sim/synthesise/borrowerYears.ts'
import { NO_SALES_SHOCK } from '../../../sim/synthesise/salesShock.ts'
import { bookOf } from './smallBook.ts'
import { historyOf } from './smallHistory.ts'

const book = await bookOf({ applicants: 1 })
const history = historyOf(book, [{}, { awayFrom: 1 }])

test('a borrower is measured over the twelve months up to each month', () => {
  const yearTo = borrowerYears(history, NO_SALES_SHOCK)(1)
  expect(yearTo(0)).toMatchObject({
    verifiedSettlement: 720,
    cashSales: 1200,
    regularMonthsShare: 1,
    settlementChange: 0,
  })
  expect(yearTo(6)).toMatchObject({ verifiedSettlement: 480, regularMonthsShare: 0.5 })
  expect(yearTo(12)).toMatchObject({ verifiedSettlement: 240, settlementChange: 1 / 3 - 1 })
  expect(yearTo(24)).toMatchObject({ verifiedSettlement: 240, settlementChange: 0 })
})

test('a shock takes its part of sales, settlement and deposits after drawdown, and leaves the year before as it was', () => {
  const openBorrower = borrowerYears(history, { ...NO_SALES_SHOCK, salesChange: -0.5 })
  const yearTo = openBorrower(0)
  expect(yearTo(0)).toMatchObject({ verifiedSettlement: 720, cashSales: 1200 })
  expect(yearTo(12)).toMatchObject({
    verifiedSettlement: 360,
    cashSales: 600,
    referenceSales: 1200,
    settlementChange: -0.5,
  })
  expect(yearTo(12).naturalDeposit).toBeCloseTo((0.03 * 720 * 1.2) / 2, 5)
})

test('a history drawn without settlement cannot be measured', () => {
  expect(() => borrowerYears({ ...history, months: null }, NO_SALES_SHOCK)).toThrow(
    'book small-firms: its history was drawn without settlement',
  )
})
