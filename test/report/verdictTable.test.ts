import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { type ReportData, toReportData } from '../../report/reportData.ts'
import { verdictTable } from '../../report/verdictTable.ts'
import { fixtureRun } from './fixture.ts'

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
    for (const { result } of data.entries) expect(rowOf(table, result.scenario)).toHaveLength(9)
    expect(rowOf(table, 'baseline')[1]).toBe('Covered')
    expect(rowOf(table, 'baseline')[4]).toMatch(/^\+82 bp ± /)
    expect(rowOf(table, 'severe_downturn')[6]).toBe('2.71%')
  })

  test('names the axes on which entries differ, and only those', () => {
    const varied: ReportData = {
      ...data,
      axes: ['schedule', 'book.baseDefaultRate'],
      entries: data.entries.map((entry) => ({
        ...entry,
        result: { ...entry.result, schedule: 'dear', vary: { 'book.baseDefaultRate': 0.04 } },
      })),
    }
    const table = verdictTable(varied, 'en', false)
    expect(rowOf(table, 'Schedule').slice(0, 3)).toEqual(['Schedule', 'book.baseDefaultRate', 'Scenario'])
    expect(rowOf(table, 'dear').slice(0, 3)).toEqual(['dear', '0.04', 'baseline'])
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
    expect(rowOf(verdictTable({ ...data, entries: [without] }, 'en', false), 'baseline')[2]).toBe('–')
  })
})
