/**
 * What stratification and importance sampling are worth: errors of the same figure over repeats with other seeds, in one run. The
 * number of plain paths with the same error as one path of the design is the ratio of their variances.
 */
import { describe, expect, test } from 'vitest'
import { sampleQuantile } from '../../models/sample.ts'
import { weightedSample } from '../../models/weightedSample.ts'
import { pathWeights } from '../../sim/engine/factors.ts'
import type { Sample } from '../../sim/engine/factors.ts'
import { Pool } from '../../sim/engine/pool.ts'
import { simulate } from '../../sim/simulate.ts'
import { tailSample } from '../../sim/tail.ts'
import { scenario } from '../sim/equalBook.ts'
import { W1, W3, prepare } from './workloads.ts'
import type { Workload } from './workloads.ts'

const REPEATS = 40
const PLAIN_PATHS = 10_000
const TAIL_PATHS = 1_000
const LEVEL = 0.999

interface Estimates {
  readonly mean: number
  readonly q99: number
  readonly q999: number
}

/** Figures of one repeat: every path on its own (`plain`), or stratified in 20 replicates as runs are. */
async function ordinary(workload: Workload, seed: string, design: 'plain' | 'stratified'): Promise<Estimates> {
  const settings = { seed, replicates: design === 'plain' ? PLAIN_PATHS : 20 }
  const { loss } = await draw({ ...workload, paths: PLAIN_PATHS, settings })
  const sorted = Float64Array.from(loss).sort()
  return {
    mean: loss.reduce((a, b) => a + b) / loss.length,
    q99: sampleQuantile(sorted, 0.99),
    q999: sampleQuantile(sorted, LEVEL),
  }
}

/** VaR 99.9 % of one repeat of the tail sample alone; its shift comes from a main sample, as in a run. */
async function tail(workload: Workload, seed: string, shift: number): Promise<number> {
  const sample = { firstReplicate: 1000, replicates: 20, factorShift: shift }
  const { loss, weights } = await draw({ ...workload, paths: TAIL_PATHS, settings: { seed } }, sample)
  return weightedSample(loss, weights, 20).quantile(LEVEL)
}

const pool = new Pool(1)

async function draw(
  workload: Workload,
  sample?: Sample,
): Promise<{ readonly loss: Float64Array; readonly weights: Float64Array; readonly shift: number }> {
  const { simulated, settings, factors } = prepare(workload)
  const options = { pool, onPaths: () => undefined, signal: undefined, ...(sample ? { sample } : {}) }
  const [cube] = await simulate(simulated, scenario(), settings, factors, options)
  const weights = sample ? pathWeights(factors, sample, settings.paths / settings.replicates) : new Float64Array(0)
  const shift = sample ? sample.factorShift : tailSample(settings, factors, [cube!])!.factorShift
  const loss = Float64Array.from(cube!.loss)
  pool.memory.release(Object.values(cube!))
  return { loss, weights, shift }
}

/** Mean square of the distance from a reference. */
const meanSquare = (values: readonly number[], reference: number): number =>
  values.reduce((sum, v) => sum + (v - reference) ** 2 / values.length, 0)
const average = (values: readonly number[]): number => values.reduce((a, b) => a + b) / values.length

describe.each([
  ['W1, one factor', W1],
  ['W3, nine factors', W3],
] as const)('%s', (name, workload) => {
  test('stratified and tail samples against plain paths', async () => {
    const { shift } = await draw({ ...workload, paths: PLAIN_PATHS, settings: { seed: 'shift' } })
    const plain: Estimates[] = []
    const stratified: Estimates[] = []
    const tails: number[] = []
    for (let k = 0; k < REPEATS; k++) {
      plain.push(await ordinary(workload, `repeat ${k}`, 'plain'))
      stratified.push(await ordinary(workload, `repeat ${k}`, 'stratified'))
      tails.push(await tail(workload, `repeat ${k}`, shift))
    }
    const q999 = average(tails)
    const truth: Estimates = {
      mean: average(stratified.map(({ mean }) => mean)),
      q99: average(stratified.map(({ q99 }) => q99)),
      q999,
    }
    const errors = (repeats: readonly Estimates[]): Estimates => ({
      mean: meanSquare(repeats.map(({ mean }) => mean), truth.mean), // prettier-ignore
      q99: meanSquare(repeats.map(({ q99 }) => q99), truth.q99), // prettier-ignore
      q999: meanSquare(repeats.map(({ q999 }) => q999), truth.q999), // prettier-ignore
    })
    const [a, b] = [errors(plain), errors(stratified)]
    for (const figure of ['mean', 'q99', 'q999'] as const)
      console.log(
        `${name}: error of ${figure} with ${PLAIN_PATHS} paths plain ${relative(a[figure], truth[figure])}, stratified ${relative(b[figure], truth[figure])}: ${(a[figure] / b[figure]).toFixed(1)} times fewer paths`,
      )
    const t = meanSquare(tails, q999)
    const fewer = (a.q999 * PLAIN_PATHS) / (t * TAIL_PATHS)
    console.log(
      `${name}: VaR 99.9 % ${q999.toFixed(6)} by tail samples of ${TAIL_PATHS} paths (shift ${shift.toFixed(2)}), error ${relative(t, q999)}: ${fewer.toFixed(0)} times fewer paths than plain, ${((b.q999 * PLAIN_PATHS) / (t * TAIL_PATHS)).toFixed(0)} times fewer than stratified`,
    )
    // Four standard errors of the plain average.
    const distance = Math.abs(average(plain.map((e) => e.q999)) - q999)
    expect(distance).toBeLessThan(4 * Math.sqrt(a.q999 / REPEATS))
  })
})

const relative = (square: number, value: number): string => `${((100 * Math.sqrt(square)) / value).toFixed(3)} %`
