import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OutcomeCube } from '../../models/cube.ts'
import { expectedSums } from '../expectedSums.ts'
import { lgdTables } from '../../models/lgd.ts'
import { aliveMonths, shiftedPds } from '../../models/yearlyPds.ts'
import { Pool } from '../../sim/engine/pool.ts'
import { simulate } from '../../sim/simulate.ts'
import type { Scenario } from '../../models/scenario.ts'
import { bookSettings, equalBook, firmsOf, ready, replicateMean, scenario } from './equalBook.ts'
import type { Ready } from './equalBook.ts'

const quiet = { onPaths: () => undefined, signal: undefined }
let pool: Pool
beforeAll(() => {
  pool = new Pool(2)
})
afterAll(() => pool.close())

async function run({ simulated, settings, factors }: Ready, world = scenario(), on = pool): Promise<OutcomeCube> {
  const [cube] = await simulate(simulated, world, settings, factors, { pool: on, ...quiet })
  return cube!
}

/** Sums in expectation for the same world. */
function expectation({ simulated }: Ready, { shocks }: Scenario): ReturnType<typeof expectedSums> {
  const { firms, layouts, book, levels } = simulated
  const layout = layouts[0]!
  return expectedSums({
    firms,
    layout,
    alive: aliveMonths(firms, layouts, layout.years),
    shocks,
    lgd: lgdTables(book.lgd, shocks, layout.years),
    timing: book.timing,
    exposure: levels,
    link: null,
    fund: null,
  })
}

const total = (values: Float64Array): number => values.reduce((a, b) => a + b, 0)

/** A mixed book: 600 firms in three sectors with PDs from 0.2 to 40 %, unequal balances and LGDs. */
function mixedBook(horizonMonths: number, paths: number): Ready {
  const n = 600
  const pds = Float64Array.from({ length: n }, (_, i) => 0.002 * 200 ** (((i * 7919) % n) / n))
  const balances = Float64Array.from({ length: n }, (_, i) => 10 + ((i * 104729) % 900))
  const lgds = Float64Array.from({ length: n }, (_, i) => 0.2 + 0.6 * ((i % 13) / 12))
  const sectors = Int32Array.from({ length: n }, (_, i) => i % 3)
  const book = bookSettings([
    { by: 'global', loading: 0.25 },
    { by: 'sector', loading: 0.2 },
  ])
  return ready(firmsOf(pds, balances, lgds, sectors), book, { horizonMonths, paths })
}

describe('simulate', () => {
  test('mean loss of a year is Σ h·LGD·EAD within 4 standard errors, whatever the factors', async () => {
    const book = mixedBook(12, 20_000)
    const { firms, layouts } = book.simulated
    const { loans } = layouts[0]!
    let exact = 0
    for (let i = 0; i < loans.count; i++)
      exact += firms.truePd[loans.obligor[i]!]! * loans.assignedLgd[i]! * loans.balance[i]!
    const { mean, standardError } = replicateMean((await run(book)).loss, 20)
    expect(Math.abs(mean - exact)).toBeLessThan(4 * standardError)
    expect(standardError / exact).toBeLessThan(0.01)
  })

  test.each([
    ['a PD multiple by year', scenario({ pdMultiple: [2.5, 2.5, 2.3] })],
    ['another multiple for one sector', scenario({ pdMultiple: [1.2], sectorPdMultiple: { 'sector-1': [4, 3, 2] } })],
    ['a shifted global factor', scenario({ factorMean: [-2, -1, 0] })],
    ['twice the volatility of the factors', scenario({ factorVolatility: [2, 2, 2] })],
    ['a higher LGD', scenario({ lgdAdd: { unsecured: [0.05, 0.1, 0.1] } })],
  ])('over three years with %s, every mean equals its closed form within 4 standard errors', async (_, world) => {
    const book = mixedBook(36, 10_000)
    const cube = await run(book, world)
    const exact = expectation(book, world)
    const check = (values: Float64Array, expected: number): void => {
      const { mean, standardError } = replicateMean(values, cube.replicates)
      expect(Math.abs(mean - expected)).toBeLessThan(4 * standardError)
    }
    check(cube.loss, total(exact.loss))
    check(cube.loanYears, total(exact.loanYears))
    const funded = new Float64Array(cube.paths)
    for (let i = 0; i < cube.funded.length; i++) funded[i % cube.paths]! += cube.funded[i]!
    check(funded, total(exact.funded))
    const earned = new Float64Array(cube.paths).fill(total(cube.fullEarned))
    for (let i = 0; i < cube.lostEarned.length; i++) earned[i % cube.paths]! -= cube.lostEarned[i]!
    check(earned, total(exact.earned))
  })

  test('sums over replicates by cell and year agree with the paths they come from', async () => {
    const cube = await run(mixedBook(36, 1000))
    expect(total(cube.sums.loss)).toBeCloseTo(total(cube.loss), 4)
    expect(total(cube.sums.funded)).toBeCloseTo(total(cube.funded), 4)
    expect(total(cube.sums.loanYears)).toBeCloseTo(total(cube.loanYears), 6)
    const earned = total(cube.fullEarned) * cube.paths - cube.lostEarned.reduce((a, b) => a + b, 0)
    expect(total(cube.sums.earned) / earned).toBeCloseTo(1, 7)
    expect(cube.cellLoss.reduce((a, b) => a + b, 0) / total(cube.loss)).toBeCloseTo(1, 6)
  })

  test('the same bits on this thread, on 1, 2 and 7 workers', async () => {
    const book = mixedBook(24, 20_000)
    const reference = await run(book, scenario(), new Pool(1))
    for (const workers of [2, 7]) {
      const own = new Pool(workers)
      const cube = await run(book, scenario(), own)
      await own.close()
      expect(cube.loss).toEqual(reference.loss)
      expect(cube.lostEarned).toEqual(reference.lostEarned)
      expect(cube.nplRatio).toEqual(reference.nplRatio)
      expect(cube.sums.earned).toEqual(reference.sums.earned)
      expect(cube.sums.loss).toEqual(reference.sums.loss)
    }
  })

  test('a firm with several loans loses them all in one month, and counts each', async () => {
    const { simulated, settings, factors } = equalBook({ loans: 50, pd: 0.1, lgd: 0.5, paths: 2000 })
    const { loans } = simulated.layouts[0]!
    const twice = { ...loans, obligor: loans.obligor.map((_, i) => Math.floor(i / 2)) }
    const layout = { ...simulated.layouts[0]!, loans: twice }
    const cube = await run({ simulated: { ...simulated, layouts: [layout] }, settings, factors })
    expect(cube.defaults.every((d) => d % 2 === 0)).toBe(true)
    const { mean, standardError } = replicateMean(cube.defaults, 20)
    expect(Math.abs(mean - 5)).toBeLessThan(4 * standardError)
  })

  test('month-end NPL: equal weights in the second half of a lag-free year with disposal beyond the horizon', async () => {
    const book = equalBook({ loans: 4000, pd: 0.12, lgd: 0.5, paths: 2000 })
    const npl = { lagMonths: 0, disposalMonths: 120, openingRatio: 0 }
    const simulated = { ...book.simulated, book: { ...book.simulated.book, npl } }
    const cube = await run({ ...book, simulated })
    for (const month of [5, 11]) {
      const ratio = Float64Array.from(cube.nplRatio.subarray(month * cube.paths, (month + 1) * cube.paths))
      const { mean, standardError } = replicateMean(ratio, 20)
      expect(Math.abs(mean - (0.12 * (month + 1)) / 12)).toBeLessThan(4 * standardError)
    }
  })

  test('without correlation a shifted global factor still moves the mean PD, and nothing but chance is left', async () => {
    const { simulated, settings } = mixedBook(12, 4000)
    const book = ready(simulated.firms, simulated.book, { ...settings, correlation: 'none' })
    const world = scenario({ factorMean: [-2] })
    const cube = await run(book, world)
    const { mean, standardError } = replicateMean(cube.loss, 20)
    expect(Math.abs(mean - total(expectation(book, world).loss))).toBeLessThan(4 * standardError)
    expect(mean).toBeGreaterThan(1.3 * total(expectation(book, scenario()).loss))
    const { loans } = simulated.layouts[0]!
    const pds = shiftedPds(simulated.firms.truePd, simulated.levels, world.shocks, 0)
    const variance = total(
      loans.balance.map((b, i) => {
        const p = pds[loans.obligor[i]!]!
        return (b * loans.assignedLgd[i]!) ** 2 * p * (1 - p)
      }),
    )
    const achieved = cube.loss.reduce((sum, loss) => sum + (loss - mean) ** 2, 0) / cube.paths
    // a variance of n paths is known to √(2/n); 4 standard errors
    expect(Math.abs(achieved / variance - 1)).toBeLessThan(4 * Math.sqrt(2 / cube.paths))
  })

  test('firms outside every cluster do not share a cluster factor', async () => {
    const n = 400
    const fill = (value: number): Float64Array => new Float64Array(n).fill(value)
    const plain = firmsOf(fill(0.05), fill(1), fill(1))
    const withClusters = (labels: string[]): Ready => {
      const codes = Int32Array.from({ length: n }, (_, i) => i % labels.length)
      const firms = { ...plain, groupings: new Map([['cluster', { labels, codes }]]) }
      return ready(firms, bookSettings([{ by: 'cluster', loading: 0.5 }]), { paths: 4000 })
    }
    const spread = async (book: Ready): Promise<number> => {
      const { loss, paths } = await run(book)
      return Math.sqrt(loss.reduce((sum, l) => sum + (l - 20) ** 2, 0) / paths)
    }
    const independent = Math.sqrt(n * 0.05 * 0.95)
    // a standard deviation of n paths is known to 1/√(2n); 4 standard errors
    expect(Math.abs((await spread(withClusters(['none']))) / independent - 1)).toBeLessThan(4 / Math.sqrt(2 * 4000))
    expect((await spread(withClusters(['park']))) / independent).toBeGreaterThan(3)
  })

  test('defaults fall in the last standing month where the months before have no weight, in paths as in expectation', async () => {
    const { simulated, ...rest } = equalBook({ loans: 200, pd: 0.1, lgd: 0.5, horizonMonths: 18, paths: 2000 })
    const timing = Array.from({ length: 12 }, (_, n) => (n === 11 ? 1 : 0))
    const book = { ...rest, simulated: { ...simulated, book: { ...simulated.book, timing } } }
    const cube = await run(book)
    const exact = expectation(book, scenario())
    const { mean, standardError } = replicateMean(cube.loss, 20)
    expect(Math.abs(mean - total(exact.loss))).toBeLessThan(4 * standardError)
    expect(total(cube.sums.earned) / cube.paths / total(exact.earned)).toBeCloseTo(1, 3)
  })

  test('an aborted simulation rejects with the reason', async () => {
    const { simulated, settings, factors } = mixedBook(36, 10_000)
    const controller = new AbortController()
    const onPaths = (): void => {
      controller.abort(new Error('enough'))
    }
    const running = simulate(simulated, scenario(), settings, factors, { pool, onPaths, signal: controller.signal })
    await expect(running).rejects.toThrow('enough')
  })
})

describe('stratified factors', () => {
  test('give the same mean as independent paths with a smaller error', async () => {
    const book = equalBook({ loans: 2000, pd: 0.03, lgd: 1, factors: [{ by: 'global', loading: 0.4 }], paths: 20_000 })
    const cube = await run(book)
    const { standardError } = replicateMean(cube.loss, 20)
    const { mean } = replicateMean(cube.loss, 20)
    const plain = Math.sqrt(cube.loss.reduce((a, l) => a + (l - mean) ** 2, 0)) / cube.paths
    expect(Math.abs(mean - 60)).toBeLessThan(4 * standardError)
    expect(plain / standardError).toBeGreaterThan(3)
  })
})
