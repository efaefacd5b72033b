import { describe, expect, test } from 'vitest'
import { balancesOf, lineCaps, linesOf } from '../../../models/lending/limit.ts'
import type { LimitPolicy, Strategy } from '../../../models/strategy.ts'
import { COLLATERALS, REPAYMENTS } from '../../../models/types.ts'
import { type Applying, book, firmsApplying, strategyOf } from './files.ts'

const OPEN_LIMIT = strategyOf().limit
const limited = (limit: Partial<LimitPolicy>, parts: Partial<Strategy> = {}): Strategy =>
  strategyOf({ ...parts, limit: { ...OPEN_LIMIT, ...limit } })
const linesFor = (strategy: Strategy, ...applying: Applying[]): number[] => {
  const firms = firmsApplying(applying)
  return [...linesOf(strategy, firms, firms.applicants!, book)]
}
const collateral = { accept: [...COLLATERALS], as: null, loanToValue: { residential: 0.7 } }

describe('a line', () => {
  test('is the lower of amount asked for and financing gap (guideline: sized by the gap, never by collateral alone)', () => {
    expect(linesFor(limited({}), { amount: 100, gap: 80 }, { amount: 100, gap: 130 })).toEqual([80, 100])
  })

  test('keeps to the loan-to-value where one is stated for the class', () => {
    const [home, shop, tight] = linesFor(
      limited({}, { collateral }),
      { amount: 100, gap: 90, collateral: 'residential' },
      { amount: 100, gap: 90, collateral: 'commercial' },
      { amount: 100, gap: 50, collateral: 'residential' },
    )
    expect(home).toBeCloseTo(73.5, 10)
    expect([shop, tight]).toEqual([90, 50])
  })

  test('on collateral is what the collateral carries, whatever the gap; the gap holds where nothing says what it carries', () => {
    const [home, shop] = linesFor(
      limited({ basis: 'collateral' }, { collateral }),
      { amount: 100, gap: 20, collateral: 'residential' },
      { amount: 100, gap: 20, collateral: 'commercial' },
    )
    expect(home).toBeCloseTo(73.5, 10)
    expect(shop).toBe(20)
  })

  test('is not lent against collateral that the strategy does not book', () => {
    const unsecured = { ...collateral, as: 'unsecured' as const }
    expect(linesFor(limited({}, { collateral: unsecured }), { amount: 100, collateral: 'residential' })).toEqual([100])
  })

  test('is at most the maximum, and the share of sales as the strategy sees them', () => {
    const told = { annualSales: 300, flowSales: 100 }
    const strategy = limited({ maximum: 60, salesShare: 0.25 })
    expect(linesFor(strategy, { told }, { told: { ...told, annualSales: 180 } })).toEqual([60, 45])
    const verification = { kind: 'none', tolerance: 0, costPerFile: 0 } as const
    expect(linesFor({ ...strategy, verification }, { told })).toEqual([25])
  })

  test('needs sales where it is a share of them', () => {
    expect(() => linesFor(limited({ salesShare: 0.2 }), {})).toThrow(
      "strategy test: needs the applicants' annualSales, which they do not have",
    )
  })

  test('has its caps by name, those that do not apply at infinity', () => {
    const firms = firmsApplying([{ amount: 100, gap: 80, collateral: 'movable' }])
    const caps = lineCaps(limited({ maximum: 60 }, { collateral }), firms, firms.applicants!, book)
    expect(caps.map(({ name, at }) => [name, at(0)])).toEqual([
      ['financingGap', 80],
      ['collateral', Infinity],
      ['maximum', 60],
    ])
  })
})

test('a balance is the part of the line in use, less what a running contract has repaid', () => {
  const { requests } = firmsApplying([{}, {}, {}])
  requests.termMonths.set([12, 12, 24])
  requests.remainingMonths.set([12, 3, 12])
  requests.repayment.set([1, 0, 1].map((kind) => REPAYMENTS.indexOf(kind ? 'equalPrincipal' : 'bullet')))
  expect([...balancesOf(limited({ utilisation: 0.4 }), requests, Float64Array.of(100, 100, 100), book)]).toEqual([
    40, 40, 20,
  ])
})
