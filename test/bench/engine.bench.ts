/**
 * The engine's speed, always as a ratio of two things in one run. Contenders take turns, and the fastest turn of each counts, which
 * other work on the machine disturbs least. Prints what it measures; asserts nothing about time.
 */
import { describe, expect, test } from 'vitest'
import { Pool } from '../../sim/engine/pool.ts'
import { replicateMean } from '../sim/equalBook.ts'
import { W1, W2, W3, engine, fastestOf, loanByLoan, perPath, prepare, print } from './workloads.ts'
import type { Measured, Workload } from './workloads.ts'

/** Means of two samples of one book agree within 5 standard errors of their difference. */
function expectSameMean(a: Measured, b: Measured): void {
  const [x, y] = [a, b].map(({ loss }) => replicateMean(loss, 20))
  expect(Math.abs(x!.mean - y!.mean)).toBeLessThan(5 * Math.hypot(x!.standardError, y!.standardError))
}

const ratio = (name: string, slow: Measured, fast: Measured): void => {
  console.log(`${name}: ${(perPath(slow) / perPath(fast)).toFixed(1)}`)
}

describe('against the same work done loan by loan, one thread', () => {
  test.each([
    ['W1', W1, 4_000],
    ['W2', W2, 400],
    ['W3', W3, 4_000],
  ] as const)('%s', async (name, work, loopPaths) => {
    const prepared = prepare(work)
    const pool = new Pool(1)
    const [ours, own, shared] = await fastestOf(3, [
      () => engine(prepared, pool),
      () => loanByLoan(prepared, loopPaths, 'own'),
      () => loanByLoan(prepared, loopPaths, 'shared'),
    ])
    print(`${name} engine, whole cube`, ours!)
    print(`${name} loop, a PD of its own for each loan`, own!)
    print(`${name} loop, one PD a grade`, shared!)
    ratio(`${name} loop with own PDs ÷ engine`, own!, ours!)
    ratio(`${name} loop with shared PDs ÷ engine`, shared!, ours!)
    expectSameMean(ours!, own!)
    expectSameMean(ours!, shared!)
  })
})

test('time against loans at a fixed number of defaults: ten times the loans at a tenth of the PD', async () => {
  const pool = new Pool(1)
  const sizes: Workload[] = [10_000, 100_000, 1_000_000].map((loans) => ({
    loans,
    paths: 300_000,
    factors: 'one',
    pdFactor: 10_000 / loans,
  }))
  const prepared = sizes.map(prepare)
  const measured = await fastestOf(
    2,
    prepared.map((one) => () => engine(one, pool)),
  )
  for (const [k, one] of measured.entries()) print(`${sizes[k]!.loans} loans`, one)
  for (const k of [1, 2]) ratio(`${sizes[k]!.loans} loans ÷ ${sizes[k - 1]!.loans}`, measured[k]!, measured[k - 1]!)
})

test('time against defaults: 10,000 loans at a tenth, one, and three times the PD', async () => {
  const pool = new Pool(1)
  const prepared = [0.1, 1, 3].map((pdFactor) => prepare({ ...W1, paths: 20_000, pdFactor }))
  const measured = await fastestOf(
    3,
    prepared.map((one) => () => engine(one, pool)),
  )
  for (const one of measured) print(`${(one.defaults / one.paths).toFixed(0)} defaults a path`, one)
})

test('two worker threads against one: 100,000 loans × 20,000 paths', async () => {
  const prepared = prepare({ ...W2, paths: 20_000 })
  const pools = [new Pool(1), new Pool(2)] as const
  const [one, two] = await fastestOf(4, [() => engine(prepared, pools[0]), () => engine(prepared, pools[1])])
  await Promise.all(pools.map((pool) => pool.close()))
  print('1 worker', one!)
  print('2 workers', two!)
  ratio('1 worker ÷ 2', one!, two!)
  expect(two!.loss).toEqual(one!.loss)
})
