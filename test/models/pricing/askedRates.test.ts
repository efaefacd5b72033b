import { describe, expect, test } from 'vitest'
import { layoutLoans } from '../../../models/layout.ts'
import { loanRates, priceCells } from '../../../models/price.ts'
import { askedRates } from '../../../models/pricing/askedRates.ts'
import type { AskedWay } from '../../../models/pricing/askedRates.ts'
import { PRICING_DEFAULTS } from '../../../models/pricing/rateFloor.ts'
import type { Schedule } from '../../../models/schedule.ts'
import { CELL_COUNT, cellAt, cellKey } from '../../../models/types.ts'
import { loansOf } from '../loansOf.ts'

const rows = [
  { grade: 2, balance: 80, pd: 0.01, deposit: 10 },
  { grade: 2, balance: 400, pd: 0.012, termMonths: 24 },
  { grade: 6, balance: 1500, pd: 0.05, collateral: 0, lgd: 0.3 },
  { grade: 6, balance: 600, pd: 0.06, collateral: 4, lgd: 0.8 },
]
const layout = layoutLoans(loansOf(rows), { renewal: 'roll', amortisationRate: 0.06 }, 36)
const spreads = [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.1]
const schedule: Schedule = Object.freeze({
  id: 'test',
  title: { en: 'test' },
  context: {},
  vary: {},
  kind: 'schedule',
  costs: PRICING_DEFAULTS,
  crossIncome: 'observed',
  cap: 0.12,
  policyFloor: 0,
  spreads: null,
  rates: Array.from({ length: CELL_COUNT }, (_, cell) => 0.04 + 0.005 * cellAt(cell).grade),
})
const asked = askedRates(layout, schedule, spreads)
const wayOf = ({ ways }: typeof asked, kind: string, vatMethod?: 1 | 2): AskedWay =>
  ways.find((way) => way.kind === kind && (vatMethod === undefined || way.vatMethod === vatMethod))!
/** Balance-weighted mean over the populated cells. */
const meanOf = (rates: Float64Array): number => {
  const balances = Array.from(layout.cells, (cell) =>
    rows.reduce((sum, row, i) => sum + (cellOf(i) === cell ? row.balance : 0), 0),
  )
  return rates.reduce((sum, rate, k) => sum + rate * balances[k]!, 0) / balances.reduce((a, b) => a + b, 0)
}
const cellOf = (i: number): number => layout.cells[layout.classCell[layout.classOf[i]!]!]!

describe('what each way to price asks for the same book', () => {
  test('is the table and every formula, income covers risk under both VAT methods with the schedule’s first', () => {
    expect(asked.ways.map(({ kind, vatMethod }) => [kind, vatMethod])).toEqual([
      ['schedule', null],
      ['incomeCoversRisk', 2],
      ['incomeCoversRisk', 1],
      ['cgap', 2],
      ['raroc', 2],
      ['lprPlus', null],
      ['riskNeutral', 2],
    ])
    const first = askedRates(layout, { ...schedule, costs: { ...PRICING_DEFAULTS, vatMethod: 1 } })
    expect(first.ways.map(({ kind, vatMethod }) => [kind, vatMethod])).toEqual([
      ['schedule', null],
      ['incomeCoversRisk', 1],
      ['incomeCoversRisk', 2],
      ['cgap', 1],
      ['raroc', 1],
      ['riskNeutral', 1],
    ])
  })

  test.each(['schedule', 'incomeCoversRisk', 'cgap', 'raroc', 'lprPlus', 'riskNeutral'] as const)(
    'is on the whole what a schedule of kind %s offers',
    (kind) => {
      const rates = kind === 'schedule' ? schedule.rates : null
      const { offered } = priceCells(layout, { ...schedule, kind, rates, spreads })
      expect(wayOf(asked, kind).portfolio).toBeCloseTo(meanOf(offered), 14)
    },
  )

  test('adds up from grades to the whole, by balance', () => {
    expect(asked.grades.map(({ grade, loans, balance }) => [grade, loans, balance])).toEqual([
      [2, 2, 480],
      [6, 2, 2100],
    ])
    expect(asked.portfolio).toMatchObject({ loans: 4, balance: 2580 })
    for (const { grades, portfolio } of asked.ways)
      expect((480 * grades[0]! + 2100 * grades[1]!) / 2580).toBeCloseTo(portfolio, 14)
  })

  test('names the cell in which a way is furthest from income covers risk', () => {
    expect(wayOf(asked, 'incomeCoversRisk', 2).furthest).toBeNull()
    const { floor } = priceCells(layout, schedule)
    const { offered } = priceCells(layout, { ...schedule, kind: 'cgap', rates: null })
    const apart = offered.map((rate, k) => rate - floor[k]!)
    const most = apart.indexOf(apart.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a)))
    expect(wayOf(asked, 'cgap').furthest).toEqual({
      cell: cellKey(cellAt(layout.cells[most]!)),
      rate: expect.closeTo(offered[most]!, 14) as number,
      difference: expect.closeTo(apart[most]!, 14) as number,
    })
    // a loss of .8 of what defaults costs more interest than half a year of it
    expect(wayOf(asked, 'cgap').furthest).toMatchObject({ cell: '6|6-12m|unsecured' })
    expect(wayOf(asked, 'cgap').furthest!.difference).toBeGreaterThan(0)
  })

  test('says what lost interest adds: 1/(1 − q·PD) and, with CGAP, 1/(1 − PD·LGD)', () => {
    const { incomeCoversRisk, cgap } = asked.grades[1]!.lostInterest
    expect(incomeCoversRisk).toBeCloseTo((1500 / (1 - 0.025) + 600 / (1 - 0.03)) / 2100 - 1, 14)
    expect(cgap).toBeCloseTo((1500 / (1 - 0.015) + 600 / (1 - 0.048)) / 2100 - 1, 14)
  })

  test('taxed by method 1 is at least what it is by method 2', () => {
    const [two, one] = [wayOf(asked, 'incomeCoversRisk', 2), wayOf(asked, 'incomeCoversRisk', 1)]
    for (const [g, rate] of one.grades.entries()) expect(rate).toBeGreaterThanOrEqual(two.grades[g]!)
    expect(one.portfolio).toBeGreaterThan(two.portfolio)
  })

  test('counts the balance whose rate the policy floor or the cap holds', () => {
    const terms = { ...schedule, cap: 0.065, policyFloor: 0.05 }
    const free = loanRates({ ...schedule, kind: 'cgap', cap: 1 }, layout.loans)
    const held = rows.map(({ balance }, i) => (free(i) >= 0.065 || free(i) <= 0.05 ? balance : 0))
    expect(held.filter((balance) => balance > 0)).toHaveLength(2)
    expect(wayOf(askedRates(layout, terms), 'cgap').held).toBeCloseTo(held.reduce((a, b) => a + b) / 2580, 14)
    expect(wayOf(asked, 'cgap').held).toBe(0)
  })
})
