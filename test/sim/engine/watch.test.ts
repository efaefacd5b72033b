import { describe, expect, test } from 'vitest'
import type { OutcomeCube } from '../../../models/cube.ts'
import type { SimulationSettings } from '../../../models/study.ts'
import { Pool } from '../../../sim/engine/pool.ts'
import type { WatchTerms } from '../../../sim/engine/task.ts'
import { plainLender } from '../../../sim/lender.ts'
import { simulate } from '../../../sim/simulate.ts'
import { bookSettings, firmsOf, ready, replicateMean, scenario } from '../equalBook.ts'

const NOTHING: WatchTerms = {
  alarmWithin: new Float64Array(12),
  falseAlarm: 0,
  exposureCut: 0,
  recoveryGain: 0,
  exit: 0,
  exitBefore: new Float64Array(12),
}
const [LOANS, H, YEARS] = [200, 0.1, 3]

/** 200 equal loans of 1 for twelve months, rolled for three years, under independent defaults. */
async function run(
  watch: Partial<WatchTerms>,
  settings: Partial<SimulationSettings> = {},
  timing?: readonly number[],
  pd = H,
): Promise<OutcomeCube> {
  const fill = (value: number): Float64Array => new Float64Array(LOANS).fill(value)
  const book = { ...bookSettings([]), ...(timing ? { timing } : {}) }
  const { simulated, settings: all, factors } = ready(firmsOf(fill(pd), fill(1), fill(0.5)), book, { horizonMonths: 12 * YEARS, paths: 4000, ...settings }) // prettier-ignore
  const watched = { ...simulated, lenders: [{ ...plainLender(book), watch: { ...NOTHING, ...watch } }] }
  const [cube] = await simulate(watched, scenario(), all, factors, {
    pool: new Pool(1),
    onPaths: () => undefined,
    signal: undefined,
  })
  return cube!
}

/** Earned balance-years of every path. */
const earned = (cube: OutcomeCube): Float64Array =>
  Float64Array.from({ length: cube.paths }, (_, p) =>
    cube.fullEarned.reduce((sum, full, k) => sum + full - cube.lostEarned[k * cube.paths + p]!, 0),
  )

/** 4 standard errors are missed by chance once in 1,300 tries with 20 replicates. */
function expectMean(values: Float64Array, exact: number): void {
  const { mean, standardError } = replicateMean(values, 20)
  expect(standardError).toBeGreaterThan(0)
  expect(Math.abs(mean - exact) / standardError, `${mean} against ${exact} ± ${standardError}`).toBeLessThan(4)
}

describe('renewal decisions', () => {
  test('a sound firm refused at a maturity takes its later defaults, balance and years with it', async () => {
    const e = 0.2
    const cube = await run({ exit: e })
    const stay = (1 - H) * (1 - e)
    expectMean(cube.defaults, LOANS * H * (1 + stay + stay ** 2))
    expectMean(cube.loss, (LOANS * H * (1 + stay + stay ** 2)) / 2)
    // Mid-month defaults, evenly over the year, stop earning half-way through it on average.
    expectMean(earned(cube), LOANS * (1 - H / 2) * (1 + stay + stay ** 2))
    expectMean(cube.loanYears, LOANS * (1 + stay + stay ** 2))
  })

  test('a default within the year is forestalled with the probability of its distance from the renewal', async () => {
    const exitBefore = Float64Array.from({ length: 12 }, (_, k) => 0.9 - 0.06 * k)
    const mean = exitBefore.reduce((a, b) => a + b, 0) / 12
    const cube = await run({ exitBefore })
    expectMean(cube.defaults, LOANS * H * (1 + (1 - H) * (1 - mean) + (1 - H) ** 2 * (1 - mean)))
    expectMean(cube.loanYears, LOANS * (1 + (1 - H) * (1 - H * mean) + (1 - H) ** 2 * (1 - H * mean)))
  })

  test('refusals before and after a default combine as independent chances', async () => {
    const e = 0.1
    const cube = await run({ exit: e, exitBefore: new Float64Array(12).fill(0.4) })
    const stay = (1 - H) * (1 - e)
    expectMean(cube.defaults, LOANS * H * (1 + stay * 0.6 + stay ** 2 * 0.6))
  })

  test('sums by cell and year agree with the paths', async () => {
    const cube = await run({
      exit: 0.2,
      falseAlarm: 0.3,
      exposureCut: 0.5,
      alarmWithin: new Float64Array(12).fill(0.5),
    })
    const total = earned(cube).reduce((a, b) => a + b, 0)
    expect(cube.sums.earned.reduce((a, b) => a + b, 0) / total).toBeCloseTo(1, 5)
    expect(cube.sums.funded.reduce((a, b) => a + b, 0) / cube.funded.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9)
    expect(cube.sums.loanYears.reduce((a, b) => a + b, 0) / cube.loanYears.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9)
    expect(cube.sums.loss.reduce((a, b) => a + b, 0) / cube.loss.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9)
  })
})

describe('alarms', () => {
  const december = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]

  test('an alarm six months ahead calls in part of the exposure and saves part of the rest', async () => {
    const alarmWithin = Float64Array.from({ length: 12 }, (_, k) => (k < 6 ? 0 : 0.7))
    const terms = { alarmWithin, exposureCut: 0.4, recoveryGain: 0.25 }
    const cube = await run(terms, { horizonMonths: 12 }, december)
    expectMean(cube.loss, LOANS * H * 0.5 * (0.3 + 0.7 * 0.6 * 0.75))
    // Months 6 to 12 without the part, and half of month 12 without the rest.
    expectMean(earned(cube), LOANS * (1 - H * (0.3 / 24 + 0.7 * ((0.4 * 7) / 12 + 0.6 / 24))))
    expectMean(cube.defaultedExposure, LOANS * H * (0.3 + 0.7 * 0.6))
    expectMean(cube.defaults, LOANS * H)
  })

  test('an alarm before the contract was signed acts from its first month', async () => {
    const january = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    const cube = await run(
      { alarmWithin: new Float64Array(12).fill(1), exposureCut: 0.4 },
      { horizonMonths: 12 },
      january,
    )
    expectMean(cube.loss, LOANS * H * 0.5)
  })

  test('a false alarm costs income till the contract ends, and no loss', async () => {
    const cube = await run({ falseAlarm: 0.3, exposureCut: 0.5 }, {}, undefined, 1e-9)
    expectMean(earned(cube), LOANS * YEARS * (1 - 0.3 * 0.5 * (5.5 / 12)))
    expect(Math.max(...cube.loss)).toBeLessThan(1)
    expect(cube.loanYears.every((years) => Math.abs(years - LOANS * YEARS) < 2)).toBe(true)
  })
})
