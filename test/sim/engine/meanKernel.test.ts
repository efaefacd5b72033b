import { describe, expect, test } from 'vitest'
import { normalCdf, normalQuantile } from '../../../models/normal.ts'
import { finiteBookDistribution } from '../../../models/oracle/finiteBook.ts'
import type { Shocks } from '../../../models/scenario.ts'
import { Pool } from '../../../sim/engine/pool.ts'
import { Systematic } from '../../../sim/engine/systematic.ts'
import { allocateCubes } from '../../../sim/engine/allocateCubes.ts'
import type { CubeArrays, Task } from '../../../sim/engine/task.ts'
import { plainLender } from '../../../sim/lender.ts'
import { bookSettings, equalBook } from '../equalBook.ts'
import { fill, mixedBook, taskOf } from './mixedBook.ts'
import type { MixedBook } from './mixedBook.ts'

/** Conditional default probability of equal loans on each path of a one-year task, by Vasicek's formula. */
function conditionalPds(task: Task, pd: number, loading: number): Float64Array {
  const systematic = new Systematic(task)
  return Float64Array.from({ length: task.paths }, (_, path) => {
    systematic.draw(path)
    systematic.enter(0)
    return normalCdf((normalQuantile(pd) - systematic.parts[0]!) / Math.sqrt(1 - loading ** 2))
  })
}

/** Chance that each firm one by one defaults within the horizon, summed over firms. */
function expectedDefaulters(task: Task): Float64Array {
  const systematic = new Systematic(task)
  return Float64Array.from({ length: task.paths }, (_, path) => {
    systematic.draw(path)
    const surviving = new Float64Array(task.firms).fill(1)
    for (const [year, { firms, thresholds }] of task.hazards.entries()) {
      systematic.enter(year)
      for (const [k, firm] of firms.entries()) {
        const combo = task.comboOf[firm]!
        const z = (thresholds[k]! - systematic.parts[combo]!) / Math.sqrt(1 - task.comboR2[combo]!)
        surviving[firm]! *= 1 - normalCdf(z)
      }
    }
    return surviving.reduce((sum, one) => sum + 1 - one, 0)
  })
}

describe('a book of equal loans', () => {
  const loading = Math.sqrt(0.12)
  const options = { loans: 60, pd: 0.04, lgd: 0.45, factors: [{ by: 'global', loading }], paths: 4000 }
  const { task, cube } = fill(taskOf(equalBook(options), 'clt'))
  const pds = conditionalPds(task, 0.04, loading)

  test("loses Vasicek's limit on every path", () => {
    for (const [path, p] of pds.entries()) expect(cube.loss[path]! / (60 * 0.45 * p)).toBeCloseTo(1, 12)
  })

  test('has the binomial variance on every path', () => {
    for (const [path, p] of pds.entries())
      expect(cube.spread!.lossVariance[path]! / (60 * 0.45 ** 2 * p * (1 - p))).toBeCloseTo(1, 12)
  })

  test('has a mixture of normals close to the exact finite book', () => {
    const exact = finiteBookDistribution(0.04, 0.12, 60)
    let below = 0
    for (let defaults = 0; defaults <= 12; defaults++) {
      below += exact[defaults]!
      const mixture = pds.reduce((sum, _, path) => {
        const sd = Math.sqrt(cube.spread!.lossVariance[path]!)
        return sum + normalCdf((0.45 * (defaults + 0.5) - cube.loss[path]!) / sd) / task.paths
      }, 0)
      // A Poisson-like count of mean 2.4 is skewed: the normal law errs by up to .04 at 0, by less in the tail.
      expect(Math.abs(mixture - below)).toBeLessThan(defaults < 6 ? 0.05 : 0.01)
    }
  })
})

describe('nodes stand for all firms', () => {
  const worst = (options: Partial<MixedBook>, shocks: Partial<Shocks> = {}): number => {
    const { task, cube } = fill(
      taskOf(mixedBook({ firms: 3000, settings: { paths: 100, replicates: 2 }, ...options }), 'lln', shocks),
    )
    return Math.max(...expectedDefaulters(task).map((all, path) => Math.abs(cube.firmDefaults[path]! / all - 1)))
  }

  test('defaults of a path differ from those of all firms one by one by less than 2e-5', () => {
    expect(worst({})).toBeLessThan(2e-5)
    expect(worst({ book: { factors: [{ by: 'global', loading: 0.6 }] } })).toBeLessThan(2e-5)
  })

  test('the same under stress, run-off and heavy tails', () => {
    expect(worst({}, { pdMultiple: [3, 2, 1], sectorPdMultiple: { 'sector-1': [4] } })).toBeLessThan(2e-5)
    expect(worst({ book: { renewal: 'runOff' } })).toBeLessThan(2e-5)
    expect(worst({ book: { globalFactor: { persistence: 0.4, degreesOfFreedom: 4 } } })).toBeLessThan(2e-5)
  })
})

/** Figures of a cube by path, summed over whatever else they have. */
const FIGURES = ['loss', 'year1Loss', 'defaults', 'year1Defaults', 'defaultedExposure', 'firmDefaults', 'lostEarned', 'funded', 'deposits', 'fees', 'ownerAum', 'loanYears', 'cellLoss', 'sectorLoss', 'nplRatio', 'trueNplRatio'] as const // prettier-ignore
type Figure = (typeof FIGURES)[number]

function byPath(cube: CubeArrays, figure: Figure, paths: number): Float64Array {
  const sums = new Float64Array(paths)
  // Shares that differ, so that errors of opposite signs in two cells or years do not cancel.
  for (const [at, value] of cube[figure].entries()) sums[at % paths]! += value * (1 + ((at / paths) | 0) * 0.37)
  return sums
}

const REPEATS = 150
const key = (repeat: number, what: number): Int32Array => Int32Array.of(what, repeat, 31 * repeat, 7)

/** Mean and variance by path of drawn outcomes whose factors are those of the task. */
function drawn(task: Task): Record<Figure, { mean: Float64Array; variance: Float64Array }> {
  const runs = Array.from(
    { length: REPEATS },
    (_, r) => fill({ ...task, fidelity: 'exact', defaultsKey: key(r, 1), lgdKey: key(r, 2), callsKey: key(r, 3) }).cube,
  )
  const entries = FIGURES.map((figure) => {
    const values = runs.map((cube) => byPath(cube, figure, task.paths))
    const mean = Float64Array.from(
      { length: task.paths },
      (_, p) => values.reduce((sum, v) => sum + v[p]!, 0) / REPEATS,
    )
    const variance = mean.map((m, p) => values.reduce((sum, v) => sum + (v[p]! - m) ** 2, 0) / (REPEATS - 1))
    return [figure, { mean, variance }] as const
  })
  return Object.fromEntries(entries) as Record<Figure, { mean: Float64Array; variance: Float64Array }>
}

const SMALL = { firms: 800, settings: { paths: 40, replicates: 2, horizonMonths: 30 } }
const LINKED = { lgd: { ...bookSettings([]).lgd, link: 0.5 } }

describe('against the exact engine on the same factors', () => {
  // 60 comparisons of 4.5 standard errors: one in 2,500 seeds would fail.
  const compare = (task: Task, figures: readonly Figure[] = FIGURES): void => {
    const exact = drawn(task)
    const { cube } = fill(task)
    for (const figure of figures) {
      const { mean, variance } = exact[figure]
      const own = byPath(cube, figure, task.paths)
      const difference = own.reduce((sum, value, p) => sum + value - mean[p]!, 0)
      const standardError = Math.sqrt(variance.reduce((sum, v) => sum + v / REPEATS, 0))
      expect.soft(Math.abs(difference / standardError), figure).toBeLessThan(4.5)
    }
  }

  test('means agree within 4.5 standard errors in a mixed book', () => {
    compare(taskOf(mixedBook(SMALL), 'lln'))
  })

  test('means agree with several loans a firm and a link of LGD to the global factor', () => {
    compare(taskOf(mixedBook({ ...SMALL, loansEach: 2, book: LINKED }), 'lln'))
  })

  test('means agree with deferrals that freeze classification and fail at their end', () => {
    const deferral = { share: 0.6, from: 3, until: 14, months: 6, extended: 0.3, failed: 0.08 }
    compare(taskOf(mixedBook(SMALL), 'lln', { deferral }))
  })

  test('means agree with a loan book that runs off', () => {
    const task = taskOf(mixedBook({ ...SMALL, book: { ...LINKED, renewal: 'runOff' } }), 'lln')
    // Of two random balances the mean ratio is not the ratio of the means, least of all when next to nothing is left.
    const balances = FIGURES.filter((figure) => !figure.endsWith('plRatio'))
    compare(task, balances)
  })

  test('conditional variances agree within 4.5 standard errors', () => {
    for (const options of [SMALL, { ...SMALL, loansEach: 2, book: LINKED }]) {
      const task = taskOf(mixedBook(options), 'clt')
      const { spread } = fill(task).cube
      for (const [own, figure] of [
        [spread!.lossVariance, 'loss'],
        [spread!.year1LossVariance, 'year1Loss'],
      ] as const) {
        const ratios = drawn(task)[figure].variance.map((variance, p) => variance / own[p]!)
        const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length
        const squares = ratios.reduce((sum, ratio) => sum + (ratio - mean) ** 2, 0)
        const standardError = Math.sqrt(squares / (ratios.length - 1) / ratios.length)
        expect.soft(Math.abs(mean - 1) / standardError, figure).toBeLessThan(4.5)
      }
    }
  })

  test('guarantee calls: the mean field errs by less than 2 % in means and 20 % in variances', () => {
    const network = { share: 0.5, linksPerFirm: 2, linkProbability: 0.15, rounds: 3, payment: { each: 0.1, most: 0.3 } }
    const groups = [{ size: 3, share: 0.5 }, { size: 5, share: 0.5 }] // prettier-ignore
    for (const kind of ['groups', 'scaleFree'] as const) {
      const task = taskOf(mixedBook({ ...SMALL, book: { guarantees: { ...network, kind, groups } } }), 'clt')
      const { cube } = fill(task)
      const exact = drawn(task)
      const total = (values: Float64Array): number => values.reduce((a, b) => a + b, 0)
      for (const figure of ['loss', 'defaults', 'firmDefaults'] as const) {
        const ratio = total(byPath(cube, figure, task.paths)) / total(exact[figure].mean)
        expect.soft(Math.abs(ratio - 1), `${kind} ${figure}`).toBeLessThan(0.02)
      }
      expect(total(cube.firmDefaults)).toBeGreaterThan(1.1 * total(cube.firmDefaultsUncalled))
      const variance = total(cube.spread!.lossVariance) / total(exact.loss.variance)
      expect.soft(Math.abs(variance - 1), `${kind} variance`).toBeLessThan(0.2)
    }
  })
})

describe('one path', () => {
  const guarantees = { share: 0.5, kind: 'groups', groups: [{ size: 3, share: 1 }], linksPerFirm: 2, linkProbability: 0.15, rounds: 3, payment: { each: 0.1, most: 0.3 } } as const // prettier-ignore
  const all: MixedBook = { ...SMALL, loansEach: 2, book: { ...LINKED, guarantees } }
  const fund = { covers: ['guarantee', 'unsecured'], bankShare: 0.2, cap: 0.02 } as const

  test('losses of cells and sectors, unit sums and covariances add up to the totals', () => {
    const { task, cube, sums } = fill(taskOf(mixedBook({ ...all, fund: { ...fund, covers: [...fund.covers] } }), 'clt'))
    const { cells } = task.strategies[0]!
    for (let path = 0; path < task.paths; path++) {
      const over = (array: Float32Array, from: number, count: number, step: number): number =>
        Array.from({ length: count }, (_, k) => array[(from + k * step) * task.paths + path]!).reduce(
          (a, b) => a + b,
          0,
        )
      expect(over(cube.cellLoss, 0, cells, 1) / cube.loss[path]!).toBeCloseTo(1, 5)
      expect(over(cube.sectorLoss, 0, task.sectors, 1) / cube.loss[path]!).toBeCloseTo(1, 5)
      expect(over(cube.spread!.cellCovariance, 0, cells, 6) / cube.spread!.lossVariance[path]!).toBeCloseTo(1, 5)
    }
    const total = (values: Float64Array): number => values.reduce((a, b) => a + b, 0)
    expect(total(sums.loss) / total(cube.loss)).toBeCloseTo(1, 10)
    const counts = sums.defaulted.filter((_, at) => at % 5 === 1)
    expect(total(counts) / total(cube.defaults)).toBeCloseTo(1, 10)
  })

  test('a guarantee fund pays its share up to the cap of the compensation rate', () => {
    const paths = { paths: 40, replicates: 2 }
    const options = { loans: 50, pd: 0.05, lgd: 0.6, factors: [{ by: 'global', loading: 0.4 }], ...paths }
    const book = equalBook(options)
    const covered = { ...book, simulated: { ...book.simulated, lenders: [plainLender(book.simulated.book, { covers: ['unsecured'], bankShare: 0.2, cap: 0.04 })] } } // prettier-ignore
    const { task, cube } = fill(taskOf(covered, 'lln'))
    let beyond = 0
    for (const [path, p] of conditionalPds(task, 0.05, 0.4).entries()) {
      // Defaults fall in mid-month, evenly over the year: half a year's balance is lost.
      const rate = p / (1 - p / 2)
      const within = Math.min(1, 0.04 / rate)
      if (within < 1) beyond++
      expect(cube.loss[path]! / (50 * 0.6 * p * (1 - 0.8 * within))).toBeCloseTo(1, 10)
    }
    expect(beyond).toBeGreaterThan(5)
    expect(beyond).toBeLessThan(35)
  })

  test('has the same bits on 1, 2 and 7 workers', async () => {
    const task = taskOf(mixedBook({ ...all, settings: { paths: 2400, replicates: 4, horizonMonths: 30 } }), 'clt')
    const run = async (workers: number): Promise<unknown[]> => {
      const cubes = allocateCubes('test', task, (bytes) => new SharedArrayBuffer(bytes))
      const sums: unknown[] = []
      const pool = new Pool(workers)
      try {
        const callbacks = { onUnit: (unit: number, own: unknown) => sums.push(unit, own), onPaths: () => undefined }
        await pool.run(task, cubes, { ...callbacks, signal: undefined })
      } finally {
        await pool.close()
      }
      return [cubes, sums]
    }
    const alone = await run(1)
    expect(await run(2)).toEqual(alone)
    expect(await run(7)).toEqual(alone)
  }, 60_000)
})
