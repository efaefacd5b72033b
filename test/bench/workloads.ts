import { normalCdf, normalQuantile } from '../../models/normal.ts'
import type { FactorGroup } from '../../models/book.ts'
import type { SimulationSettings } from '../../models/study.ts'
import type { Pool } from '../../sim/engine/pool.ts'
import { Generator, streamKey, uniformAt } from '../../sim/random.ts'
import { simulate } from '../../sim/simulate.ts'
import { bookSettings, firmsOf, ready, replicateMean, scenario } from '../sim/equalBook.ts'
import type { Ready } from '../sim/equalBook.ts'

/** One-year loans with a LGD of .45, exposures lognormal (σ = 1), ten PD grades from .3 to 15 %, total asset correlation .12. */
export interface Workload {
  readonly loans: number
  readonly paths: number
  /** One factor for all, or 8 sector factors that share half their variance with it. */
  readonly factors: 'one' | 'nine'
  /** Multiplies every grade's PD. */
  readonly pdFactor?: number
  readonly settings?: Partial<SimulationSettings>
}

export const W1: Workload = { loans: 10_000, paths: 100_000, factors: 'one' }
export const W2: Workload = { loans: 100_000, paths: 10_000, factors: 'one' }
export const W3: Workload = { loans: 10_000, paths: 100_000, factors: 'nine' }

const SECTORS = 8
const GRADES = 10
export const LGD = 0.45
export const ASSET_CORRELATION = 0.12

const FACTORS: Record<Workload['factors'], FactorGroup[]> = {
  one: [{ by: 'global', loading: Math.sqrt(ASSET_CORRELATION) }],
  nine: [
    { by: 'global', loading: Math.sqrt(ASSET_CORRELATION / 2) },
    { by: 'sector', loading: Math.sqrt(ASSET_CORRELATION / 2) },
  ],
}

/** Lays a workload out for the engine. */
export function prepare({ loans, paths, factors, pdFactor = 1, settings }: Workload): Ready {
  const grade = (i: number): number => Math.floor(GRADES * uniformAt(1, i))
  const exposures = Float64Array.from({ length: loans }, (_, i) => Math.exp(normalQuantile(uniformAt(2, i))))
  const total = exposures.reduce((a, b) => a + b, 0)
  const firms = firmsOf(
    Float64Array.from({ length: loans }, (_, i) => pdFactor * 0.003 * 50 ** (grade(i) / (GRADES - 1))),
    exposures.map((exposure) => exposure / total),
    new Float64Array(loans).fill(LGD),
    Int32Array.from({ length: loans }, (_, i) => Math.floor(SECTORS * uniformAt(3, i))),
  )
  firms.requests.givenGrade.set(Uint8Array.from({ length: loans }, (_, i) => grade(i) + 1))
  return ready(firms, bookSettings(FACTORS[factors]), { paths, horizonMonths: 12, seed: 'bench', ...settings })
}

export interface Measured {
  readonly seconds: number
  readonly paths: number
  readonly loss: Float64Array
  readonly defaults: number
}

/** The engine, with the whole outcome cube. */
export async function engine({ simulated, settings, factors }: Ready, pool: Pool): Promise<Measured> {
  const start = performance.now()
  const options = { pool, onPaths: () => undefined, signal: undefined }
  const [cube] = await simulate(simulated, scenario(), settings, factors, options)
  const seconds = (performance.now() - start) / 1000
  const loss = Float64Array.from(cube!.loss)
  const defaults = cube!.defaults.reduce((a, b) => a + b, 0)
  pool.memory.release(Object.values(cube!))
  return { seconds, paths: settings.paths, loss, defaults }
}

/**
 * The same losses loan by loan, in the plainest loop that is not wasteful: one uniform a loan and path, held against a conditional PD that
 * is worked out once a PD and sector (`shared`) or for each loan, as a book whose firms all differ needs (`own`). Keeps the loss only.
 */
export function loanByLoan({ simulated, settings }: Ready, paths: number, pd: 'shared' | 'own'): Measured {
  const { firms, levels, layouts } = simulated
  const balances = layouts[0]!.loans.balance
  const count = balances.length
  const sectors = firms.groupings.get('sector')!.codes
  const [global, sector] = [levels.loadings[0]!, levels.loadings[1] ?? 0]
  const distinct = [...new Set(firms.truePd)]
  const start = performance.now()
  const kind = Int32Array.from(firms.truePd, (h, i) => distinct.indexOf(h) * SECTORS + sectors[i]!)
  const thresholds = distinct.map(normalQuantile)
  const scale = 1 / Math.sqrt(1 - ASSET_CORRELATION)
  const conditional = new Float64Array(distinct.length * SECTORS)
  const systematic = new Float64Array(SECTORS)
  const draws = new Generator()
  const key = streamKey(settings.seed, 'loan by loan')
  const loss = new Float64Array(paths)
  let defaults = 0
  for (let path = 0; path < paths; path++) {
    draws.seed(key, path)
    const z = normalQuantile(draws.uniform())
    for (let s = 0; s < SECTORS; s++) systematic[s] = global * z + sector * normalQuantile(draws.uniform())
    if (pd === 'shared')
      for (let k = 0; k < conditional.length; k++)
        conditional[k] = normalCdf((thresholds[Math.floor(k / SECTORS)]! - systematic[k % SECTORS]!) * scale)
    let sum = 0
    for (let i = 0; i < count; i++) {
      const k = kind[i]!
      const p =
        pd === 'shared'
          ? conditional[k]!
          : normalCdf((thresholds[Math.floor(k / SECTORS)]! - systematic[k % SECTORS]!) * scale)
      if (draws.uniform() >= p) continue
      sum += balances[i]!
      defaults++
    }
    loss[path] = LGD * sum
  }
  return { seconds: (performance.now() - start) / 1000, paths, loss, defaults }
}

/** The fastest of some turns of each contender, which take them in alternation: what other work on the machine disturbs least. */
export async function fastestOf(
  turns: number,
  contenders: readonly (() => Measured | Promise<Measured>)[],
): Promise<Measured[]> {
  const best: Measured[] = []
  for (let turn = 0; turn < turns; turn++)
    for (const [k, contender] of contenders.entries()) {
      const next = await contender()
      if (!best[k] || next.seconds < best[k].seconds) best[k] = next
    }
  return best
}

export const perPath = ({ seconds, paths }: Measured): number => seconds / paths

/** Prints a measurement with the standard error of the mean loss it reached. */
export function print(name: string, measured: Measured): void {
  const { mean, standardError } = replicateMean(measured.loss, 20)
  const micros = (1e6 * perPath(measured)).toFixed(1)
  const nanos = ((1e9 * measured.seconds) / measured.defaults).toFixed(0)
  const percent = (x: number): string => `${(100 * x).toFixed(4)} %`
  console.log(
    `${name}: ${measured.seconds.toFixed(2)} s for ${measured.paths} paths, ${micros} µs a path, ${nanos} ns a default, mean loss ${percent(mean)} ± ${percent(standardError)}`,
  )
}
