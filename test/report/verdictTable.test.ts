import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { type ReportData, toReportData } from '../../report/reportData.ts'
import { verdictNotes, verdictTable } from '../../report/verdictTable.ts'
import { fixtureRun } from './fixture.ts'
import { strategiesRun } from './strategiesRun.ts'

const data = toReportData(fixtureRun())

/** Cells of the row that begins with a text. */
const rowOf = (table: string, start: string): string[] =>
  table
    .split('\n')
    .map((line) =>
      line
        .split('│')
        .map((cell) => cell.trim())
        .slice(1, -1),
    )
    .find(([first]) => first === start) ?? []

describe('the verdict table', () => {
  test('has a row an entry, with figures as a banker reads them', () => {
    const table = verdictTable(data, 'en', false)
    for (const { titles, limitation } of data.entries)
      expect(rowOf(table, `${titles.scenario.en}${limitation ? ' (in part)' : ''}`)).toHaveLength(9)
    expect(rowOf(table, 'Baseline')[1]).toBe('Covered')
    expect(rowOf(table, 'Baseline')[4]).toMatch(/^\+82 bp ± /)
    expect(rowOf(table, 'Severe downturn')[6]).toBe('2.71%')
  })

  test('names the axes on which entries differ, and only those', () => {
    const varied: ReportData = {
      ...data,
      axes: ['schedule', 'book.baseDefaultRate'],
      entries: data.entries.map((entry) => ({
        ...entry,
        titles: { ...entry.titles, schedule: { en: 'Dear' } },
        result: { ...entry.result, schedule: 'dear', vary: { 'book.baseDefaultRate': 0.04 } },
      })),
    }
    const table = verdictTable(varied, 'en', false)
    expect(rowOf(table, 'Schedule').slice(0, 3)).toEqual(['Schedule', 'Base default rate', 'Scenario'])
    expect(rowOf(table, 'Dear').slice(0, 3)).toEqual(['Dear', '0.04', 'Baseline'])
  })

  test('is coloured only when asked', () => {
    const plain = verdictTable(data, 'zh', false)
    const coloured = verdictTable(data, 'zh', true)
    expect(plain).not.toContain('\u001b')
    expect(coloured).toContain('\u001b[31m未覆盖')
    expect(stripVTControlCharacters(coloured)).toBe(plain)
  })

  test('shows a dash for a figure that cannot be had', () => {
    const [first] = data.entries
    const standardErrors = { ...first!.result.standardErrors, coverageRatio: null }
    const without = { ...first!, result: { ...first!.result, coverageRatio: null, standardErrors } }
    expect(rowOf(verdictTable({ ...data, entries: [without] }, 'en', false), 'Baseline')[2]).toBe('–')
  })
})

describe('the verdict table of strategies over several populations', () => {
  const compared = toReportData(strategiesRun())

  test('has a table a scenario and a row a strategy, with the paired difference from the first', () => {
    const tables = verdictTable(compared, 'en', false).split(/(?=^Baseline|^Severe downturn|^Falsified statements)/m)
    expect(tables).toHaveLength(3)
    expect(rowOf(tables[0]!, 'Platform data')).toEqual([
      'Platform data',
      'Covered',
      '2.61 ± 0.03',
      '100.0% ± 1.2%',
      '+180.3 bp ± 2.2 bp',
      '34.0% ± 0.4%',
      '+0.88 ± 0.01',
    ])
    expect(rowOf(tables[1]!, 'CITIC trade scorecard').at(-1)).toBe('')
    expect(tables[0]!.split('\n').filter((line) => line.startsWith('│'))).toHaveLength(2 + 11)
  })

  test('is that of the entries where there is one population', () => {
    const comparisons = compared.comparisons.map((comparison) => ({ ...comparison, populations: 1 }))
    expect(rowOf(verdictTable({ ...compared, comparisons }, 'en', false), 'Platform data')[1]).toBe('Baseline')
  })

  test('shows a dash for a figure that cannot be had', () => {
    const [comparison] = compared.comparisons
    const [first] = comparison!.strategies
    const without = { ...first!, figures: { ...first!.figures, coverageRatio: null } }
    const comparisons = [{ ...comparison!, strategies: [without] }]
    expect(rowOf(verdictTable({ ...compared, comparisons }, 'en', false), 'CITIC trade scorecard')[2]).toBe('–')
  })
})

test('what stands under the table names what is approximate, the tests that decide, and what is simulated in part', () => {
  expect(verdictNotes(data, 'en')).toEqual([
    expect.stringMatching(/^Verdict: expected coverage ratio ≥ 1; the other marks are for information: /),
    'Shutdown and deferral (in part): the deferral is not simulated yet',
  ])
  expect(verdictNotes(data, 'zh')[1]).toBe('疫情停摆与延期（部分模拟）：延期尚未模拟')
  const simulation = { ...data.study.simulation, fidelity: 'lln' as const }
  const approximate = { ...data, study: { ...data.study, simulation } }
  expect(verdictNotes(approximate, 'en')[0]).toMatch(/^law of large numbers \(approximation\): /)
  const mustHold = ['expectedCoverage', 'coverageProbability', 'nplCeiling', 'largestClusterShare'] as const
  const strict = { ...data, study: { ...data.study, verdict: { ...data.study.verdict, mustHold } } }
  expect(verdictNotes(strict, 'en')[0]).not.toContain('for information')
})
