/**
 * Whether the intervals are honest: a study is repeated with 1,000 seeds, and its 95 % intervals should hold the truth in 93–97 % of the
 * repeats. The truth is the estimate from all repeats together, whose own error is 1/√1000 of theirs.
 */
import { describe, expect, test } from 'vitest'
import { economics } from '../../models/economics.ts'
import { coverageFigures } from '../../models/judge/riskFigures.ts'
import { pathMoney } from '../../models/judge/pathMoney.ts'
import { Recorder } from '../../models/judge/recorder.ts'
import { columnRates, priceCells } from '../../models/price.ts'
import { PRICING_DEFAULTS } from '../../models/pricing/rateFloor.ts'
import { sample } from '../../models/sample.ts'
import type { Schedule } from '../../models/schedule.ts'
import { Pool } from '../../sim/engine/pool.ts'
import { simulate } from '../../sim/simulate.ts'
import { bookSettings, firmsOf, ready, scenario } from '../sim/equalBook.ts'

const REPEATS = 1000
const PATHS = 10_000
const LOANS = 300
const CONFIDENCE = 0.95

const schedule: Schedule = {
  id: 'flat',
  title: { en: 'flat' },
  context: {},
  vary: {},
  kind: 'incomeCoversRisk',
  costs: PRICING_DEFAULTS,
  crossIncome: 'none',
  cap: 1,
  policyFloor: 0,
  spreads: null,
  rates: null,
}

const FIGURES = ['surplus', 'valueAtRisk99', 'valueAtRisk999', 'coverageProbability'] as const
type Figure = (typeof FIGURES)[number]

/** The figures of one repeat with their intervals, and what the truth is pooled from. */
interface Repeat {
  readonly values: Record<Figure, number>
  readonly intervals: Readonly<Record<string, readonly [number, number]>>
  readonly loss: Float64Array
}

/** 300 unsecured loans of unequal size and PD under a global and four sector factors, drawn LGDs, priced at their floor. */
async function repeat(seed: number, replicates: number, pool: Pool): Promise<Repeat> {
  const pds = Float64Array.from({ length: LOANS }, (_, i) => 0.004 * 30 ** (i / LOANS))
  const balances = Float64Array.from({ length: LOANS }, (_, i) => 20 + ((i * 7919) % 180))
  const sectors = Int32Array.from({ length: LOANS }, (_, i) => i % 4)
  const book = bookSettings([
    { by: 'global', loading: 0.25 },
    { by: 'sector', loading: 0.2 },
  ])
  const firms = firmsOf(pds, balances, new Float64Array(LOANS).fill(NaN), sectors)
  const { simulated, settings, factors } = ready(firms, book, { paths: PATHS, replicates, seed: `repeat ${seed}` })
  const [cube] = await simulate(simulated, scenario(), settings, factors, {
    pool,
    onPaths: () => undefined,
    signal: undefined,
  })
  const money = moneyOf(cube!, simulated.layouts[0]!)
  const record = new Recorder(replicates, CONFIDENCE)
  const distribution = sample(money.loss, replicates)
  const values = {
    surplus: record.mean('surplus', money.surplus),
    valueAtRisk99: record.quantile('valueAtRisk99', distribution, 0.99)!,
    valueAtRisk999: record.quantile('valueAtRisk999', distribution, 0.999)!,
    coverageProbability: coverageFigures(money, { surplus: null, profit: null }, record).coverageProbability,
  }
  pool.memory.release(Object.values(cube!))
  return { values, intervals: record.intervals, loss: money.loss.slice() }

  function moneyOf(outcome: NonNullable<typeof cube>, layout: (typeof simulated.layouts)[number]) {
    const worldly = economics(schedule, scenario(), layout.years)
    const rates = columnRates(outcome.columns, outcome.cells, priceCells(layout, schedule).offered, worldly, 1)
    return pathMoney(outcome, rates, worldly, schedule.costs)
  }
}

describe.each([
  ['stratified in 20 replicates', 20],
  ['plain, every path on its own', PATHS],
])('%s', (_, replicates) => {
  test('95 % intervals hold the truth in 93–97 % of 1,000 repeats', async () => {
    const pool = new Pool(1)
    const repeats: Omit<Repeat, 'loss'>[] = []
    const pooled = new Float64Array(REPEATS * PATHS)
    for (let k = 0; k < REPEATS; k++) {
      const { values, intervals, loss } = await repeat(k, replicates, pool)
      pooled.set(loss, k * PATHS)
      repeats.push({ values, intervals })
    }
    pooled.sort()
    const mean = (name: Figure): number => repeats.reduce((sum, { values }) => sum + values[name] / REPEATS, 0)
    const truth: Record<Figure, number> = {
      surplus: mean('surplus'),
      valueAtRisk99: pooled[0.99 * pooled.length - 1]!,
      valueAtRisk999: pooled[0.999 * pooled.length - 1]!,
      coverageProbability: mean('coverageProbability'),
    }
    const coverage = FIGURES.map((name) => {
      const held = repeats.filter(({ intervals }) => {
        const [low, high] = intervals[name]!
        return low <= truth[name] && truth[name] <= high
      })
      return { name, held: held.length / REPEATS }
    })
    for (const { name, held } of coverage) console.log(`${name}: ${(100 * held).toFixed(1)} %`)
    for (const { name, held } of coverage) {
      expect(held, name).toBeGreaterThanOrEqual(0.93)
      expect(held, name).toBeLessThanOrEqual(0.97)
    }
  })
})
