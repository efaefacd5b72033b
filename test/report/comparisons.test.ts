import { describe, expect, test } from 'vitest'
import type { Strategy } from '../../models/strategy.ts'
import { toReportData } from '../../report/reportData.ts'
import { shownPanels } from '../../report/shownPanels.ts'
import { strategiesRun } from './strategiesRun.ts'

const run = strategiesRun()
const data = toReportData(run)

describe('the comparisons of a report', () => {
  test('survive JSON unchanged, with the selections and the files', () => {
    expect(JSON.parse(JSON.stringify(data))).toEqual(data)
  })

  test('are named by their scenario, their strategies by title, and lead to the entry of the first population', () => {
    expect(data.comparisons.map(({ label }) => label.en)).toEqual([
      'Baseline',
      'Severe downturn',
      'Falsified statements',
    ])
    const platform = data.comparisons[1]!.strategies[3]!
    expect(platform.title.en).toBe('Platform data')
    expect(data.entries[platform.entry!]!.result).toMatchObject({
      strategy: 'platform-data',
      scenario: 'severe_downturn',
      vary: { 'book.population': 1 },
    })
  })

  test('name the schedule where there are several', () => {
    const dear = run.comparisons.map((comparison) => ({ ...comparison, schedule: 'dear' }))
    const schedules = [...run.study.schedules, { ...run.study.schedules[0]!, id: 'dear', title: { en: 'Dear' } }]
    const study = { ...run.study, schedules }
    const { comparisons } = toReportData({ ...run, study, comparisons: [...run.comparisons, ...dear] })
    expect(comparisons.map(({ label }) => label.en)).toContain('Baseline · Dear')
    expect(comparisons.at(-1)!.strategies[0]!.entry).toBeNull()
  })

  test('tell variants of one strategy by their vary axes', () => {
    const [strategy] = run.study.strategies
    const axis = 'strategy.admission.worstLevel'
    const variants = [6, 7].map((level): Strategy => ({ ...strategy!, vary: { [axis]: level } }))
    const [comparison] = run.comparisons
    const strategies = [6, 7].map((level) => ({ ...comparison!.strategies[0]!, vary: { [axis]: level } }))
    const tables = [6, 7].map((level) => {
      const table = run.tables[0]!
      return { ...table, result: { ...table.result, vary: { ...table.result.vary, [axis]: level } } }
    })
    const varied = toReportData({
      ...run,
      study: { ...run.study, strategies: variants },
      tables,
      results: tables.map(({ result }) => result),
      comparisons: [{ ...comparison!, strategies }],
    })
    expect(varied.comparisons[0]!.strategies.map(({ title, entry }) => [title.en, entry])).toEqual([
      ['CITIC trade scorecard · worst level 6', 0],
      ['CITIC trade scorecard · worst level 7', 1],
    ])
    expect(varied.selections!.strategies.map(({ title }) => title.en)).toEqual([
      'CITIC trade scorecard · worst level 6',
      'CITIC trade scorecard · worst level 7',
    ])
  })
})

describe('the entries with charts', () => {
  test('are every strategy in the first scenario, and the first strategy in every scenario', () => {
    const shown = shownPanels(data).map((i) => data.entries[i]!.result)
    expect(shown).toHaveLength(13)
    expect(shown.filter(({ scenario }) => scenario === 'baseline')).toHaveLength(11)
    expect(shown.filter(({ strategy }) => strategy === 'citic-trade')).toHaveLength(3)
  })

  test('are the first twenty-four where nothing is compared', () => {
    expect(shownPanels({ ...data, comparisons: [] })).toEqual(Array.from({ length: 24 }, (_, i) => i))
  })
})
