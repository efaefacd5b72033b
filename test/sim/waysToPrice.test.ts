import { expect, test } from 'vitest'
import { judge } from '../../models/judge/judge.ts'
import type { Schedule } from '../../models/schedule.ts'
import { simulateCases } from '../../sim/cases.ts'
import { waysToPriceOf } from '../../sim/waysToPrice.ts'
import { strategyOf } from '../strategyOf.ts'
import { studyOf } from './synthesise/smallBook.ts'

const study = await studyOf({ applicants: 1500 })
const [schedule] = study.schedules as [Schedule]
const [citicTrade] = study.strategies

test('every strategy and schedule has its ways to price, with the spreads of the study’s first that has any', async () => {
  const spreads = [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.1]
  const lprPlus: Schedule = { ...schedule, id: 'lpr-plus', kind: 'lprPlus', rates: null, spreads }
  const lenient = { ...citicTrade!, id: 'lenient', admission: strategyOf().admission }
  const ways = await waysToPriceOf({ ...study, strategies: [citicTrade!, lenient], schedules: [schedule, lprPlus] })
  expect(ways.map((one) => [one.strategy, one.schedule])).toEqual([
    ['citic-trade', schedule.id],
    ['citic-trade', 'lpr-plus'],
    ['lenient', schedule.id],
    ['lenient', 'lpr-plus'],
  ])
  expect(ways[0]!.ways.map(({ kind }) => kind)).toContain('schedule')
  expect(ways[1]!.ways.map(({ kind }) => kind)).not.toContain('schedule')
  for (const { ways: own } of ways) expect(own.map(({ kind }) => kind)).toContain('lprPlus')
  expect(ways[0]!.portfolio.loans).toBeLessThan(ways[2]!.portfolio.loans)
})

test('LPR plus is left out where no schedule of the study has spreads', async () => {
  const [own] = await waysToPriceOf(study)
  expect(own!.ways.map(({ kind }) => kind)).not.toContain('lprPlus')
})

test('the table is as far from income covers risk as a run’s offered rates from its floors', async () => {
  const [own] = await waysToPriceOf(study)
  const few = { ...study, simulation: { ...study.simulation, paths: 20 } }
  const { cases, close } = await simulateCases(few, { workers: 1, scenarios: study.scenarios.slice(0, 1) })
  const { cells } = judge(cases[0]!.inputs(schedule)).figures
  await close()
  const apart = cells.map(({ offeredRate, floorRate }) => offeredRate - floorRate)
  const { furthest } = own!.ways.find(({ kind }) => kind === 'schedule')!
  expect(furthest!.cell).toBe(cells[apart.findIndex((one) => Math.abs(one) === Math.max(...apart.map(Math.abs)))]!.cell)
  const { offeredRate, floorRate } = cells.find(({ cell }) => cell === furthest!.cell)!
  expect(furthest!.rate).toBeCloseTo(offeredRate, 12)
  expect(furthest!.difference).toBeCloseTo(offeredRate - floorRate, 12)
})
