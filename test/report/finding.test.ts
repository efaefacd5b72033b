import { describe, expect, test } from 'vitest'
import type { Result } from '../../models/result.ts'
import { finding, wayToDecide } from '../../report/finding.ts'
import { type ReportData, toReportData } from '../../report/reportData.ts'
import { fixtureRun } from './fixture.ts'

const data = toReportData(fixtureRun())

const withResults = (change: (result: Result) => Partial<Result>): ReportData => ({
  ...data,
  entries: data.entries.map((entry) => ({ ...entry, result: { ...entry.result, ...change(entry.result) } })),
})

describe('the answer in one line', () => {
  test('counts the scenarios that are covered and names the worst', () => {
    expect(finding(data, 'en')).toBe(
      'Income covers risk in 6 of 10 scenarios (1 of them simulated in part); Severe downturn is short by 84 bp a year',
    )
    expect(finding(data, 'zh')).toBe('10个情景中有6个收益覆盖风险（其中1个为部分模拟）；“重度下行”每年缺口84 bp')
  })

  test('names the scenario with least to spare where all are covered', () => {
    const all = withResults(({ surplus }) => ({ verdict: 'covered', surplus: Math.abs(surplus) }))
    expect(finding(all, 'en')).toBe(
      'Income covers risk in all 10 scenarios (1 of them simulated in part); Falsified statements has least to spare, 0 bp a year',
    )
  })

  test('says both of two', () => {
    const [first, second] = data.entries
    expect(finding({ ...data, entries: [first!, second!] }, 'en')).toMatch(/^Income covers risk in both scenarios; /)
    expect(finding({ ...data, entries: [first!, second!] }, 'zh')).toMatch(/^全部2个情景的收益均覆盖风险；/)
  })

  test('an undecided scenario is worse than one with nothing to spare', () => {
    const open = withResults(({ scenario }) => ({
      verdict: scenario === 'benign' ? 'undecided' : 'covered',
      surplus: 0.001,
    }))
    expect(finding(open, 'en')).toBe(
      'Income covers risk in 9 of 10 scenarios (1 of them simulated in part); Benign is undecided',
    )
  })

  test('a scenario that fails on another test than its surplus is said to fail on that test', () => {
    const npl = withResults(({ scenario }) => ({
      verdict: scenario === 'sector_collapse' ? 'not covered' : 'covered',
      surplus: 0.001,
      tests: [{ name: 'nplCeiling', value: 0.06, threshold: 0.045, interval: null, result: 'not covered' }],
    }))
    expect(finding(npl, 'en')).toBe(
      'Income covers risk in 9 of 10 scenarios (1 of them simulated in part); Sector collapse fails on: NPL ceiling',
    )
  })

  test('does not count what is not covered among those simulated in part', () => {
    const none = withResults(() => ({ verdict: 'not covered' }))
    expect(finding(none, 'en')).toMatch(/^Income covers risk in none of 10 scenarios; /)
  })

  test('says of a single scenario that it is simulated in part', () => {
    const one = { ...data, entries: data.entries.filter(({ limitation }) => limitation !== null) }
    expect(finding(one, 'en')).toMatch(/^Income covers risk \(simulated in part\); /)
    expect(finding(one, 'zh')).toMatch(/^收益覆盖风险（部分模拟）；/)
  })

  test('a run of no scenarios covers none and does not fail', () => {
    expect(finding({ ...data, entries: [] }, 'en')).toContain('0 scenarios')
  })
})

describe('what would decide an entry', () => {
  const wayOf = (change: Partial<Result>): string => wayToDecide(withResults(() => change).entries[0]!, 'en')

  test('is a number of paths where more would do', () => {
    expect(wayOf({ verdict: 'undecided', pathsToDecide: 41_000 })).toBe('about 41,000 more paths would decide')
  })

  test('is the reason why none would, where none would', () => {
    const reasons = { pathsToDecide: 'a test that must hold cannot be decided by more paths' }
    expect(wayOf({ verdict: 'undecided', pathsToDecide: null, reasons })).toBe(reasons.pathsToDecide)
  })

  test('is nothing for a decided entry', () => {
    expect(wayOf({ verdict: 'covered', pathsToDecide: 0 })).toBe('')
  })
})
