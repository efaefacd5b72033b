import { expect, test } from 'vitest'
import type { Schedule } from '../../models/schedule.ts'
import type { Study } from '../../models/study.ts'
import { pricedWays } from '../../report/pricedWays.ts'
import type { WaysToPrice } from '../../sim/waysToPrice.ts'
import { fixtureRun } from './fixture.ts'

const run = fixtureRun()
const [table] = run.ways as [WaysToPrice]
const named = (id: string): Schedule => ({ ...run.study.schedules[0]!, id, title: { en: id, zh: `${id}表` } })
const study: Study = { ...run.study, schedules: [...run.study.schedules, named('cgap'), named('dear')] }
/** What a schedule without a table asks at the same costs. */
const formula: WaysToPrice = {
  ...table,
  schedule: 'cgap',
  ways: table.ways.filter(({ kind }) => kind !== 'schedule'),
}

test('ways to price are named by the schedule whose costs are met and the strategy that lent', () => {
  expect(pricedWays(run).map(({ label }) => label)).toEqual([
    { en: '2021 rate table · CITIC trade scorecard', zh: '2021年利率表 · 中信流通类评分卡' },
  ])
})

test('a schedule by formula at the costs of one before it is left out, and one at other costs is not', () => {
  const dear = { ...formula, schedule: 'dear', ways: formula.ways.map((way) => ({ ...way, portfolio: 0.09 })) }
  expect(pricedWays({ study, ways: [table, formula, dear] }).map(({ schedule }) => schedule)).toEqual([
    '2021-big',
    'dear',
  ])
})

test('every table is shown', () => {
  const other = { ...table, schedule: 'dear' }
  expect(pricedWays({ study, ways: [table, other] }).map(({ schedule }) => schedule)).toEqual(['2021-big', 'dear'])
})
