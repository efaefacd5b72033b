import { describe, expect, test } from 'vitest'
import { compareRuns } from '../../../report/jobs/compareRuns.ts'
import { comparePage } from '../../../report/page/comparePage.ts'
import { type ReportData, type ReportEntry, toReportData } from '../../../report/reportData.ts'
import { fixtureRun } from '../fixture.ts'

const data = toReportData(fixtureRun())

/** The run with one entry's result changed. */
const withResult = (index: number, changes: Partial<ReportEntry['result']>): ReportData => ({
  ...data,
  entries: data.entries.map((entry, i) =>
    i === index ? { ...entry, result: { ...entry.result, ...changes } } : entry,
  ),
})

/** The sentences that a page of two runs begins with, in both languages. */
const answers = (other: ReportData): string[] => {
  const titles = { a: data.study.title, b: other.study.title }
  const page = comparePage({ comparison: compareRuns(data, other), ...titles }, 'en')
  return [...page.matchAll(/<p class="answer">([^<]*)<\/p>/g)].map(([, sentence]) => sentence!)
}

describe('two runs side by side', () => {
  const { surplus, verdict } = data.entries[1]!.result
  const all = data.entries.length

  test('begin with how many verdicts differ, and whose surplus moves most', () => {
    const other = verdict === 'covered' ? 'not covered' : 'covered'
    expect(answers(withResult(1, { surplus: surplus + 0.0042, verdict: other }))).toEqual([
      `The verdict differs in 1 of ${all} cases; Benign moves most: +42 bp a year of surplus.`,
      `${all}个情形中有1个结论不同；“繁荣”变化最大：盈余每年+42 bp。`,
    ])
    expect(answers(withResult(1, { surplus: surplus - 0.001 }))[0]).toBe(
      `The verdict is the same in all ${all} cases; Benign moves most: −10 bp a year of surplus.`,
    )
  })

  test('say so when they are the same', () => {
    expect(answers(data)[0]).toBe(`The verdict is the same in all ${all} cases; so is the surplus, to the basis point.`)
  })
})
