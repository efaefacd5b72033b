import { describe, expect, test } from 'vitest'
import { drawHistory } from '../../../sim/synthesise/history.ts'
import { truePds } from '../../../sim/synthesise/toFirms.ts'
import { bookOf } from './smallBook.ts'

const INTERCEPT = -4.5
const book = await bookOf({ applicants: 1 })
const history = drawHistory(book, INTERCEPT, 'a seed')
const { borrowers, defaulted, defaultMonth } = history
const pds = truePds(borrowers, INTERCEPT)
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((total, x) => total + x, 0)

describe('defaults in the history', () => {
  test('of the first year are as many as true PDs say', () => {
    const error = Math.sqrt(sum(pds.map((p) => p * (1 - p))))
    // Four standard errors: a false alarm once in 16,000 seeds.
    expect(Math.abs(sum(defaulted) - sum(pds))).toBeLessThan(4 * error)
  })

  test('of the second year are those of the survivors, as many as true PDs say', () => {
    const left = pds.filter((_, i) => defaulted[i] === 0)
    const second = defaultMonth.filter((month) => month > 12).length
    const error = Math.sqrt(sum(left.map((p) => p * (1 - p))))
    // Four standard errors: a false alarm once in 16,000 seeds.
    expect(Math.abs(second - sum(left))).toBeLessThan(4 * error)
  })

  test('have a month of the first year just where the borrower defaulted within it', () => {
    expect(Array.from(defaultMonth, (month) => (month >= 1 && month <= 12 ? 1 : 0))).toEqual(Array.from(defaulted))
    expect(Math.max(...defaultMonth)).toBe(24)
  })

  test('fall in the months of the book’s timing', async () => {
    const late = await bookOf({ applicants: 1 }, { timing: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 1] })
    const months = drawHistory(late, INTERCEPT, 'a seed').defaultMonth
    expect(new Set(months)).toEqual(new Set([0, 11, 12, 23, 24]))
    const count = (month: number): number => months.filter((own) => own === month).length
    const share = count(11) / (count(11) + count(12))
    // Four standard errors: a false alarm once in 16,000 seeds.
    expect(Math.abs(share - 0.75)).toBeLessThan(4 * Math.sqrt((0.75 * 0.25) / (count(11) + count(12))))
  })
})

test('the first year is pinned', () => {
  const first = Array.from(defaulted.keys()).filter((i) => defaulted[i] === 1)
  expect([first.length, ...first.slice(0, 5)]).toMatchInlineSnapshot(`
    [
      1822,
      62,
      68,
      79,
      149,
      151,
    ]
  `)
})

test('settlement, where it is drawn, changes nothing else', () => {
  const { months, ...settled } = drawHistory(book, INTERCEPT, 'a seed', true)
  expect(history.months).toBeNull()
  expect(months).not.toBeNull()
  expect(settled.defaultMonth).toEqual(defaultMonth)
  expect(settled.borrowers.told).toEqual(borrowers.told)
  expect(settled.borrowers.traits).toEqual(borrowers.traits)
})

test('another population has another history', () => {
  const other = drawHistory({ ...book, population: 2 }, INTERCEPT, 'a seed')
  expect(other.borrowers.traits.quality[0]).not.toBe(borrowers.traits.quality[0])
  expect(other.defaulted).not.toEqual(defaulted)
})
