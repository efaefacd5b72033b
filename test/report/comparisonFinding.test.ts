import { describe, expect, test } from 'vitest'
import type { PairedDifference } from '../../models/result.ts'
import { comparisonFinding, differences } from '../../report/comparisonFinding.ts'
import type { ReportComparison } from '../../report/comparisons.ts'
import { finding } from '../../report/finding.ts'
import { toReportData } from '../../report/reportData.ts'
import { strategiesRun } from './strategiesRun.ts'

const data = toReportData(strategiesRun())
const [baseline] = data.comparisons as [ReportComparison]

/** The comparison with other differences of coverage ratio. */
const withDifferences = (change: (difference: PairedDifference) => PairedDifference): ReportComparison => ({
  ...baseline,
  strategies: baseline.strategies.map((strategy) => ({
    ...strategy,
    differences: strategy.differences && {
      ...strategy.differences,
      coverageRatio: strategy.differences.coverageRatio && change(strategy.differences.coverageRatio),
    },
  })),
})

describe('the answer of a run that compares strategies', () => {
  test('says how many cover in the first scenario and in all, and which differ most from the first', () => {
    expect(finding(data, 'en')).toBe(
      '10 of 11 strategies cover their risk in Baseline, 1 in all 3 scenarios; against CITIC trade scorecard, Platform data covers best (coverage ratio +0.88 ± 0.01), Approve everybody worst (−1.02 ± 0.01)',
    )
    expect(finding(data, 'zh')).toBe(
      '“基准”下11种策略中有10种收益覆盖风险，在全部3个情景下都覆盖的有1种；与“中信流通类评分卡”相比，“平台数据（阿里小贷）”最好（覆盖倍数+0.88 ± 0.01），“全部通过”最差（−1.02 ± 0.01）',
    )
  })

  test('names nobody whom chance may have made better or worse', () => {
    const blurred = withDifferences((difference) => ({ ...difference, standardError: 5, interval: [-20, 20] }))
    expect(comparisonFinding([blurred], 'en')).toBe(
      '10 of 11 strategies cover their risk in Baseline; none can be told from CITIC trade scorecard',
    )
    expect(differences(blurred).others).toHaveLength(10)
  })

  test('names none as worst where all are better', () => {
    const better = withDifferences((difference) => {
      const value = Math.abs(difference.value) + 1
      return { ...difference, value, interval: [value - 0.1, value + 0.1] }
    })
    expect(comparisonFinding([better], 'en')).not.toContain('worst')
  })

  test('lists the largest difference first', () => {
    const values = differences(baseline).told.map(({ difference }) => difference.value)
    expect(values).toEqual(values.toSorted((a, b) => b - a))
    expect(differences(baseline).others.map(({ title }) => title.en)).toEqual(['Credit factory'])
  })
})
