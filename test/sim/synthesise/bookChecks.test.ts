import { expect, test } from 'vitest'
import { bookChecks } from '../../../sim/synthesise/bookChecks.ts'
import { synthesise } from '../../../sim/synthesise/synthesise.ts'
import { toFirms } from '../../../sim/synthesise/toFirms.ts'
import { bookOf } from './smallBook.ts'

const book = await bookOf({ loans: 5000 })
const synthesised = await synthesise(book, 'a seed')
const firms = toFirms(book, synthesised.population, synthesised.drawn, synthesised.intercept)
const outside = (other = book) =>
  bookChecks(other, synthesised, firms).filter(
    ({ target, achieved, tolerance }) => Math.abs(achieved - target) > tolerance,
  )

test('a book as drawn keeps to its recipe: at most two of its checks, each right 99 times in 100, are missed', () => {
  const checks = bookChecks(book, synthesised, firms)
  expect(new Set(checks.map(({ kind }) => kind))).toEqual(
    new Set(['defaultRate', 'sector', 'region', 'honesty', 'marginal', 'rankCorrelation']),
  )
  expect(checks.length).toBeGreaterThan(60)
  // With 80 checks missed once in 100 to 370 times, three misses come once in 100 seeds or less.
  expect(outside().length).toBeLessThanOrEqual(2)
})

test('the checks miss a book that was drawn from another recipe', () => {
  const debtRatio = { kind: 'normal', mean: 0.67, sd: 0.13, min: 0.05, max: 1.2 } as const
  const other = {
    ...book,
    baseDefaultRate: 0.03,
    regions: { centre: 0.36, north: 0.29, south: 0.2, rural: 0.15 },
    honesty: { ...book.honesty, fraud: { ...book.honesty.fraud, share: 0.05 } },
    marginals: { ...book.marginals, debtRatio },
    loadings: { ...book.loadings, quickRatio: { quality: 0.55, size: 0 } },
  }
  const names = outside(other).map(({ name }) => name)
  for (const name of ['citic-trade', 'centre', 'north', 'fraudulent', 'debtRatio', 'quality, quickRatio'])
    expect(names).toContain(name)
})
