import { expect, test } from 'vitest'
import { MONTHS_BEFORE } from '../../../sim/synthesise/monthlySeries.ts'
import { NO_SALES_SHOCK, salesFactors } from '../../../sim/synthesise/salesShock.ts'
import { bookOf } from './smallBook.ts'

const book = await bookOf({ applicants: 1 })
const sectors = Object.keys(book.sectors)
const entry = (month: number): number => MONTHS_BEFORE - 1 + month

test('without a shock every month is what it is', () => {
  for (const { sales, deposit } of salesFactors(book, NO_SALES_SHOCK)) {
    expect(new Set(sales)).toEqual(new Set([1]))
    expect(new Set(deposit)).toEqual(new Set([1]))
  }
})

test('sales change from the first month after drawdown on, in a sector by its own change', () => {
  const factors = salesFactors(book, { ...NO_SALES_SHOCK, salesChange: -0.1, sectorSalesChange: { hospitality: -0.4 } })
  const change = sectors.map((sector) => (sector === 'hospitality' ? 0.6 : 0.9))
  expect(factors.map(({ sales }) => [sales[entry(0)], sales[entry(1)], sales[entry(24)]])).toEqual(
    change.map((left) => [1, left, left]),
  )
  expect(factors.map(({ deposit }) => deposit[entry(12)])).toEqual(change)
})

test('receivables that are paid later take a day of cash in 360 each in the first year, and of deposits their part of the cycle', () => {
  const [first] = salesFactors(book, { ...NO_SALES_SHOCK, receivableDays: 25 })
  const { sales, deposit } = first!
  expect([1, 12, 13, 24].map((month) => sales[entry(month)])).toEqual([1 - 25 / 360, 1 - 25 / 360, 1, 1])
  expect(deposit[entry(0)]).toBe(1)
  expect(deposit[entry(6)]).toBeCloseTo((1 - 25 / 360) * (75 / 87.5), 12)
  expect(deposit[entry(12)]).toBeCloseTo((1 - 25 / 360) * 0.75, 12)
  expect(deposit[entry(24)]).toBeCloseTo(0.75, 12)
})

test('customers who pay sooner leave more on deposit', () => {
  const factors = salesFactors(book, { ...NO_SALES_SHOCK, sectorReceivableDays: { transport: -5 } })
  const { sales, deposit } = factors[sectors.indexOf('transport')]!
  expect(sales[entry(3)]).toBeGreaterThan(1)
  expect(deposit[entry(24)]).toBeCloseTo(75 / 70, 12)
  expect(factors[0]!.deposit[entry(24)]).toBe(1)
})
