import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judge } from '../../../models/judge/judge.ts'
import type { RiskChanges } from '../../../models/reprice/riskChanges.ts'
import { toRepriced } from '../../../models/reprice/toRepriced.ts'
import type { Schedule } from '../../../models/schedule.ts'
import type { Study } from '../../../models/study.ts'
import { readStudy } from '../../../scenarios/index.ts'
import { simulateCases } from '../../../sim/cases.ts'
import type { SimulatedCases } from '../../../sim/cases.ts'
import { riskCase, riskRefusal } from '../../../sim/desk/risk.ts'

const NONE: RiskChanges = { pdMultiple: 1, assetCorrelation: null, lgdAdd: 0, loans: null }
const PATHS = 200

/** The committee's study on a small book of its own. */
async function studyOf(loans: number): Promise<Study> {
  const study = await readStudy('committee', { paths: PATHS })
  const books = study.books.map((book) => (book.kind === 'synthetic' ? { ...book, size: { loans } } : book))
  return { ...study, books, simulation: { ...study.simulation, horizonMonths: 24 } }
}

let cases: SimulatedCases
let schedule: Schedule

beforeAll(async () => {
  const study = await studyOf(600)
  cases = await simulateCases(study, { scenarios: [] })
  schedule = study.schedules[0]!
}, 60_000)

afterAll(() => cases.close())

const answer = (scenario: string, risk: Partial<RiskChanges>) =>
  riskCase(cases, schedule, scenario, { ...NONE, ...risk }, { paths: PATHS })

describe('risk parameters tried at the desk', { timeout: 60_000 }, () => {
  test('that change nothing give the figures of a clt run of the study', async () => {
    const { study } = cases
    const same = { ...study, simulation: { ...study.simulation, fidelity: 'clt' as const } }
    const run = await simulateCases(same, { scenarios: study.scenarios.filter(({ id }) => id === 'severe_downturn') })
    const expected = toRepriced('severe_downturn', judge(run.cases[0]!.inputs(schedule)))
    expect(await answer('severe_downturn', {})).toEqual(expected)
    await run.close()
  })

  test('stay numbers at a correlation so high that a path may see hardly any default', async () => {
    const answers = await riskCase(cases, schedule, 'baseline', { ...NONE, assetCorrelation: 0.9 }, { paths: 2000 })
    for (const figure of ['surplus', 'coverageProbability', 'expectedLoss'] as const)
      expect(answers[figure], figure).toSatisfy(Number.isFinite)
  })

  test('are those of a scenario and a book that say so themselves', async () => {
    const { study } = cases
    const [book] = study.books
    const severe = study.scenarios.find(({ id }) => id === 'severe_downturn')!
    const changed: Study = {
      ...study,
      books: [{ ...book!, factors: book!.factors.map((group) => ({ ...group, loading: group.loading * 1.5 })) }],
      scenarios: [
        {
          ...severe,
          shocks: {
            ...severe.shocks,
            pdMultiple: severe.shocks.pdMultiple.map((multiple) => multiple * 1.2),
            lgdAdd: Object.fromEntries(
              ['residential', 'commercial', 'movable', 'guarantee', 'unsecured'].map((name) => [name, [0.05]]),
            ),
          },
        },
      ],
      simulation: { ...study.simulation, fidelity: 'clt' },
    }
    const run = await simulateCases(changed)
    const expected = toRepriced('severe_downturn', judge(run.cases[0]!.inputs(schedule)))
    const total = book!.factors.reduce((sum, { loading }) => sum + loading ** 2, 0)
    const tried = await answer('severe_downturn', { pdMultiple: 1.2, lgdAdd: 0.05, assetCorrelation: 2.25 * total })
    for (const name of ['surplus', 'coverageRatio', 'coverageProbability', 'expectedLoss', 'raroc'] as const)
      expect(tried[name], name).toBeCloseTo(expected[name]!, 12)
    expect(tried.verdict).toBe(expected.verdict)
    expect(tried.surplus).toBeLessThan((await answer('severe_downturn', {})).surplus - 0.005)
    await run.close()
  })

  test('may ask for another number of loans: means stay, chance is what a book of that many would have', async () => {
    const [small, large] = [await answer('mild_downturn', {}), await answer('mild_downturn', { loans: 2400 })]
    const times = 2400 / cases.prepared.lendings[0]!.loans.count
    expect(large.balance / small.balance).toBeCloseTo(times, 12)
    expect(large.cells.map(({ loans }) => loans / times)).toEqual(
      small.cells.map(({ loans }) => expect.closeTo(loans, 9) as number),
    )
    for (const name of ['portfolioYield', 'surplus', 'coverageRatio', 'breakEvenYield', 'raroc'] as const)
      expect(large[name], name).toBe(small[name])
    expect(large.standardErrors['surplus']).toBe(small.standardErrors['surplus'])
    // What is left of chance as the book grows without bound is the law of large numbers.
    const lln = await cases.simulateIn(
      cases.study.scenarios.find(({ id }) => id === 'mild_downturn')!,
      {
        ...cases.study.simulation,
        fidelity: 'lln',
        paths: PATHS,
      },
    )
    const limit = judge(lln.inputs(schedule)).figures.coverageProbability
    const endless = await answer('mild_downturn', { loans: 1e12 })
    expect(endless.coverageProbability).toBeCloseTo(limit, 5)
    expect(large.coverageProbability).not.toBe(small.coverageProbability)
  })

  test('four times the loans halve the conditional deviation, as a book drawn four times as large has it', async () => {
    const bigger = await simulateCases(await studyOf(2400), { scenarios: [] })
    const scenario = bigger.study.scenarios[0]!
    const clt = { ...bigger.study.simulation, fidelity: 'clt', paths: PATHS } as const
    const [drawn, own] = [await bigger.simulateIn(scenario, clt), await cases.simulateIn(scenario, clt)]
    const perLoan = ({ cube }: typeof own): number => {
      const variance = cube.spread!.lossVariance.reduce((sum, v) => sum + v, 0) / cube.paths
      return (variance * cube.loans) / cube.openingExposure ** 2
    }
    expect(perLoan(own) / perLoan(drawn)).toBeGreaterThan(0.8)
    expect(perLoan(own) / perLoan(drawn)).toBeLessThan(1.25)
    await bigger.close()
  })

  test('are answered from kept outcomes under other schedules, and after other changes, to the same bits', async () => {
    const risk = { pdMultiple: 1.5 }
    const first = await answer('baseline', risk)
    const dearer = { ...schedule, rates: schedule.rates!.map((rate) => rate + 0.001) }
    const moved = await riskCase(cases, dearer, 'baseline', { ...NONE, ...risk }, { paths: PATHS })
    expect(moved.portfolioYield).toBeCloseTo(first.portfolioYield + 0.001, 9)
    await Promise.all([answer('baseline', { pdMultiple: 3 }), answer('baseline', { lgdAdd: 0.1 })])
    expect(await answer('baseline', risk)).toEqual(first)
  })

  test('asked for at once are answered as one after the other', async () => {
    const asked = [{ pdMultiple: 2 }, { lgdAdd: 0.2 }, { pdMultiple: 2 }, { assetCorrelation: 0.2 }]
    const together = await Promise.all(asked.map((risk) => answer('baseline', risk)))
    const apart: unknown[] = []
    for (const risk of asked) apart.push(await answer('baseline', risk))
    expect(together).toEqual(apart)
  })

  test.each([
    [{ pdMultiple: 0 }, 'riskCase: pdMultiple must be > 0, got 0'],
    [{ pdMultiple: NaN }, 'riskCase: pdMultiple must be > 0, got NaN'],
    [{ assetCorrelation: 1 }, 'riskCase: assetCorrelation must be in [0, .9], got 1'],
    [{ lgdAdd: -1.1 }, 'riskCase: lgdAdd must be in [-1, 1], got -1.1'],
    [{ loans: 0.5 }, 'riskCase: loans must be >= 1, got 0.5'],
  ])('out of range are refused: %o', async (risk, message) => {
    await expect(answer('baseline', risk)).rejects.toThrow(new RangeError(message))
  })

  test('of a scenario that the study does not have are refused', async () => {
    await expect(answer('fair', {})).rejects.toThrow('riskCase: the study has no scenario "fair"')
  })
})

test('risk parameters are refused for a strategy that watches or binds its borrowers', async () => {
  const study = await readStudy('strategies')
  const refused = study.strategies.filter((_, strategy) => riskRefusal(study, { book: 0, strategy }) !== null)
  const acting = study.strategies.filter((one) => one.monitoring ?? one.renewal ?? one.jointLiability)
  expect(refused.map(({ id }) => id)).toEqual(acting.map(({ id }) => id))
  expect(acting.length).toBeGreaterThan(0)
  expect(acting.length).toBeLessThan(study.strategies.length)
})
