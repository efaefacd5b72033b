import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plan } from '../../models/plan.ts'
import type { PlanTerms } from '../../models/plan.ts'
import { REPAYMENTS } from '../../models/types.ts'

const terms: PlanTerms = {
  termMonths: 12,
  remainingMonths: 12,
  repayment: 'bullet',
  renewal: 'roll',
  amortisationRate: 0.06,
  horizonMonths: 36,
}
const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0)

describe('plan', () => {
  test('a rolling 12-month bullet has one balance-year in each rate year, in its own calendar year', () => {
    const p = plan(terms)
    expect(p.constant).toBe(true)
    expect([...p.full].map((x) => Math.round(x * 1e12) / 1e12)).toEqual([0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1])
  })

  test('a 36-month bullet keeps the rate of the year it was signed in', () => {
    const p = plan({ ...terms, termMonths: 36, remainingMonths: 36 })
    expect([...p.full].map((x) => Math.round(x * 1e12) / 1e12)).toEqual([0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0])
  })

  test('a mid-month default of a bullet in month 1 loses 11.5 months of interest in year 1, but no funding', () => {
    const p = plan({ ...terms, horizonMonths: 12 })
    expect(p.lostEarned[1]).toBeCloseTo(11.5 / 12, 14)
    expect(p.lostFunded[1]).toBe(0)
  })

  test('interest lost on a 12-month bullet is half a year on average over the months: q = 0.5', () => {
    const p = plan({ ...terms, horizonMonths: 12 })
    expect(sum(p.lostEarned) / 12).toBeCloseTo(0.5, 14)
  })

  test('funding of a defaulted claim ends with its contract when that ends before the year does', () => {
    const p = plan({ ...terms, termMonths: 6, remainingMonths: 6, horizonMonths: 12 })
    expect(p.lostFunded[2 * 2 + 1]).toBeCloseTo(0.5, 14)
    expect(p.lostYears[2]).toBeCloseTo(0.5, 14)
  })

  test('equal principal repays in equal parts and an annuity in rising ones; both end at nothing', () => {
    const equal = plan({ ...terms, repayment: 'equalPrincipal', renewal: 'runOff' })
    expect([...equal.balance.subarray(0, 13)]).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((n) => n / 12))
    const annuity = plan({ ...terms, repayment: 'annuity', renewal: 'runOff' })
    const i = 0.005
    expect(annuity.balance[6]).toBeCloseTo((1 - (1 + i) ** -6) / (1 - (1 + i) ** -12), 14)
    expect(annuity.balance[12]).toBe(0)
  })

  test('a defaulted amortising claim stays funded at its defaulted balance to the end of the year', () => {
    const p = plan({ ...terms, repayment: 'equalPrincipal', renewal: 'runOff', horizonMonths: 12 })
    const full = sum(p.full)
    const defaultedInMonth3 = full - p.lostFunded[2 * 2 + 1]!
    expect(defaultedInMonth3).toBeCloseTo((12 + 11 + 10) / 144 + (9 * 10) / 144, 14)
  })

  test('a stock loan half way through its contract keeps the rates of before month 0 and rolls for the original amount', () => {
    const p = plan({ ...terms, remainingMonths: 6, repayment: 'equalPrincipal' })
    expect(sum(p.full.subarray(0, p.years))).toBeCloseTo((6 + 5 + 4 + 3 + 2 + 1) / 6 / 12, 14)
    expect(p.balance[0]).toBeCloseTo(1, 14)
    expect(p.balance[6]).toBeCloseTo(2, 14)
  })

  test('earned and lost balance-years add up to the time before default, for any plan', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...REPAYMENTS),
        fc.constantFrom('roll' as const, 'runOff' as const),
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (termMonths, part, repayment, renewal, horizonMonths, when) => {
          const remainingMonths = Math.max(1, Math.ceil(part * termMonths))
          const p = plan({ ...terms, termMonths, remainingMonths, repayment, renewal, horizonMonths })
          const size = p.rateYears * p.years
          const m = Math.floor(when * horizonMonths)
          const lost = sum(p.lostEarned.subarray(m * size, (m + 1) * size))
          const earned = sum(p.balance.subarray(0, m)) / 12 + p.balance[m]! / 24
          const left = p.balance[m] === 0 ? 0 : lost
          const expected = p.balance[m] === 0 ? 0 : sum(p.full) - earned
          expect(left).toBeCloseTo(expected, 10)
          expect(sum(p.full)).toBeCloseTo(sum(p.balance) / 12, 10)
        },
      ),
    )
  })
})
