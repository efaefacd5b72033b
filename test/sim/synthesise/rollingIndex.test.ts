import { expect, test } from 'vitest'
import { INDEX_MONTHS, rollingIndex } from '../../../sim/synthesise/rollingIndex.ts'
import { NO_SALES_SHOCK } from '../../../sim/synthesise/salesShock.ts'
import { settlementCard } from '../../models/settlement/settlementCard.ts'
import { bookOf } from './smallBook.ts'
import { historyOf } from './smallHistory.ts'

const book = await bookOf({ applicants: 1 })
const history = historyOf(book, [{}, { deposit: 1, drainedFrom: 5 }, { awayFrom: 1 }])
const { index, flags } = rollingIndex(history, settlementCard, NO_SALES_SHOCK)
const at = (borrower: number, month: number): number => borrower * INDEX_MONTHS + month

test('a borrower who keeps every promise is at 100 in every month', () => {
  for (let month = 0; month < INDEX_MONTHS; month++) {
    expect(index[at(0, month)]).toBeCloseTo(100, 4)
    expect(flags[at(0, month)]).toBe(0)
  }
})

test('a drained deposit lowers the index as the months without it enter the year', () => {
  expect(index[at(1, 4)]).toBeCloseTo(100, 4)
  expect(index[at(1, 5)]).toBeCloseTo(100 * (11 / 12) ** 0.4, 4)
  expect(index[at(1, 10)]).toBeCloseTo(100 * (6 / 12) ** 0.4, 4)
})

test('an active negative situation caps it: no normal volume, and receipts near maturity only', () => {
  // Till the eighth month settlement falls to 720 − 8·40 = 400, by 44 %; four months of it are regular, and the two before the maturity
  // that came with drawdown have 60 each, those between 28 on average.
  const situations = 2 | 8
  expect([7, 8, 10].map((month) => flags[at(2, month)])).toEqual([0, situations, situations])
  expect(index[at(2, 8)]).toBeLessThanOrEqual(settlementCard.flagCap)
  const free = rollingIndex(history, { ...settlementCard, flagCap: 100 }, NO_SALES_SHOCK).index
  expect(free[at(2, 8)]).toBeGreaterThan(settlementCard.flagCap)
  expect(free[at(2, 7)]).toBe(index[at(2, 7)])
})

test('is worked out once for a card and a shock', () => {
  expect(rollingIndex(history, settlementCard, { ...NO_SALES_SHOCK })).toBe(
    rollingIndex(history, settlementCard, NO_SALES_SHOCK),
  )
  expect(rollingIndex(history, settlementCard, { ...NO_SALES_SHOCK, salesChange: -0.1 }).index).not.toBe(index)
})
