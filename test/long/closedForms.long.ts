import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutcomeCube } from '../../models/cube.ts'
import { finiteBookQuantile } from '../../models/oracle/finiteBook.ts'
import { quantileWithError } from '../../models/standardErrors.ts'
import { vasicekStandardDeviation } from '../../models/vasicek.ts'
import { Pool } from '../../sim/engine/pool.ts'
import { simulate } from '../../sim/simulate.ts'
import { bookSettings, equalBook, firmsOf, ready, replicateMean, scenario } from '../sim/equalBook.ts'
import type { Ready } from '../sim/equalBook.ts'

const MILLION = 1_000_000
let pool: Pool
beforeAll(() => {
  pool = new Pool(2)
})
afterAll(() => pool.close())

async function run({ simulated, settings, factors }: Ready): Promise<OutcomeCube> {
  const options = { pool, onPaths: () => undefined, signal: undefined }
  const [cube] = await simulate(simulated, scenario(), settings, factors, options)
  return cube!
}

/** z-score of a mean over paths, printed so that a pass can be seen to be one. */
function zScore(name: string, values: Float64Array, replicates: number, exact: number): number {
  const { mean, standardError } = replicateMean(values, replicates)
  const z = (mean - exact) / standardError
  console.log(`${name}: ${mean} ± ${standardError}, exact ${exact}, z ${z.toFixed(2)}`)
  return z
}

test('mean loss of a mixed book is Σ h·LGD·EAD within 4 standard errors at 10⁶ paths', async () => {
  const n = 200
  const pds = Float64Array.from({ length: n }, (_, i) => 0.001 * 300 ** (i / n))
  const balances = Float64Array.from({ length: n }, (_, i) => 10 + ((i * 104729) % 900))
  const lgds = Float64Array.from({ length: n }, (_, i) => 0.2 + 0.6 * ((i % 13) / 12))
  const sectors = Int32Array.from({ length: n }, (_, i) => i % 4)
  const book = bookSettings([
    { by: 'global', loading: 0.25 },
    { by: 'sector', loading: 0.25 },
  ])
  const prepared = ready(firmsOf(pds, balances, lgds, sectors), book, { paths: MILLION })
  const exact = pds.reduce((sum, h, i) => sum + h * lgds[i]! * balances[i]!, 0)
  expect(Math.abs(zScore('mean loss', (await run(prepared)).loss, 20, exact))).toBeLessThan(4)
})

test.each([
  [100, 0.03, 0.05],
  [400, 0.05, 0.12],
])(
  'variance of the default rate of %i loans (PD %f, ρ %f) is SD²(∞) + (p(1−p) − SD²(∞))/N within 4 standard errors at 10⁶ paths',
  async (loans, pd, correlation) => {
    const factors = [{ by: 'global', loading: Math.sqrt(correlation) }]
    const cube = await run(equalBook({ loans, pd, lgd: 1, factors, paths: MILLION }))
    const systematic = vasicekStandardDeviation(pd, correlation) ** 2
    const exact = systematic + (pd * (1 - pd) - systematic) / loans
    const squares = cube.defaults.map((d) => (d / loans - pd) ** 2)
    expect(Math.abs(zScore(`variance at N = ${loans}`, squares, 20, exact))).toBeLessThan(4)
  },
)

test.each([
  [0.01, 0.12],
  [0.03, 0.05],
])(
  'the 99.9 % default rate of 10,000 equal loans (PD %f, ρ %f) is the exact finite-book quantile within 4 standard errors',
  async (pd, correlation) => {
    const loans = 10_000
    const factors = [{ by: 'global', loading: Math.sqrt(correlation) }]
    const cube = await run(equalBook({ loans, pd, lgd: 1, factors, paths: 200_000 }))
    const estimate = quantileWithError(cube.defaults, 20, 0.999, 0.95)
    if ('reason' in estimate) throw new Error(estimate.reason)
    const exact = finiteBookQuantile(pd, correlation, loans, 0.999)
    console.log(`99.9 % quantile: ${estimate.value} ± ${estimate.standardError}, exact ${exact}`)
    expect(Math.abs(estimate.value - exact)).toBeLessThan(4 * estimate.standardError)
  },
)
