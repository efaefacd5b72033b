import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../models/scenario.ts'
import type { Schedule } from '../../models/schedule.ts'
import { toReportData } from '../../report/reportData.ts'
import { fixtureRun } from './fixture.ts'

describe('toReportData', () => {
  test('survives JSON unchanged, so that a served report equals the one written', () => {
    const data = toReportData(fixtureRun())
    expect(JSON.parse(JSON.stringify(data))).toEqual(data)
  })

  test('puts every path of every scenario into bins of one width', () => {
    const { entries } = toReportData(fixtureRun())
    for (const { lossRates, result } of entries) {
      expect(lossRates.counts.reduce((sum, count) => sum + count, 0)).toBe(result.paths)
      expect(lossRates.width).toBe(entries[0]!.lossRates.width)
    }
  })

  test('the mean of the binned loss rates is the mean loss rate to half a bin', () => {
    for (const { lossRates, result } of toReportData(fixtureRun()).entries) {
      const mean =
        lossRates.counts.reduce((sum, count, i) => sum + count * (i + 0.5) * lossRates.width, 0) / result.paths
      expect(Math.abs(mean - result.lossRate.mean)).toBeLessThan(lossRates.width / 2)
    }
  })

  test('says once what the variants of a book and a strategy assume', () => {
    const run = fixtureRun()
    const [book, strategy] = [run.study.books[0]!, run.study.strategies[0]!]
    const study = {
      ...run.study,
      books: [book, book, { ...book, globalFactor: { persistence: 0, degreesOfFreedom: null } }],
      strategies: [strategy, { ...strategy, guaranteeFund: null }],
    }
    const { books, funds } = toReportData({ ...run, study }).assumptions
    expect(books.map(({ globalFactor }) => globalFactor.persistence)).toEqual([0.3, 0])
    expect(books[0]).toMatchObject({ baseDefaultRate: 0.0275, lgdLink: 0.3, guarantees: { share: 0.15 } })
    expect(funds).toEqual([{ title: strategy.title, fund: strategy.guaranteeFund }])
  })

  test('an entry is named by its scenario where only scenarios differ', () => {
    const { entries, axes } = toReportData(fixtureRun())
    expect(axes).toEqual([])
    expect(entries[3]!.label).toEqual({ en: 'Severe downturn', zh: '重度下行' })
  })

  test('an entry is named by every axis with more than one value', () => {
    const run = fixtureRun()
    const second = run.tables.map((table) => ({ ...table, result: { ...table.result, schedule: '2025-big' } }))
    const tables = [...run.tables, ...second]
    const schedules = [
      ...run.study.schedules,
      { id: '2025-big', title: { en: '2025 rate table' }, context: {}, vary: {} } as unknown as Schedule,
    ]
    const data = toReportData({
      ...run,
      study: { ...run.study, schedules },
      tables,
      results: tables.map((table) => table.result),
    })
    expect(data.axes).toEqual(['schedule'])
    expect(data.entries[13]!.label).toEqual({
      en: 'Severe downturn · 2025 rate table',
      zh: '重度下行 · 2025 rate table',
    })
  })

  test('of the items that a vary axis makes of one id, an entry gets its own', () => {
    const run = fixtureRun()
    const [baseline] = run.study.scenarios
    const axis = 'scenario.shocks.loanRate'
    const varied = [[-0.01], [0.01]].map((loanRate): Scenario => ({
      ...baseline!,
      vary: { [axis]: loanRate },
      shocks: { ...baseline!.shocks, loanRate },
    }))
    const tables = varied.map((one) => ({ ...run.tables[0]!, result: { ...run.tables[0]!.result, vary: one.vary } }))
    const data = toReportData({
      ...run,
      study: { ...run.study, scenarios: varied },
      tables,
      results: tables.map((table) => table.result),
    })
    expect(data.axes).toEqual([axis])
    expect(data.entries.map((entry) => entry.shocks.loanRate)).toEqual([[-0.01], [0.01]])
    expect(data.entries[1]!.label.en).toBe('Loan rates +100 bp')
  })
})
