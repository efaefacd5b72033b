import { describe, expect, test } from 'vitest'
import { rankedStrategies, selectionFinding } from '../../report/selectionFinding.ts'
import { type Selections, selectionsOf } from '../../report/selections.ts'
import { strategiesRun } from './strategiesRun.ts'

const selections = selectionsOf(strategiesRun())!

/** The same strategies with other coverage ratios, by rank of their Gini. */
function covering(ratio: (byGini: number) => number): Selections {
  const ranks = new Map(rankedStrategies(selections).map(({ strategy, byGini }) => [strategy, byGini]))
  const strategies = selections.strategies.map((strategy) => ({
    ...strategy,
    simulated: { ...strategy.simulated, coverageRatio: { value: ratio(ranks.get(strategy)!), standardError: 0 } },
  }))
  return { ...selections, strategies }
}

describe('why strategies rank as they do', () => {
  test('names who tells applicants apart best and least, and what the best sees', () => {
    expect(selectionFinding(selections, 'en')[0]).toBe(
      'CITIC card and settlement index tells applicants apart best (Gini 0.62): it sees overdue count 0.29, debt ratio 0.22, repayment source 0.20; Approve everybody tells them apart least (0.00)',
    )
  })

  test.each([
    ['follows', (rank: number) => 3 - rank / 10, 'follows what each sees: its rank correlation with the Gini is 1.00'],
    ['is reversed', (rank: number) => rank, 'runs against what each sees: its rank correlation with the Gini is −1.00'],
    ['hardly follows', (rank: number) => Math.abs(rank - 6), 'hardly follows what each sees'],
  ])('says in how far the order of coverage %s', (_, ratio, sentence) => {
    expect(selectionFinding(covering(ratio), 'en')[1]).toContain(sentence)
  })

  test('names those far out of order, with what they grant and lose', () => {
    const last = selectionFinding(selections, 'en').at(-1)!
    expect(last).toMatch(
      /^Out of that order: .*Platform data is 1st of 11 in coverage and 8th in Gini: it grants 34\.0%/,
    )
    expect(
      selectionFinding(
        covering((rank) => 3 - rank / 10),
        'en',
      ).at(-1),
    ).not.toContain('Out of that order')
  })

  test('is one sentence for one strategy, and says of a blind one that it ranks nobody', () => {
    const only = (index: number) => ({ ...selections, strategies: [selections.strategies.at(index)!] })
    expect(selectionFinding(only(0), 'zh')).toEqual([
      '“中信流通类评分卡”排序申请户的基尼系数为0.53；主要依据：逾期或欠息次数 0.29、资产负债率 0.22、还款资金来源 0.20',
    ])
    expect(selectionFinding(only(-1), 'en')).toEqual(['Approve everybody ranks nobody'])
  })
})
