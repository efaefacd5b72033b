import { describe, expect, test } from 'vitest'
import type { SyntheticBook } from '../../../models/book.ts'
import { drawHistory } from '../../../sim/synthesise/history.ts'
import { settlementCheck, settlementGap } from '../../../sim/synthesise/settlementGap.ts'
import { synthesise } from '../../../sim/synthesise/synthesise.ts'
import { settlementCard } from '../../models/settlement/settlementCard.ts'
import { bookOf } from './smallBook.ts'
import { historyOf } from './smallHistory.ts'

const book = await bookOf({ loans: 10_000 })

describe('defaulters’ gap to survivors', () => {
  test('is taken six months before each default, of defaults from the seventh month on', () => {
    const drained = { deposit: 1, drainedFrom: 1 }
    const history = historyOf(book, [{}, { ...drained, defaultMonth: 12 }, { ...drained, defaultMonth: 6 }])
    const { gap, atDrawdown, defaulters, survivors } = settlementGap(history, settlementCard)
    expect(gap).toBeCloseTo(100 - 100 * 0.5 ** 0.4, 4)
    expect(atDrawdown).toBeCloseTo(0, 4)
    expect([defaulters, survivors]).toEqual([1, 1])
  })

  test('has the standard error of a difference of two means', () => {
    const history = historyOf(book, [{ deposit: 0.5 }, {}, { deposit: 0.5, defaultMonth: 20 }, { defaultMonth: 20 }])
    const low = 100 * 0.5 ** 0.4
    const { gap, standardError } = settlementGap(history, settlementCard)
    expect(gap).toBeCloseTo(0, 4)
    // Each group's variance is ((100 − low)/2)², and its mean of two has half of that.
    expect(standardError).toBeCloseTo((100 - low) / 2, 4)
  })

  test('is at least 15 points in the shipped book, most of it at drawdown already (DOMAIN D, target e)', async () => {
    const { intercept } = await synthesise(book, 'a seed')
    const history = (settlement: SyntheticBook['settlement']) =>
      drawHistory({ ...book, settlement }, intercept, 'a seed', true)
    const shipped = history(book.settlement)
    const { gap, atDrawdown, standardError } = settlementGap(shipped, settlementCard)
    expect(gap - 4 * standardError).toBeGreaterThan(15)
    expect(atDrawdown).toBeGreaterThan(15)
    const flat = { ...book.settlement, ramp: { settlement: 0, retention: 0, regularity: 0 } }
    const without = settlementGap(history(flat), settlementCard)
    expect(without.gap).toBeLessThan(gap - 1)
    expect(Math.abs(without.gap - without.atDrawdown)).toBeLessThan(1)
    const check = settlementCheck(shipped, settlementCard)
    expect(check).toEqual({
      book: 'small-firms',
      kind: 'settlement',
      name: 'indexGapSixMonthsBeforeDefault',
      target: 15,
      achieved: gap,
      tolerance: standardError,
    })
  })
})
