import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judge } from '../../models/judge/judge.ts'
import type { Figures } from '../../models/result.ts'
import type { Schedule } from '../../models/schedule.ts'
import { CELL_COUNT, cellAt, cellKey } from '../../models/types.ts'
import { readStudy } from '../../scenarios/index.ts'
import { simulateCases } from '../../sim/cases.ts'
import type { SimulatedCases } from '../../sim/cases.ts'

let simulated: SimulatedCases
let schedule: Schedule
let base: Figures

/** Figures of the one scenario under another table of rates; the cap is lifted, since the required and break-even rates leave it aside. */
function under(rates: (cell: string, rate: number) => number, costs: Partial<Schedule['costs']> = {}): Figures {
  const changed = schedule.rates!.map((rate, index) => rates(cellKey(cellAt(index)), rate))
  const stated = { ...schedule, cap: 1, costs: { ...schedule.costs, ...costs }, rates: changed }
  return judge(simulated.cases[0]!.inputs(stated)).figures
}

beforeAll(async () => {
  const committee = await readStudy('committee', { paths: 400 })
  const books = committee.books.map((book) => (book.kind === 'synthetic' ? { ...book, size: { loans: 500 } } : book))
  const study = { ...committee, books, scenarios: committee.scenarios.filter(({ id }) => id === 'severe_downturn') }
  simulated = await simulateCases(study)
  schedule = study.schedules[0]!
  base = under((_, rate) => rate)
})

afterAll(() => simulated.close())

describe('a schedule put back into the same book', () => {
  test('shifted to the break-even yield has a coverage ratio of 1', () => {
    const shift = base.breakEvenYield! - base.portfolioYield
    expect(under((_, rate) => rate + shift).coverageRatio).toBeCloseTo(1, 12)
  })

  test('shifted to the yield for 95 % covers in 95 % of the paths, and a hair less does not', () => {
    const shift = base.yieldFor95! - base.portfolioYield
    expect(under((_, rate) => rate + shift).coverageProbability).toBe(0.95)
    expect(under((_, rate) => rate + shift - 1e-6).coverageProbability).toBeLessThan(0.95)
  })

  test.each([1, 2] as const)(
    'made of the required rates under VAT method %i leaves every cell with a gap of 0, and the whole with a ratio of 1',
    (vatMethod) => {
      const own = under((_, rate) => rate, { vatMethod })
      const required = new Map(own.cells.map(({ cell, requiredRate }) => [cell, requiredRate!]))
      expect(required.size).toBeLessThan(CELL_COUNT)
      const { cells, coverageRatio } = under((cell, rate) => required.get(cell) ?? rate, { vatMethod })
      for (const { cell, gap } of cells) expect(gap, cell).toBeCloseTo(0, 12)
      expect(coverageRatio).toBeCloseTo(1, 12)
    },
  )

  test('made of the required rates less 50 bp leaves every cell with a gap of −50 bp', () => {
    const required = new Map(base.cells.map(({ cell, requiredRate }) => [cell, requiredRate!]))
    const { cells, coverageRatio } = under((cell, rate) => (required.get(cell) ?? rate) - 0.005)
    for (const { cell, gap } of cells) expect(gap, cell).toBeCloseTo(-0.005, 12)
    expect(coverageRatio).toBeLessThan(1)
  })

  test('whose cells earn and lose what the whole does', () => {
    const balance = base.cells.reduce((sum, cell) => sum + cell.balance, 0)
    const loss = base.cells.reduce((sum, cell) => sum + cell.balance * cell.expectedLoss, 0)
    expect(balance / base.balance).toBeCloseTo(1, 12)
    expect(loss / base.balance / base.expectedLoss).toBeCloseTo(1, 12)
    const loans = base.cells.reduce((sum, cell) => sum + cell.loans, 0)
    expect(loans).toBe(simulated.cases[0]!.cube.loans)
  })
})
