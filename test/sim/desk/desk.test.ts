import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judge } from '../../../models/judge/judge.ts'
import { toRepriced } from '../../../models/reprice/toRepriced.ts'
import { underTerms } from '../../../models/reprice/terms.ts'
import type { Terms } from '../../../models/reprice/terms.ts'
import type { Study } from '../../../models/study.ts'
import { cellIndex } from '../../../models/types.ts'
import { readStudy } from '../../../scenarios/index.ts'
import { openDesk } from '../../../sim/desk/desk.ts'
import type { Desk } from '../../../sim/desk/desk.ts'
import { runStudy } from '../../../sim/runStudy.ts'

const SCENARIOS = ['baseline', 'severe_downturn', 'nim_squeeze', 'falsified_wave']
let study: Study
let desk: Desk

async function smallStudy(name: string): Promise<Study> {
  const read = await readStudy(name, { paths: 400 })
  const books = read.books.map((book) => (book.kind === 'synthetic' ? { ...book, size: { loans: 500 } } : book))
  const scenarios = read.scenarios.filter(({ id }) => SCENARIOS.includes(id))
  return { ...read, books, scenarios, lawOfLargeNumbers: null }
}

beforeAll(async () => {
  study = await smallStudy('committee')
  desk = await openDesk(study)
})
afterAll(() => desk.close())

/** Rates of the grades from 4 on up by half a point, and dearer money. */
function edited({ costs, rates, ...terms }: Terms): Terms {
  const raised = rates.map((rate, index) => (index >= cellIndex(4, 0, 0) ? rate + 0.005 : rate))
  return { ...terms, rates: raised, costs: { ...costs, fundingRate: costs.fundingRate + 0.002 }, crossIncome: 'none' }
}

/** A run gives a reason more: why a scenario has no study of the law of large numbers. */
const withoutReasons = ({ reasons: _reasons, ...told }: ReturnType<Desk['detail']>): object => told

describe('a desk', () => {
  test('answers today’s terms with the figures of the run', async () => {
    const { results } = await runStudy(study)
    const answers = desk.reprice(desk.today)
    expect(answers.map(({ scenario }) => scenario)).toEqual(SCENARIOS)
    for (const [s, result] of results.entries())
      expect(answers[s]).toEqual(toRepriced(SCENARIOS[s]!, { ...result, figures: result }))
  })

  test('answers other terms with the figures of a run with that schedule, and tells all of them on request', async () => {
    const terms = edited(desk.today)
    const { results } = await runStudy({ ...study, schedules: [underTerms(study.schedules[0]!, terms)] })
    const answers = desk.reprice(terms)
    for (const [s, result] of results.entries()) {
      expect(answers[s]).toEqual(toRepriced(SCENARIOS[s]!, { ...result, figures: result }))
      expect(result).toMatchObject(withoutReasons(desk.detail(terms, SCENARIOS[s]!)))
    }
  })

  test('answers edits that follow each other as if each were judged on its own', () => {
    const costs =
      (changes: Partial<Terms['costs']>) =>
      (terms: Terms): Terms => ({ ...terms, costs: { ...terms.costs, ...changes } })
    const edits: ((terms: Terms) => Terms)[] = [
      ...desk.cells.slice(0, 5).map(({ index }) => (terms: Terms) => ({
        ...terms,
        rates: terms.rates.map((r, i) => (i === index ? r + 0.01 : r)),
      })),
      costs({ vatMethod: 1 }),
      (terms) => ({ ...terms, rates: terms.rates.map((rate) => 0.9 * rate) }),
      costs({ bankShare: 0.5, hurdleRate: 0.2, incomeTaxRate: 0, depositRate: 0.01 }),
      (terms) => ({ ...terms, cap: 0.05 }),
      (terms) => ({ ...terms, crossIncome: 'none' }),
      costs({ vatMethod: 2, variableCost: 0.02, fixedCost: 0.1 }),
      () => desk.today,
    ]
    let terms = desk.today
    for (const edit of edits) {
      terms = edit(terms)
      const answers = desk.reprice(terms)
      for (const [s, { inputs }] of desk.cases.cases.entries())
        expect(answers[s]).toEqual(toRepriced(SCENARIOS[s]!, judge(inputs(underTerms(desk.schedule, terms)))))
    }
  })

  test('lists the populated cells, rising, with the loans as drawn', () => {
    const indices = desk.cells.map(({ index }) => index)
    expect(indices).toEqual([...indices].sort((a, b) => a - b))
    expect(desk.cells.reduce((sum, { loans }) => sum + loans, 0)).toBe(500)
    for (const { cube } of desk.cases.cases) for (const cell of cube.cells) expect(indices).toContain(cell)
    expect(desk.cells.map(({ cell }) => cell)).toEqual(expect.arrayContaining(desk.reprice(desk.today)[0]!.cells.map(({ cell }) => cell)))
  }) // prettier-ignore

  test('refuses names that the study does not have, and says which it has', async () => {
    await expect(openDesk(study, { names: { strategy: 'best' } })).rejects.toThrow(
      new RangeError('the study has no strategy "best"; it has citic-trade'),
    )
    expect(() => desk.detail(desk.today, 'doom')).toThrow(
      new RangeError(`the study has no scenario "doom"; it has ${SCENARIOS.join(', ')}`),
    )
  })
})

describe('the terms of a formula', () => {
  test('hold what it offers in every populated cell, and in an empty one the rate of the nearest', async () => {
    const formula = { ...study.schedules[0]!, kind: 'incomeCoversRisk' as const, rates: null }
    const scenarios = study.scenarios.slice(0, 1)
    const priced = await openDesk({ ...study, scenarios, schedules: [formula] })
    await priced.close()
    const { rates } = priced.today
    const [run] = (await runStudy(priced.cases.study)).results
    const [answer] = priced.reprice(priced.today)
    for (const [c, { index }] of priced.cells.entries()) expect(rates[index]).toBe(run!.cells[c]!.offeredRate)
    const populated = new Set(priced.cells.map(({ index }) => index))
    const empty = rates.flatMap((rate, index) => (populated.has(index) ? [] : [rate]))
    expect(empty.length).toBeGreaterThan(0)
    for (const rate of empty) expect(priced.cells.map(({ index }) => rates[index])).toContain(rate)
    expect(answer).toEqual(toRepriced('baseline', { ...run!, figures: run! }))
  })
})
