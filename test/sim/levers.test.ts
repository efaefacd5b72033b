import { describe, expect, test } from 'vitest'
import { bivariateNormalCdf } from '../../models/bivariateNormal.ts'
import type { OutcomeCube } from '../../models/cube.ts'
import { normalCdf, normalQuantile } from '../../models/normal.ts'
import type { Book, GuaranteeNetwork } from '../../models/book.ts'
import type { Shocks } from '../../models/scenario.ts'
import type { GuaranteeFund } from '../../models/strategy.ts'
import type { SimulationSettings } from '../../models/study.ts'
import { studentMixtureQuantile } from '../../models/studentFactor.ts'
import { pathWeights } from '../../sim/engine/factors.ts'
import type { Sample } from '../../sim/engine/factors.ts'
import { Pool } from '../../sim/engine/pool.ts'
import { plainLender } from '../../sim/lender.ts'
import { simulate } from '../../sim/simulate.ts'
import { bookSettings, firmsOf, ready, replicateMean, scenario } from './equalBook.ts'

interface Setup {
  readonly loans: number
  readonly pd?: number
  readonly lgd?: number
  readonly loading?: number
  readonly book?: Partial<Book>
  readonly settings?: Partial<SimulationSettings>
  readonly shocks?: Partial<Shocks>
  readonly fund?: GuaranteeFund
  readonly sample?: Sample
}

/** Equal 12-month loans of 1 under one lever. */
async function run(setup: Setup): Promise<OutcomeCube> {
  const { loans, pd = 0.1, lgd = 1, loading = 0, book, settings, shocks, fund, sample } = setup
  const fill = (value: number): Float64Array => new Float64Array(loans).fill(value)
  const own = { ...bookSettings(loading > 0 ? [{ by: 'global', loading }] : []), ...book } as Book
  const { simulated, settings: all, factors } = ready(firmsOf(fill(pd), fill(1), fill(lgd)), own, settings)
  const options = { pool: new Pool(1), onPaths: () => undefined, signal: undefined, sample }
  const funded = { ...simulated, lenders: [plainLender(simulated.book, fund)] }
  const [cube] = await simulate(funded, scenario(shocks), all, factors, options)
  return cube!
}

/** Holds a mean over paths against its exact value: 4 standard errors are missed by chance once in 1,300 tries with 20 replicates. */
function expectMean(values: Float64Array, exact: number, replicates = 20): void {
  const { mean, standardError } = replicateMean(values, replicates)
  expect(standardError).toBeGreaterThan(0)
  expect(Math.abs(mean - exact) / standardError).toBeLessThan(4)
}

const share = (cube: OutcomeCube, holds: (path: number) => boolean): Float64Array =>
  Float64Array.from({ length: cube.paths }, (_, path) => (holds(path) ? 1 : 0))

describe('guarantee calls', () => {
  const network = (change: Partial<GuaranteeNetwork>): GuaranteeNetwork => ({
    share: 1,
    kind: 'groups',
    groups: [{ size: 3, share: 1 }],
    linksPerFirm: 0,
    linkProbability: 0.3,
    rounds: 5,
    payment: { each: 0, most: 0 },
    ...change,
  })
  const [h, p] = [0.1, 0.3]
  const keep = 1 - p

  test('in a group of three the number of defaults has the distribution that enumeration gives', async () => {
    const cube = await run({ loans: 3, book: { guarantees: network({}) }, settings: { paths: 200_000 } })
    // From one seed: nobody follows; one follows and spares the third; all fail. With two seeds the third is called twice.
    const one = { alone: keep ** 2, pair: 2 * p * keep * keep }
    const seeds = [(1 - h) ** 3, 3 * h * (1 - h) ** 2, 3 * h ** 2 * (1 - h), h ** 3]
    const two = keep * keep
    const exact = [
      seeds[0]!,
      seeds[1]! * one.alone,
      seeds[1]! * one.pair + seeds[2]! * two,
      seeds[1]! * (1 - one.alone - one.pair) + seeds[2]! * (1 - two) + seeds[3]!,
    ]
    for (const [k, probability] of exact.entries())
      expectMean(
        share(cube, (path) => cube.firmDefaults[path] === k),
        probability,
      )
    expectMean(cube.firmDefaultsUncalled, 3 * h)
    expect(cube.firmDefaults).toEqual(cube.defaults)
  })

  test('with one round the guarantors of the guarantors are not called', async () => {
    const cube = await run({ loans: 3, book: { guarantees: network({ rounds: 1 }) }, settings: { paths: 200_000 } })
    const one = { alone: keep ** 2, pair: 2 * p * keep }
    const two = keep * keep
    expectMean(
      share(cube, (path) => cube.firmDefaults[path] === 2),
      3 * h * (1 - h) ** 2 * one.pair + 3 * h ** 2 * (1 - h) * two,
    )
  })

  test('guarantors who survive pay their share of the loss, up to the most', async () => {
    const paying = network({ linkProbability: 0, payment: { each: 0.2, most: 0.3 } })
    const cube = await run({ loans: 3, book: { guarantees: paying }, settings: { paths: 100_000 } })
    // Of several that default in one month the later ones find fewer guarantors alive; months are uniform.
    const [a, b] = [3 * h * (1 - h) ** 2, 3 * h ** 2 * (1 - h)]
    expectMean(cube.loss, a * 0.7 + b * (0.7 + 0.8) + h ** 3 * (0.7 + 0.8 + 1))
  })

  test('a firm that a call brings down would have defaulted no more than once without it', async () => {
    const cube = await run({
      loans: 60,
      book: { guarantees: network({ linkProbability: 0.6 }) },
      settings: { paths: 20_000, horizonMonths: 36 },
    })
    expectMean(cube.firmDefaultsUncalled, 60 * (1 - (1 - h) ** 3))
    expect(Math.max(...cube.firmDefaults)).toBeLessThanOrEqual(60)
    expect(cube.firmDefaults.every((n, path) => n >= cube.firmDefaultsUncalled[path]!)).toBe(true)
  })
})

describe('deferral', () => {
  const deferral = { share: 1, from: 1, until: 12, months: 12, extended: 0, failed: 0.2 }

  test('nobody is classified while it lasts, and the true ratio is what it is without a deferral', async () => {
    const settings = { paths: 2_000, horizonMonths: 36 }
    const plain = await run({ loans: 500, settings })
    const cube = await run({ loans: 500, settings, shocks: { deferral: { ...deferral, failed: 0 } } })
    const at = (ratios: Float32Array, month: number): number =>
      ratios.subarray(month * cube.paths, (month + 1) * cube.paths).reduce((a, b) => a + b) / cube.paths
    // Loans mature after month 12 and are deferred to month 24; defaults from month 13 on wait, those of before do not.
    expect(at(cube.nplRatio, 14)).toBeCloseTo(at(plain.nplRatio, 14), 2)
    expect(at(cube.nplRatio, 23)).toBeLessThan(0.35 * at(cube.trueNplRatio, 23))
    expect(at(cube.nplRatio, 30)).toBeGreaterThan(at(cube.trueNplRatio, 30))
    for (const month of [6, 18, 30])
      expect(Math.abs(at(cube.trueNplRatio, month) - at(plain.trueNplRatio, month))).toBeLessThan(0.003)
    expect(plain.nplRatio).toBe(plain.trueNplRatio)
  })

  test('at its end the stated share of those still standing fails', async () => {
    const cube = await run({ loans: 200, settings: { paths: 20_000, horizonMonths: 36 }, shocks: { deferral } })
    const h = 0.1
    // Two years of ordinary defaults, the exits at the start of the third, then that year's.
    const standing = (1 - h) ** 2 * (1 - deferral.failed)
    expectMean(cube.firmDefaults, 200 * (1 - standing * (1 - h)))
  })
})

test('a guarantee fund pays its share up to the cap and nothing of the excess, by enumeration', async () => {
  const fund: GuaranteeFund = { covers: ['unsecured'], bankShare: 0.2, cap: 0.3 }
  const [n, h, lgd] = [4, 0.2, 0.5]
  const cube = await run({ loans: n, pd: h, lgd, fund, settings: { paths: 200_000 } })
  // Earned balance-years: a default in month m (uniform) leaves (m − ½)/12 of the year.
  let exact = 0
  const months = Array.from({ length: 12 }, (_, m) => (m + 0.5) / 12)
  const add = (k: number, lived: number, weight: number): void => {
    const within = k === 0 ? 0 : Math.min(1, (fund.cap * (n - k + lived)) / k)
    exact += weight * k * lgd * (1 - within * (1 - fund.bankShare))
  }
  const choose = [1, 4, 6, 4, 1]
  const visit = (k: number, left: number, lived: number, weight: number): void => {
    if (left === 0) add(k, lived, weight)
    else for (const m of months) visit(k, left - 1, lived + m, weight / 12)
  }
  for (let k = 0; k <= n; k++) visit(k, k, 0, choose[k]! * h ** k * (1 - h) ** (n - k))
  expectMean(cube.loss, exact)
  const cells = cube.cellLoss.reduce((a, b) => a + b)
  expect(cells / cube.loss.reduce((a, b) => a + b)).toBeCloseTo(1, 6)
})

describe('the global factor', () => {
  test('with Student’s t keeps the mean, and the chance of a bad year is the mixture’s', async () => {
    const [pd, loading, degreesOfFreedom] = [0.03, 0.5, 4]
    const globalFactor = { persistence: 0, degreesOfFreedom }
    const cube = await run({ loans: 2000, pd, loading, book: { globalFactor }, settings: { paths: 20_000 } })
    expectMean(cube.defaults, 2000 * pd)
    // Two firms of one year default together with the probability of the bivariate mixture: by a grid over the factor.
    const threshold = studentMixtureQuantile(pd, { t: loading ** 2, normal: 1 - loading ** 2, degreesOfFreedom })
    let joint = 0
    const steps = 40_000
    for (let i = 0; i < steps; i++) {
      const t = studentMixtureQuantile((i + 0.5) / steps, { t: 1, normal: 0, degreesOfFreedom })
      joint += normalCdf((threshold - loading * t) / Math.sqrt(1 - loading ** 2)) ** 2 / steps
    }
    expectMean(
      cube.defaults.map((k) => (k * (k - 1)) / (2000 * 1999)),
      joint,
    )
  })

  test('with persistence makes the defaults of two years as alike as bivariate normal probabilities say', async () => {
    const [pd, loading, persistence] = [0.1, 0.5, 0.6]
    const cube = await run({
      loans: 1000,
      pd,
      loading,
      book: { globalFactor: { persistence, degreesOfFreedom: null } },
      settings: { paths: 20_000, horizonMonths: 24 },
    })
    // P(survive both years) of one firm and P(default of i in year 1, of j ≠ i in year 2 having survived year 1).
    const z = normalQuantile(pd)
    const across = persistence * loading ** 2
    const both = bivariateNormalCdf(z, z, across)
    expectMean(cube.year1Defaults, 1000 * pd)
    const second = cube.defaults.map((d, path) => d - cube.year1Defaults[path]!)
    expectMean(second, 1000 * (pd - both))
  })
})

describe('a sample', () => {
  test('of later replicates is what a longer run has there', async () => {
    const setup = { loans: 50, loading: 0.3, settings: { paths: 400, replicates: 20 } }
    const later = await run({ ...setup, sample: { firstReplicate: 20, replicates: 20, factorShift: 0 } })
    const longer = await run({ ...setup, sample: { firstReplicate: 0, replicates: 40, factorShift: 0 } })
    expect(later.loss).toEqual(longer.loss.slice(400))
  })

  test('shifted along the direction has the same mean under its weights', async () => {
    const [loans, pd, loading] = [300, 0.02, 0.35]
    const sample = { firstReplicate: 0, replicates: 20, factorShift: -1.5 }
    const cube = await run({ loans, pd, loading, sample, settings: { paths: 20_000 } })
    const own = bookSettings([{ by: 'global', loading }])
    const fill = (value: number): Float64Array => new Float64Array(loans).fill(value)
    const { factors } = ready(firmsOf(fill(pd), fill(1), fill(1)), own, { paths: 20_000 })
    const weights = pathWeights(factors, sample, 1000)
    expectMean(weights, 1)
    expectMean(
      cube.loss.map((loss, path) => loss * weights[path]!),
      loans * pd,
    )
    expect(replicateMean(cube.loss, 20).mean).toBeGreaterThan(2 * loans * pd)
  })
})
