import { describe, expect, test } from 'vitest'
import { compareRuns } from '../../../report/jobs/compareRuns.ts'
import { type ReportData, type ReportEntry, toReportData } from '../../../report/reportData.ts'
import { fixtureRun } from '../fixture.ts'

const data = toReportData(fixtureRun())
const entry = data.entries[0]!

const runOf = (runId: string, axes: readonly string[], entries: readonly ReportEntry[]): ReportData => ({
  ...data,
  runId,
  axes,
  entries,
})
const entryOf = (result: Partial<ReportEntry['result']>): ReportEntry => ({
  ...entry,
  label: { en: `${result.scenario} ${result.schedule}` },
  result: { ...entry.result, ...result },
})

describe('two runs side by side', () => {
  test('match by scenario where each has one schedule, though not the same', () => {
    const a = runOf('a', [], [entryOf({ scenario: 'mild', schedule: 'old', surplus: 0.01 })])
    const b = runOf('b', [], [entryOf({ scenario: 'mild', schedule: 'new', surplus: 0.03, verdict: 'not covered' })])
    const { cases, onlyA, onlyB } = compareRuns(a, b)
    expect(cases).toMatchObject([
      { a: { figures: { surplus: 0.01 } }, b: { figures: { surplus: 0.03 }, verdict: 'not covered' } },
    ])
    expect([onlyA, onlyB]).toEqual([[], []])
  })

  test('match by schedule too where either has several', () => {
    const a = runOf('a', [], [entryOf({ scenario: 'mild', schedule: 'old' })])
    const both = ['old', 'new'].map((schedule) => entryOf({ scenario: 'mild', schedule }))
    const { cases, onlyB } = compareRuns(a, runOf('b', ['schedule'], both))
    expect(cases.map(({ label }) => label.en)).toEqual(['mild old'])
    expect(onlyB).toEqual([{ en: 'mild new' }])
  })

  test('match by the values of vary axes, whatever their order', () => {
    const a = runOf('a', ['x', 'y'], [entryOf({ vary: { x: 1, y: 2 } }), entryOf({ vary: { x: 1, y: 3 } })])
    const b = runOf('b', ['x', 'y'], [entryOf({ vary: { y: 2, x: 1 } })])
    const { cases, onlyA } = compareRuns(a, b)
    expect([cases.length, onlyA.length]).toEqual([1, 1])
  })

  test('have the standard errors of the runs, and null where a figure cannot be had', () => {
    const none = entryOf({ coverageRatio: null, standardErrors: { surplus: 0.002 } })
    const [{ a }] = compareRuns(runOf('a', [], [none]), runOf('b', [], [none])).cases as [never]
    expect(a).toMatchObject({
      figures: { coverageRatio: null },
      standardErrors: { surplus: 0.002, coverageRatio: null },
    })
  })
})
