import { describe, expect, test } from 'vitest'
import type { RiskChanges } from '../../../models/reprice/riskChanges.ts'
import { confirmedStudy } from '../../../report/jobs/confirmedStudy.ts'
import { readSchedule, readStudy } from '../../../scenarios/index.ts'

const study = await readStudy('committee')
const { costs, crossIncome, cap, rates } = await readSchedule('2021-local')
const terms = { costs, crossIncome, cap, rates: rates! }
const NONE: RiskChanges = { pdMultiple: 1, assetCorrelation: null, lgdAdd: 0, loans: null }

const confirmed = (risk: RiskChanges | null, of = study) =>
  confirmedStudy(of, { schedule: of.schedules[0]!.id, title: 'Tried', terms, risk })

describe('the study that confirms what was tried', () => {
  test('is that of the run, with the terms tried in the place of its schedules and other futures of the same firms', () => {
    const { schedules, title, simulation, ...others } = confirmed(null)
    const { schedules: _, title: __, simulation: own, ...as } = study
    expect(others).toEqual(as)
    expect(simulation).toEqual({ ...own, seed: 'committee/confirm', bookSeed: 'committee' })
    expect(schedules).toHaveLength(1)
    expect(schedules[0]).toMatchObject({ id: 'tried', title: { en: 'Tried' }, kind: 'schedule', ...terms })
    expect(title).toEqual({ en: '2021 schedule before the committee: Tried', zh: '定价委员会：2021年利率表：Tried' })
  })

  test('keeps the firms when what was confirmed is confirmed again', () => {
    const { simulation } = confirmed(null, confirmed(null))
    expect(simulation).toMatchObject({ seed: 'committee/confirm/confirm', bookSeed: 'committee' })
  })

  test('is the same with risks that change nothing', () => {
    expect(confirmed(NONE)).toEqual(confirmed(null))
  })

  test('has the changed risks in every scenario, on top of its own', () => {
    const { scenarios, books } = confirmed({ pdMultiple: 1.5, assetCorrelation: 0.3, lgdAdd: 0.05, loans: 500 })
    const own = study.scenarios.find(({ id }) => id === 'mild_downturn')!.shocks
    const { pdMultiple, lgdAdd } = scenarios.find(({ id }) => id === 'mild_downturn')!.shocks
    expect(pdMultiple).toEqual(own.pdMultiple.map((multiple) => multiple * 1.5))
    expect(lgdAdd.unsecured?.[0]).toBeCloseTo((own.lgdAdd.unsecured?.[0] ?? 0) + 0.05, 12)
    expect(books[0]!.factors.reduce((sum, { loading }) => sum + loading ** 2, 0)).toBeCloseTo(0.3, 12)
    expect(books[0]).toMatchObject({ size: { loans: 500 } })
  })

  test('leaves out a scenario that shifts the global factor when it is to have a PD multiple too', () => {
    const shifting = study.scenarios[0]!
    const shifted = { ...shifting, id: 'shifted', shocks: { ...shifting.shocks, pdMultiple: [1], factorMean: [-1] } }
    const two = { ...study, scenarios: [shifted, study.scenarios[1]!] }
    expect(confirmed({ ...NONE, pdMultiple: 2 }, two).scenarios.map(({ id }) => id)).toEqual([study.scenarios[1]!.id])
    expect(() => confirmed({ ...NONE, pdMultiple: 2 }, { ...study, scenarios: [shifted] })).toThrow(RangeError)
  })

  test('cannot be of a loan tape with another number of loans, or of a study without factors with another correlation', () => {
    const tape = { ...study, books: [{ ...study.books[0]!, kind: 'tape' } as never] }
    expect(() => confirmed({ ...NONE, loans: 500 }, tape)).toThrow('is a loan tape')
    const independent = { ...study, simulation: { ...study.simulation, correlation: 'none' } as const }
    expect(() => confirmed({ ...NONE, assetCorrelation: 0.1 }, independent)).toThrow(RangeError)
  })
})
