import { afterAll, expect, test } from 'vitest'
import type { OutcomeCube } from '../../models/cube.ts'
import { Pool } from '../../sim/engine/pool.ts'
import { simulate } from '../../sim/simulate.ts'
import { simulateToError } from '../../sim/simulateToError.ts'
import type { ResultTables } from '../../sim/types.ts'
import { equalBook, replicateMean, scenario } from './equalBook.ts'

const pool = new Pool(1)
afterAll(() => pool.close())

const book = equalBook({ loans: 50, pd: 0.05, lgd: 0.4, paths: 400, factors: [{ by: 'global', loading: 0.4 }] })

/** Simulates replicates of the book for real, and judges the mean loss as if it were the surplus. */
function steps(seen: [number, number][] = []) {
  const draw = async (firstReplicate: number, replicates: number): Promise<OutcomeCube[]> => {
    seen.push([firstReplicate, replicates])
    const { simulated, settings, factors } = book
    const sample = { firstReplicate, replicates, factorShift: 0 }
    return simulate(simulated, scenario(), settings, factors, {
      pool,
      onPaths: () => undefined,
      signal: undefined,
      sample,
    })
  }
  const judge = (cubes: readonly OutcomeCube[]): Promise<ResultTables[]> =>
    Promise.resolve(cubes.map((cube) => entry(cube, replicateMean(cube.loss, cube.replicates).standardError)))
  return { simulate: draw, judge, release: () => undefined }
}

const entry = ({ paths, replicates }: OutcomeCube, surplus: number): ResultTables =>
  ({
    result: { paths, replicates, standardErrors: { surplus }, reasons: { years: 'kept' } },
    paths: {},
  }) as unknown as ResultTables

const errorOf = (tables: readonly ResultTables[]): number => Number(tables[0]!.result.standardErrors['surplus'])

test('without a target the replicates asked for are simulated once', async () => {
  const seen: [number, number][] = []
  const { tables } = await simulateToError({ replicates: 20, targetError: null }, steps(seen))
  expect(seen).toEqual([[0, 20]])
  expect(tables[0]!.result.reasons).toEqual({ years: 'kept' })
})

test('only new replicates are simulated, and joined they are those of one simulation of all, to the bit', async () => {
  const seen: [number, number][] = []
  const { tables: twenty } = await simulateToError({ replicates: 20, targetError: null }, steps())
  const { tables, cubes } = await simulateToError({ replicates: 20, targetError: errorOf(twenty) / 1.8 }, steps(seen))
  expect(seen.length).toBeGreaterThan(1)
  expect(seen).toEqual([[0, 20], [20, 20], [40, 40], [80, 80]].slice(0, seen.length)) // prettier-ignore
  const all = 20 * 2 ** (seen.length - 1)
  const [whole] = await steps().simulate(0, all)
  expect(cubes[0]!.replicates).toBe(all)
  expect(cubes[0]).toEqual(whole)
  expect(errorOf(tables)).toBeLessThanOrEqual(errorOf(twenty) / 1.8)
})

test('a target met exactly is met, and one just below it takes more replicates', async () => {
  const { tables } = await simulateToError({ replicates: 20, targetError: null }, steps())
  const met = await simulateToError({ replicates: 20, targetError: errorOf(tables) }, steps())
  const missed = await simulateToError({ replicates: 20, targetError: errorOf(tables) * (1 - 1e-12) }, steps())
  expect(met.cubes[0]!.replicates).toBe(20)
  expect(missed.cubes[0]!.replicates).toBeGreaterThan(20)
})

test('it stops at 2⁸ times the replicates, and only the entries that are off say so', async () => {
  const tiny = equalBook({ loans: 2, pd: 0.05, lgd: 0.4, paths: 4, replicates: 2 })
  const { tables, cubes } = await simulateToError(
    { replicates: 2, targetError: 0.1 },
    {
      ...steps(),
      simulate: (firstReplicate, replicates) =>
        simulate(tiny.simulated, scenario(), tiny.settings, tiny.factors, {
          pool,
          onPaths: () => undefined,
          signal: undefined,
          sample: { firstReplicate, replicates, factorShift: 0 },
        }),
      judge: ([cube]) => Promise.resolve([entry(cube!, 0.25), entry(cube!, 1e-7)]),
    },
  )
  expect(cubes[0]!.replicates).toBe(2 * 2 ** 8)
  expect(tables.map(({ result }) => result.reasons)).toEqual([
    {
      years: 'kept',
      targetError:
        'a standard error of 0.1 of the mean surplus was not reached: 0.25 after 1024 paths; 256 times the replicates asked for are the most',
    },
    { years: 'kept' },
  ])
})

test('a target far beyond what could be reached is given up at once', async () => {
  const { tables, cubes } = await simulateToError({ replicates: 20, targetError: 1e-12 }, steps())
  expect(cubes[0]!.replicates).toBe(20)
  expect(tables[0]!.result.reasons['targetError']).toMatch(
    /; it would take some \S+ times .* and 256 times are the most$/,
  )
})

test('it stops before the outcomes would take more memory than they may', async () => {
  const [cube] = await steps().simulate(0, 20)
  // never touched, so that no memory is spent on it
  const large: OutcomeCube = { ...cube!, cellLoss: new Float32Array(5e8) }
  const seen: number[] = []
  const before = await simulateToError({ replicates: 20, targetError: null }, steps())
  const { tables } = await simulateToError(
    { replicates: 20, targetError: errorOf(before.tables) / 5 },
    {
      ...steps(),
      simulate: (_, replicates) => {
        seen.push(replicates)
        return Promise.resolve([large])
      },
    },
  )
  expect(seen).toEqual([20])
  expect(tables[0]!.result.reasons['targetError']).toMatch(/; twice the paths would need 9\.3 GiB of the 6\.0 GiB /)
})
