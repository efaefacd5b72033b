import { afterAll, describe, expect, test } from 'vitest'
import type { OutcomeCube } from '../../models/cube.ts'
import { finiteBookDistribution, finiteBookQuantile } from '../../models/oracle/finiteBook.ts'
import type { Tail } from '../../models/result.ts'
import type { FactorGroup } from '../../models/book.ts'
import type { Study } from '../../models/study.ts'
import type { Sample } from '../../sim/engine/factors.ts'
import { Pool } from '../../sim/engine/pool.ts'
import { simulate } from '../../sim/simulate.ts'
import { tailPaths, tailSample, withTails, withoutTails } from '../../sim/tail.ts'
import type { ResultTables } from '../../sim/types.ts'
import { equalBook, scenario } from './equalBook.ts'
import type { Ready } from './equalBook.ts'

const pool = new Pool(1)
afterAll(() => pool.close())

const [LOANS, PD, LGD, LOADING] = [1000, 0.03, 0.4, 0.35]
const GLOBAL: readonly FactorGroup[] = [{ by: 'global', loading: LOADING }]
const TAIL_PATHS = 2000

const draw = ({ simulated, settings, factors }: Ready, paths: number, sample?: Sample): Promise<OutcomeCube[]> =>
  simulate(simulated, scenario(), { ...settings, paths }, factors, {
    pool,
    onPaths: () => undefined,
    signal: undefined,
    ...(sample && { sample }),
  })

/** An entry of schedules that bear all, or half, of the loss. */
const study = {
  schedules: [{ costs: { bankShare: 1 } }, { costs: { bankShare: 0.5 } }],
  verdict: { confidence: 0.95 },
} as unknown as Study
const entry = {
  result: { surplus: 1, standardErrors: { surplus: 2 }, reasons: { raroc: 'why' }, selection: { approved: 3 } },
  paths: {},
  replicates: { surplus: Float64Array.of(1, 1) },
}
const entries = [entry, entry] as unknown as ResultTables[]

async function tails(book: Ready): Promise<{ sample: Sample; tables: ResultTables[] }> {
  const sample = tailSample(book.settings, book.factors, await draw(book, 1000))!
  const cubes = await draw(book, TAIL_PATHS, sample)
  return { sample, tables: withTails(study, entries, cubes, book.factors, sample) }
}

const errorsOf = ({ result }: ResultTables): Tail => result.standardErrors['tail'] as Tail

describe('a tail sample', () => {
  const book = equalBook({ loans: LOANS, pd: PD, lgd: LGD, factors: GLOBAL })
  const found = tails(book)

  test('finds value at risk and expected shortfall of the exact finite book within 4 standard errors, from 2,000 paths', async () => {
    const [whole] = (await found).tables
    const probabilities = finiteBookDistribution(PD, LOADING ** 2, LOANS)
    const quantile = finiteBookQuantile(PD, LOADING ** 2, LOANS, 0.999)
    const excess = probabilities.reduce((sum, p, k) => sum + p * Math.max(0, k - quantile), 0)
    const exact = [quantile, quantile + excess / (1 - 0.999)].map((defaults) => (defaults * LGD) / LOANS)
    const tail = whole!.result.tail!
    const errors = errorsOf(whole!)
    expect(Math.abs(tail.valueAtRisk999! - exact[0]!)).toBeLessThan(4 * errors.valueAtRisk999!)
    expect(Math.abs(tail.expectedShortfall999! - exact[1]!)).toBeLessThan(4 * errors.expectedShortfall999!)
    // a plain sample of as many paths has two beyond the quantile
    expect(errors.valueAtRisk999! / exact[0]!).toBeLessThan(0.02)
    expect(errors.expectedShortfall999! / exact[1]!).toBeLessThan(0.02)
  })

  test('is shifted nearly to where the factor itself passes the level, in replicates of its own', async () => {
    const { sample } = await found
    expect(sample.factorShift).toBeGreaterThan(-3.0903)
    expect(sample.factorShift).toBeLessThan(-2.5)
    expect(sample.firstReplicate).toBeGreaterThanOrEqual(20 * 2 ** 8)
  })

  test('gives parts of cells, and of sectors, that add up to the expected shortfall', async () => {
    const [whole] = (await found).tables
    const { contributions, expectedShortfall999 } = whole!.result.tail!
    for (const by of ['cell', 'sector'] as const) {
      const parts = contributions.filter((part) => part.by === by)
      expect(parts.length).toBeGreaterThan(0)
      const sum = parts.reduce((total, part) => total + part.expectedShortfall999, 0)
      expect(sum).toBeCloseTo(expectedShortfall999!, 12)
    }
    expect(errorsOf(whole!).contributions.map(({ by, key }) => [by, key])).toEqual(
      contributions.map(({ by, key }) => [by, key]),
    )
  })

  test('counts the share of the loss that the bank bears, entry by entry, and leaves the rest of an entry alone', async () => {
    const [whole, half] = (await found).tables
    expect(half!.result.tail!.valueAtRisk999).toBeCloseTo(whole!.result.tail!.valueAtRisk999! / 2, 12)
    expect(half!.result).toMatchObject({
      surplus: 1,
      standardErrors: { surplus: 2 },
      reasons: { raroc: 'why' },
      selection: { approved: 3 },
    })
    expect(half!.replicates).toBe(entry.replicates)
  })
})

test('without correlation there is no tail sample, and the entries say why', async () => {
  const book = equalBook({ loans: 20, pd: PD, lgd: LGD, factors: [] })
  expect(tailPaths({ ...book.settings, tail: { paths: 2000 } }, book.factors)).toBe(0)
  expect(tailSample(book.settings, book.factors, await draw(book, 100))).toBeNull()
  const [table] = withoutTails(entries)
  expect(table!.result.tail).toEqual({ valueAtRisk999: null, expectedShortfall999: null, contributions: [] })
  expect(errorsOf(table!).valueAtRisk999).toBeNull()
  expect(table!.result.reasons['tail.valueAtRisk999']).toMatch(/^no default is correlated/)
})

test('paths of the tail are counted in whole replicates', () => {
  const { settings, factors } = equalBook({ loans: 20, pd: PD, lgd: LGD, factors: GLOBAL })
  expect(tailPaths({ ...settings, tail: { paths: 1990 } }, factors)).toBe(2000)
  expect(tailPaths(settings, factors)).toBe(0)
})

test('a book that has no loss on any path is sampled without a shift', async () => {
  const book = equalBook({ loans: 20, pd: 1e-9, lgd: LGD, factors: GLOBAL })
  const sample = tailSample(book.settings, book.factors, await draw(book, 100))
  expect(sample!.factorShift).toBe(0)
})
