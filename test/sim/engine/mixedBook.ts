import type { TapeBook } from '../../../models/book.ts'
import type { Shocks } from '../../../models/scenario.ts'
import type { GuaranteeFund } from '../../../models/strategy.ts'
import type { SimulationSettings } from '../../../models/study.ts'
import type { Firms } from '../../../models/types.ts'
import { kernelOf } from '../../../sim/engine/kernelOf.ts'
import { allocateCubes } from '../../../sim/engine/allocateCubes.ts'
import type { CubeArrays, Task, UnitSums } from '../../../sim/engine/task.ts'
import { guaranteeOrder } from '../../../sim/guaranteeGraph.ts'
import { plainLender } from '../../../sim/lender.ts'
import { streamKey } from '../../../sim/random.ts'
import { toTask } from '../../../sim/toTask.ts'
import { bookSettings, firmsOf, ready, scenario } from '../equalBook.ts'
import type { Ready } from '../equalBook.ts'

/** What a mixed book has besides firms of every kind. */
export interface MixedBook {
  readonly firms: number
  readonly book?: Partial<TapeBook>
  readonly fund?: GuaranteeFund
  readonly settings?: Partial<SimulationSettings>
  /** Loans a firm, 1 by default. */
  readonly loansEach?: number
}

const spread = (i: number, prime: number, n: number): number => ((i * prime) % n) / n

/**
 * Firms of three sectors with PDs from 0.3 to 15 %, balances from 0.5 to 10, terms from 6 to 36 months, all collaterals and repayments;
 * every seventh has a stated LGD. Nothing is drawn.
 */
export function mixedBook({ firms: n, book = {}, fund, settings = {}, loansEach = 1 }: MixedBook): Ready {
  const column = (value: (i: number) => number): Float64Array => Float64Array.from({ length: n }, (_, i) => value(i))
  const own = firmsOf(
    column((i) => 0.003 * 50 ** spread(i, 7919, n)),
    column((i) => 0.5 * 20 ** spread(i, 104729, n)),
    column((i) => (i % 7 === 0 ? 0.2 + 0.6 * spread(i, 31, n) : NaN)),
    Int32Array.from({ length: n }, (_, i) => i % 3),
  )
  const settled = bookSettings([
    { by: 'global', loading: 0.3 },
    { by: 'sector', loading: 0.2 },
  ])
  const {
    simulated,
    settings: all,
    factors,
  } = ready(
    withLoans(own, loansEach),
    { ...settled, amortisationRate: 0.06, ...book },
    { horizonMonths: 36, ...settings },
  )
  const order = guaranteeOrder(n, null, streamKey(all.seed, 'order'))
  return {
    simulated: { ...simulated, lenders: [plainLender(simulated.book, fund)], guaranteeOrder: order },
    settings: all,
    factors,
  }
}

/** Gives every firm some loans that differ in term, collateral and repayment. */
function withLoans(firms: Firms, each: number): Firms {
  const { requests } = firms
  const count = firms.count * each
  const of = (loan: number): number => Math.floor(loan / each)
  const floats = (value: (loan: number) => number): Float64Array =>
    Float64Array.from({ length: count }, (_, loan) => value(loan))
  const ints = (value: (loan: number) => number): Int32Array =>
    Int32Array.from({ length: count }, (_, loan) => value(loan))
  const terms = ints((loan) => [6, 12, 12, 36][loan % 4]!)
  return {
    ...firms,
    requests: {
      ...requests,
      count,
      ids: Array.from({ length: count }, (_, loan) => `${loan}`),
      firm: ints(of),
      amount: floats((loan) => requests.amount[of(loan)]! / (1 + (loan % each))),
      termMonths: terms,
      remainingMonths: ints((loan) => 1 + ((loan * 5) % terms[loan]!)),
      repayment: Uint8Array.from({ length: count }, (_, loan) => loan % 3),
      collateral: Uint8Array.from({ length: count }, (_, loan) => (loan * 11) % 5),
      deposit: floats((loan) => 0.1 + 0.01 * (loan % 10)),
      fees: floats((loan) => 0.01 * (loan % 3)),
      ownerAum: floats((loan) => 0.2 * (loan % 2)),
      financingGap: floats(() => Infinity),
      statedLgd: floats((loan) => requests.statedLgd[of(loan)]!),
      givenPd: floats((loan) => requests.givenPd[of(loan)]!),
      givenGrade: Uint8Array.from({ length: count }, (_, loan) => 1 + (loan % 4)),
    },
  }
}

export const taskOf = (ready: Ready, fidelity: Task['fidelity'], shocks: Partial<Shocks> = {}): Task =>
  toTask(ready.simulated, scenario(shocks), { ...ready.settings, fidelity }, ready.factors)

export interface Filled {
  readonly task: Task
  readonly cube: CubeArrays
  readonly sums: UnitSums
}

/** Runs every path of a task on this thread. */
export function fill(task: Task): Filled {
  const cubes = allocateCubes('test', task, (bytes) => new SharedArrayBuffer(bytes))
  const [sums] = kernelOf(task, cubes).run(0, task.paths)
  return { task, cube: cubes[0]!, sums: sums! }
}
