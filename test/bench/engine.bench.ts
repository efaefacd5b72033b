/**
 * The engine against the same work done loan by loan, and two worker threads against one. The two take turns, and the fastest
 * turn of each counts, which other work on the machine disturbs least. Prints what it measures; asserts nothing about time.
 */
import { expect, test } from 'vitest'
import { drawLgd, lgdTables } from '../../models/lgd.ts'
import { normalCdf, normalQuantile } from '../../models/normal.ts'
import { Pool } from '../../sim/engine/pool.ts'
import { Generator, streamKey } from '../../sim/random.ts'
import { simulate } from '../../sim/simulate.ts'
import { NO_SHOCKS, bookSettings, firmsOf, ready, replicateMean, scenario } from '../sim/equalBook.ts'
import type { Ready } from '../sim/equalBook.ts'

const LOANS = 10_000
const LOADING = Math.sqrt(0.12)
const REPLICATES = 20

const pds = Float64Array.from({ length: LOANS }, (_, i) => 0.003 * 50 ** (i / (LOANS - 1)))
const balances = Float64Array.from({ length: LOANS }, (_, i) => 0.8 + (0.4 * ((i * 7919) % LOANS)) / LOANS)

/** 10,000 unsecured loans of about 1 each, PDs log-spaced from 0.3 to 15 %, one factor with asset correlation 0.12. */
const book = (paths: number, horizonMonths: number): Ready =>
  ready(firmsOf(pds, balances, new Float64Array(LOANS).fill(NaN)), bookSettings([{ by: 'global', loading: LOADING }]), {
    paths,
    horizonMonths,
    replicates: REPLICATES,
    seed: 'bench',
  })

interface Measured {
  readonly seconds: number
  readonly loss: Float64Array
}

async function engine({ simulated, settings, factors }: Ready, pool: Pool): Promise<Measured> {
  const start = performance.now()
  const options = { pool, onPaths: () => undefined, signal: undefined }
  const [cube] = await simulate(simulated, scenario(), settings, factors, options)
  return { seconds: (performance.now() - start) / 1000, loss: cube!.loss }
}

/** One uniform a loan, year and path, held against the loan's conditional PD; the same LGD draw for those that default. */
function loanByLoan({ simulated, settings }: Ready): Measured {
  const start = performance.now()
  const { paths, horizonMonths, seed } = settings
  const years = Math.ceil(horizonMonths / 12)
  const lgd = lgdTables(simulated.book.lgd, NO_SHOCKS, years)
  const { loans } = simulated.layouts[0]!
  const thresholds = pds.map(normalQuantile)
  const scale = 1 / Math.sqrt(1 - LOADING ** 2)
  const draws = new Generator()
  const key = streamKey(seed, 'loan by loan')
  const loss = new Float64Array(paths)
  const alive = new Uint8Array(LOANS)
  for (let path = 0; path < paths; path++) {
    draws.seed(key, path)
    alive.fill(1)
    for (let year = 0; year < years; year++) {
      const systematic = LOADING * normalQuantile(draws.uniform())
      for (let i = 0; i < LOANS; i++) {
        if (alive[i] === 0 || draws.uniform() >= normalCdf((thresholds[i]! - systematic) * scale)) continue
        alive[i] = 0
        const [kind, collateral, stated] = [loans.lgdKind[i]!, loans.collateral[i]!, loans.assignedLgd[i]!]
        loss[path]! +=
          loans.balance[i]! * drawLgd(lgd, kind, collateral, year, stated, draws.uniform(), draws.uniform())
      }
    }
  }
  return { seconds: (performance.now() - start) / 1000, loss }
}

/** The fastest of some turns of each of two contenders, which take them in alternation. */
async function fastestOf(
  turns: number,
  contenders: readonly [() => Measured | Promise<Measured>, () => Measured | Promise<Measured>],
): Promise<[Measured, Measured]> {
  const best: [Measured, Measured] = [await contenders[0](), await contenders[1]()]
  for (let turn = 1; turn < turns; turn++)
    for (const k of [0, 1] as const) {
      const next = await contenders[k]()
      if (next.seconds < best[k].seconds) best[k] = next
    }
  return best
}

/** Prints a measurement with the standard error of the mean loss it reached, as a share of the balance. */
function report(name: string, { seconds, loss }: Measured): number {
  const { mean, standardError } = replicateMean(loss, REPLICATES)
  const rate = (LOANS * loss.length) / seconds
  const share = (money: number): string => `${((100 * money) / total(balances)).toFixed(4)} %`
  console.log(
    `${name}: ${seconds.toFixed(2)} s, ${(rate / 1e6).toFixed(1)} million loan-paths/s, mean loss ${share(mean)} ± ${share(standardError)}`,
  )
  return rate
}

const total = (values: Float64Array): number => values.reduce((a, b) => a + b, 0)

test('the engine against the same work done loan by loan: 10,000 loans × 500 paths × 1 year on one thread', async () => {
  const prepared = book(500, 12)
  const pool = new Pool(1)
  const [fast, slow] = await fastestOf(5, [() => engine(prepared, pool), () => loanByLoan(prepared)])
  const ratio = report('engine, full cube', fast) / report('loan by loan, loss only', slow)
  const errors = [fast, slow].map(({ loss }) => replicateMean(loss, REPLICATES).standardError)
  console.log(`ratio: ${ratio.toFixed(1)} in time, ${(errors[1]! / errors[0]!).toFixed(1)} in standard error`)
  const difference = replicateMean(fast.loss, REPLICATES).mean - replicateMean(slow.loss, REPLICATES).mean
  expect(Math.abs(difference), 'the same mean loss within 5 standard errors').toBeLessThan(5 * Math.hypot(...errors))
})

test('two worker threads against one: 10,000 loans × 15,000 paths × 3 years', async () => {
  const prepared = book(15_000, 36)
  const pools = [new Pool(1), new Pool(2)] as const
  const [one, two] = await fastestOf(3, [() => engine(prepared, pools[0]), () => engine(prepared, pools[1])])
  await Promise.all(pools.map((pool) => pool.close()))
  const ratio = report('2 workers', two) / report('1 worker', one)
  console.log(`ratio: ${ratio.toFixed(2)}`)
  expect(two.loss).toEqual(one.loss)
})
