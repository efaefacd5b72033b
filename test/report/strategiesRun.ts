/** A finished run made by hand: eleven strategies in three scenarios on five populations. */
import type { Comparison, Compared, PairedDifference, Pooled, Result } from '../../models/result.ts'
import { COMPARED } from '../../models/result.ts'
import type { Strategy } from '../../models/strategy.ts'
import type { ResultTables, RunResult } from '../../sim/types.ts'
import { WATCH, fixtureSelection } from './fixtureSelection.ts'
import { fixtureRun } from './fixture.ts'
import { FIXTURE_FILE } from './fixtureFile.ts'

const POPULATIONS = 5
const SCENARIOS = ['baseline', 'severe_downturn', 'falsified_wave']

/** Id, titles, Gini, approval, and coverage ratio in the three scenarios. */
const STRATEGIES = [
  ['citic-trade', 'CITIC trade scorecard', '中信流通类评分卡', 0.52, 0.61, [1.73, 0.81, 1.02]],
  ['settlement-index', 'Settlement credit index', '销售货款结算信用度', 0.47, 0.55, [1.66, 0.8, 1.21]],
  ['citic-plus-settlement', 'CITIC card and settlement index', '评分卡加结算信用度', 0.61, 0.52, [2.15, 1.02, 1.38]],
  ['platform-data', 'Platform data', '平台数据（阿里小贷）', 0.38, 0.34, [2.61, 1.3, 2.02]],
  ['business-direct', 'Business direct', '免报表自动审批（富国）', 0.33, 0.72, [1.12, 0.55, 0.9]],
  ['relationship', 'Relationship lending', '熟人文化', 0.57, 0.41, [1.95, 0.93, 1.7]],
  ['credit-factory', 'Credit factory', '信贷工厂', 0.48, 0.66, [1.735, 0.82, 1.03]],
  ['collateral-first', 'Collateral first', '抵押优先', 0.21, 0.48, [1.42, 0.6, 1.12]],
  ['joint-guarantee', 'Joint liability groups', '联保贷款', 0.44, 0.5, [1.31, 0.52, 0.98]],
  ['guarantee-fund', 'Guarantee fund', '担保基金', 0.52, 0.6, [1.9, 0.88, 1.12]],
  ['approve-all', 'Approve everybody', '全部通过', 0, 1, [0.71, 0.33, 0.52]],
] as const

/** The run; every entry is that of the hand-made run in its scenario with a few figures of its own. */
export function strategiesRun(): RunResult {
  const run = fixtureRun({ en: 'Eleven ways to lend', zh: '十一种放贷策略' })
  const populations = Array.from({ length: POPULATIONS }, (_, i) => i + 1)
  const tables = populations.flatMap((population) =>
    SCENARIOS.flatMap((scenario, s) =>
      STRATEGIES.map((strategy): ResultTables => {
        const table = run.tables.find(({ result }) => result.scenario === scenario)!
        return { ...table, result: ownResult(table.result, strategy, s, population) }
      }),
    ),
  )
  const [book] = run.study.books
  const [strategy] = run.study.strategies
  return {
    ...run,
    study: {
      ...run.study,
      books: populations.map((population) => ({ ...book!, vary: { 'book.population': population } })),
      strategies: STRATEGIES.map(([id, en, zh]): Strategy => ({ ...strategy!, id, title: { en, zh } })),
      scenarios: run.study.scenarios.filter(({ id }) => SCENARIOS.includes(id)),
    },
    books: populations.map((population) => ({
      ...run.books[0]!,
      book: { ...book!, vary: { 'book.population': population } },
    })),
    tables,
    results: tables.map(({ result }) => result),
    examples: [
      { kind: 'marginal', file: FIXTURE_FILE },
      { kind: 'declined', file: { ...FIXTURE_FILE, firm: '5', declined: 'ownerAge' } },
    ],
    comparisons: SCENARIOS.map((scenario, s) => toComparison(scenario, s)),
  }
}

function ownResult(
  result: Result,
  [id, , , gini, approvalRate, ratios]: (typeof STRATEGIES)[number],
  s: number,
  population: number,
): Result {
  const ratio = ratios[s]! * (1 + 0.01 * Math.sin(7 * population))
  const hasCard = id !== 'approve-all'
  const isWatched = id === 'settlement-index' || id === 'citic-plus-settlement'
  const field = { 'platform-data': 'flowSales', relationship: 'ownerCharacter' }[id as string] ?? 'settlementIndex'
  return {
    ...result,
    strategy: id,
    vary: { 'book.population': population },
    coverageRatio: ratio,
    surplus: (ratio - 1) * result.expectedLoss,
    verdict: ratio > 1 ? 'covered' : 'not covered',
    lawOfLargeNumbers: id === 'citic-trade' ? result.lawOfLargeNumbers : null,
    selection: fixtureSelection({
      gini: gini + 0.004 * population,
      approvalRate,
      coverageRatio: ratio,
      hasCard,
      ...(id.startsWith('citic')
        ? {}
        : {
            signals: [
              { field, gini: gini * 0.7 },
              { field: 'overdueCount', gini: 0.2 },
            ],
          }),
      watch: isWatched ? WATCH : null,
    }),
  }
}

function toComparison(scenario: string, s: number): Comparison {
  const [first] = STRATEGIES
  return {
    book: 'chinese-small-firms',
    schedule: '2021-big',
    scenario,
    populations: POPULATIONS,
    strategies: STRATEGIES.map((strategy) => ({
      strategy: strategy[0],
      figures: record((figure): Pooled => {
        const value = valueOf(figure, strategy, s)
        return { value, standardError: Math.abs(value) * 0.012 }
      }),
      differences:
        strategy === first
          ? null
          : record((figure): PairedDifference => {
              const value = valueOf(figure, strategy, s) - valueOf(figure, first, s)
              const standardError = 0.002 * Math.abs(valueOf(figure, first, s)) + 0.004 * Math.abs(value)
              return {
                value,
                standardError,
                interval: [value - 2.78 * standardError, value + 2.78 * standardError],
                unpairedStandardError: 0.017 * Math.abs(valueOf(figure, first, s)),
              }
            }),
    })),
  }
}

const record = <T>(value: (figure: Compared) => T): Readonly<Record<Compared, T>> =>
  Object.fromEntries(COMPARED.map((figure) => [figure, value(figure)])) as Record<Compared, T>

function valueOf(figure: Compared, [, , , , approval, ratios]: (typeof STRATEGIES)[number], s: number): number {
  const ratio = ratios[s]!
  const loss = [0.0112, 0.0271, 0.0193][s]!
  const values: Readonly<Record<Compared, number>> = {
    loans: 20_000 * approval,
    balance: 2_640_000 * approval,
    approvalRate: approval,
    defaultRate: 2.45 * loss,
    expectedLoss: loss,
    portfolioYield: 0.0561,
    coverageRatio: ratio,
    coverageProbability: 1 / (1 + Math.exp(-7 * (ratio - 1))),
    surplus: (ratio - 1) * loss,
    raroc: 0.1 + 9 * (ratio - 1) * loss,
    comprehensiveProfit: 2_640_000 * approval * (0.0085 + (ratio - 1) * loss),
    comprehensiveProfitRate: 0.0085 + (ratio - 1) * loss,
    nplRatio: 2.1 * loss,
    newOverdueRatio: 2.2 * loss,
  }
  return values[figure]
}
