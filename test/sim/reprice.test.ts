import { beforeAll, describe, expect, test } from 'vitest'
import { readStudy } from '../../scenarios/index.ts'
import type { Result } from '../../models/result.ts'
import type { Schedule, Study } from '../../models/study.ts'
import { CELL_COUNT, cellAt, cellKey } from '../../models/types.ts'
import { runStudy } from '../../sim/runStudy.ts'

let study: Study
let base: Result

/** The one result of the study under another table of rates; caps are lifted, since the break-even figures leave them aside. */
async function under(rates: (cell: string, rate: number) => number): Promise<Result> {
  const [schedule] = study.schedules as [Schedule]
  const changed = schedule.rates!.map((rate, index) => rates(cellKey(cellAt(index)), rate))
  const { results } = await runStudy({ ...study, schedules: [{ ...schedule, cap: 1, rates: changed }] })
  return results[0]!
}

beforeAll(async () => {
  const committee = await readStudy('committee', { paths: 400 })
  const books = committee.books.map((book) => (book.kind === 'synthetic' ? { ...book, size: { loans: 500 } } : book))
  study = { ...committee, books, scenarios: committee.scenarios.filter(({ id }) => id === 'severe_downturn') }
  base = (await runStudy(study)).results[0]!
})

describe('a schedule put back into the same book', () => {
  test('shifted to the break-even yield has a coverage ratio of 1', async () => {
    const shift = base.breakEvenYield! - base.portfolioYield
    expect((await under((_, rate) => rate + shift)).coverageRatio).toBeCloseTo(1, 9)
  })

  test('shifted to the yield for 95 % covers in 95 % of the paths, and a hair less does not', async () => {
    const shift = base.yieldFor95! - base.portfolioYield
    expect((await under((_, rate) => rate + shift)).coverageProbability).toBe(0.95)
    expect((await under((_, rate) => rate + shift - 1e-6)).coverageProbability).toBeLessThan(0.95)
  })

  test('made of the required rates leaves every cell with a gap of 0, and the whole with a ratio of 1', async () => {
    const required = new Map(base.cells.map(({ cell, requiredRate }) => [cell, requiredRate!]))
    expect(required.size).toBeLessThan(CELL_COUNT)
    const { cells, coverageRatio } = await under((cell, rate) => required.get(cell) ?? rate)
    for (const { cell, gap } of cells) expect(gap, cell).toBeCloseTo(0, 10)
    expect(coverageRatio).toBeCloseTo(1, 6)
  })

  test('whose cells earn and lose what the whole does', () => {
    const balance = base.cells.reduce((sum, cell) => sum + cell.balance, 0)
    const loss = base.cells.reduce((sum, cell) => sum + cell.balance * cell.expectedLoss, 0)
    expect(balance / base.balance).toBeCloseTo(1, 7)
    expect(loss / base.balance / base.expectedLoss).toBeCloseTo(1, 6)
    expect(base.cells.reduce((sum, cell) => sum + cell.loans, 0)).toBe(base.loans)
  })
})
