import { describe, expect, test } from 'vitest'
import type { Comparison, Result, TestResult } from '../../models/result.ts'
import type { VerdictRules } from '../../models/study.ts'
import { pooledVerdict } from '../../report/pooledVerdict.ts'
import { strategiesRun } from './strategiesRun.ts'

const run = strategiesRun()
const { verdict: rules } = run.study
const [compared] = run.comparisons[0]!.strategies
const populations = run.results.filter(
  ({ strategy, scenario }) => strategy === 'citic-trade' && scenario === 'baseline',
)

const withRatio = (value: number, standardError: number | null): Comparison['strategies'][number] => ({
  ...compared!,
  figures: { ...compared!.figures, coverageRatio: { value, standardError } },
})
const asking = (...mustHold: VerdictRules['mustHold']): VerdictRules => ({ ...rules, mustHold })
const verdictOf = (value: number, error: number | null): TestResult =>
  pooledVerdict(withRatio(value, error), populations, asking('expectedCoverage'))

describe('the verdict over populations', () => {
  test("uses Student's t with one degree fewer than populations: 2.78 standard errors for five", () => {
    expect(verdictOf(1.279, 0.1)).toBe('covered')
    expect(verdictOf(1.276, 0.1)).toBe('undecided')
    expect(verdictOf(0.724, 0.1)).toBe('undecided')
    expect(verdictOf(0.721, 0.1)).toBe('not covered')
  })

  test('is undecided where the error cannot be had', () => {
    expect(verdictOf(3, null)).toBe('undecided')
  })

  test('is the worst of the tests that must hold', () => {
    const both = asking('expectedCoverage', 'coverageProbability')
    const low = { ...withRatio(2, 0.01).figures, coverageProbability: { value: 0.9, standardError: 0.001 } }
    expect(pooledVerdict({ ...compared!, figures: low }, populations, both)).toBe('not covered')
  })

  test('takes the worst population for a test without a mean', () => {
    const ceiling = (result: TestResult): Result => ({
      ...populations[0]!,
      tests: [{ name: 'nplCeiling', value: 0.05, threshold: 0.045, interval: null, result }],
    })
    const results = [ceiling('covered'), ceiling('undecided'), ceiling('covered')]
    expect(pooledVerdict(withRatio(2, 0.01), results, asking('expectedCoverage', 'nplCeiling'))).toBe('undecided')
    expect(pooledVerdict(withRatio(2, 0.01), results, asking('expectedCoverage'))).toBe('covered')
  })

  test("is the entry's own where there is one population", () => {
    const only = { ...populations[0]!, verdict: 'undecided' as const }
    expect(pooledVerdict(withRatio(5, 0.01), [only], rules)).toBe('undecided')
  })
})
