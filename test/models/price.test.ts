import { describe, expect, test } from 'vitest'
import { layoutLoans } from '../../models/layout.ts'
import { loanRates, priceCells } from '../../models/price.ts'
import { PRICING_FORMULAS } from '../../models/pricing/index.ts'
import type { FormulaKind } from '../../models/pricing/index.ts'
import { PRICING_DEFAULTS, rateFloor } from '../../models/pricing/rateFloor.ts'
import type { Schedule } from '../../models/schedule.ts'
import { CELL_COUNT, cellIndex } from '../../models/types.ts'
import { loansOf } from './loansOf.ts'

const rows = [
  { grade: 2, balance: 80, pd: 0.01, deposit: 10 },
  { grade: 2, balance: 400, pd: 0.012 },
  { grade: 6, balance: 1500, pd: 0.05, collateral: 0, lgd: 0.2 },
  { grade: 6, balance: 60, pd: 0.06, collateral: 0, lgd: 0.3, deposit: 400 },
]
const layout = layoutLoans(loansOf(rows), { renewal: 'roll', amortisationRate: 0.06 }, 36)
const schedule: Schedule = Object.freeze({
  id: 'test',
  title: { en: 'test' },
  context: {},
  vary: {},
  kind: 'incomeCoversRisk',
  costs: PRICING_DEFAULTS,
  crossIncome: 'observed',
  cap: 0.12,
  policyFloor: 0,
  spreads: null,
  rates: null,
})
const spreads = [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.1]
const floorOf = ({ balance, pd, lgd = 0.45, deposit = 0 }: (typeof rows)[number]): number =>
  rateFloor({ balance, pd, lgd, averageDeposit: deposit }).rate

describe('the rates of the cells', () => {
  test('of a table are its own up to the cap, whatever the floor shown beside them', () => {
    const rates = Array.from({ length: CELL_COUNT }, (_, cell) => (cell === cellIndex(2, 1, 4) ? 0.01 : 0.5))
    const { offered, floor } = priceCells(layout, { ...schedule, kind: 'schedule', rates })
    expect([...offered]).toEqual([0.01, 0.12])
    expect(floor[0]).toBeCloseTo((80 * floorOf(rows[0]!) + 400 * floorOf(rows[1]!)) / 480, 14)
  })

  test.each(Object.keys(PRICING_FORMULAS) as FormulaKind[])(
    'of %s are the balance-weighted means of their loans, and the floor stays that of income covers risk',
    (kind) => {
      const terms = { ...schedule, kind, spreads }
      const rateOf = loanRates(terms, layout.loans)
      const { offered, floor } = priceCells(layout, terms)
      expect([...layout.cells]).toEqual([cellIndex(2, 1, 4), cellIndex(6, 1, 0)])
      expect(offered[0]).toBeCloseTo((80 * rateOf(0) + 400 * rateOf(1)) / 480, 14)
      expect(offered[1]).toBeCloseTo((1500 * rateOf(2) + 60 * rateOf(3)) / 1560, 14)
      expect(floor).toEqual(priceCells(layout, schedule).floor)
    },
  )

  test('of a formula hold every loan between the policy floor and the cap, before the mean is taken', () => {
    // the deposit of the last loan pays for more than the loan costs
    expect(floorOf(rows[3]!)).toBeLessThan(0)
    const within = loanRates({ ...schedule, policyFloor: 0.05, cap: 0.055 }, layout.loans)
    expect(rows.map((_, i) => within(i))).toEqual(
      rows
        .map((row) => Math.min(0.055, Math.max(0.05, floorOf(row))))
        .map((rate) => expect.closeTo(rate, 14) as number),
    )
    const { offered } = priceCells(layout, { ...schedule, policyFloor: 0.05, cap: 0.055 })
    expect(offered[1]).toBeCloseTo((1500 * within(2) + 60 * within(3)) / 1560, 14)
  })

  test('count deposits only where cross income does', () => {
    const none = loanRates({ ...schedule, crossIncome: 'none', cap: 1 }, layout.loans)
    expect(none(0)).toBeCloseTo(floorOf({ ...rows[0]!, deposit: 0 }), 14)
  })

  test('cannot be had without a table or a formula', () => {
    expect(() => priceCells(layout, { ...schedule, kind: 'schedule' })).toThrow(
      'loanRates: kind must be a formula, got schedule',
    )
  })
})
