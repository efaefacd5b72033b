import type { OutcomeCube } from '../../models/cube.ts'
import type { LgdTables } from '../../models/lgd.ts'
import type { StreamKey } from '../random.ts'
import type { FactorSpace } from './factors.ts'
import type { HazardYear } from './hazards.ts'

/** Numbers of a loan's record: one line of the processor's cache. */
export const RECORD = 8

/** One strategy's loans as the kernel reads them. */
export interface Positions {
  /** First loan of each firm, and the end of the last: firm + 1 entries. */
  readonly firstLoan: Int32Array
  /** Balance, deposit, fees, owner's assets, stated LGD, LGD kind, collateral, class: loan × RECORD. */
  readonly records: Float64Array
  /** By class. */
  readonly classPlan: Int32Array
  readonly classCell: Int32Array
  readonly classColumns: Int32Array
  /** Balance in each month: plan × month. */
  readonly planBalance: Float64Array
  /** 1 where the plan's balance is constant, by plan. */
  readonly planConstant: Uint8Array
  /** Lost by a default in a month: plan × month × (earned by rate year, funded by rate year, funded in all, years in all). */
  readonly planLost: Float64Array
  /** Without default: balance by month; funded and deposits by rate year; fees, owner's assets, loan-years. */
  readonly fullBalance: Float64Array
  readonly fullFunded: Float64Array
  readonly fullDeposits: Float64Array
  readonly fullFees: number
  readonly fullOwnerAum: number
  readonly fullLoanYears: number
  readonly cells: number
  readonly columns: number
}

/** Everything a work unit needs: plain data, shared by all workers. */
export interface Task {
  readonly paths: number
  readonly replicates: number
  readonly horizonMonths: number
  readonly years: number
  readonly rateYears: number
  readonly firms: number
  readonly factors: FactorSpace
  /** Factor levels of each combination: combination × group; an index into the factor space's names, −1 for no factor. */
  readonly comboLevels: Int32Array
  readonly combos: number
  /** Loading of each group; all 0 without correlation. */
  readonly loadings: Float64Array
  /** R², the asset correlation, by combination. */
  readonly comboR2: Float64Array
  /** Loading of the global group, 0 without one: what a shift of the global factor acts through. */
  readonly globalLoading: number
  /** By year. */
  readonly factorMean: Float64Array
  readonly factorVolatility: Float64Array
  readonly hazards: readonly HazardYear[]
  /** Months of the year with a loan standing: year × firm. */
  readonly aliveMonths: Uint8Array
  /** Σ of the months' weights before each month of a year, and of all: 13 entries. */
  readonly timing: Float64Array
  readonly lgd: LgdTables
  readonly defaultsKey: StreamKey
  readonly lgdKey: StreamKey
  readonly nplLagMonths: number
  readonly nplDisposalMonths: number
  /** NPL balance at month 0 as a share of the performing balance. */
  readonly openingNpl: number
  readonly strategies: readonly Positions[]
}

/** Where a strategy's outcomes go, path by path, in shared memory. */
export type CubeArrays = Pick<
  OutcomeCube,
  | 'lostEarned'
  | 'cellLoss'
  | 'loss'
  | 'year1Loss'
  | 'defaults'
  | 'year1Defaults'
  | 'defaultedExposure'
  | 'funded'
  | 'deposits'
  | 'fees'
  | 'ownerAum'
  | 'loanYears'
  | 'nplRatio'
>

/** Sums over the paths of one work unit: what defaulted by class and month, and loss by cell and year. */
export interface UnitSums {
  readonly defaulted: Float64Array
  readonly loss: Float64Array
}

/** Most memory that the cubes of one simulation may take, bytes. */
const MOST_BYTES = 6 * 2 ** 30

/** Bytes of a strategy's cube for one path: what grows with the number of paths. */
export const bytesPerPath = ({ rateYears, horizonMonths }: Task, { columns, cells }: Positions): number =>
  4 * (columns + cells + horizonMonths) + 8 * (8 + 2 * rateYears)

/**
 * Shared arrays of every strategy's cube.
 *
 * @throws {RangeError} before anything is allocated when they would not fit, with the number of paths that would
 */
export function allocateCubes(book: string, task: Task): CubeArrays[] {
  const bytes = task.strategies.reduce((sum, positions) => sum + bytesPerPath(task, positions), 0)
  if (!(bytes * task.paths <= MOST_BYTES)) {
    const gigabytes = ((bytes * task.paths) / 2 ** 30).toPrecision(3)
    throw new RangeError(
      `book ${book}: ${task.paths} paths need ${gigabytes} GiB for one scenario's outcomes; at most ${Math.floor(MOST_BYTES / bytes)} paths fit into ${MOST_BYTES / 2 ** 30} GiB`,
    )
  }
  return task.strategies.map((positions) => allocateCube(task, positions))
}

function allocateCube(task: Task, positions: Positions): CubeArrays {
  const { paths, rateYears, horizonMonths } = task
  const doubles = (n: number): Float64Array => new Float64Array(new SharedArrayBuffer(8 * n))
  const floats = (n: number): Float32Array => new Float32Array(new SharedArrayBuffer(4 * n))
  return {
    lostEarned: floats(positions.columns * paths),
    cellLoss: floats(positions.cells * paths),
    loss: doubles(paths),
    year1Loss: doubles(paths),
    defaults: doubles(paths),
    year1Defaults: doubles(paths),
    defaultedExposure: doubles(paths),
    funded: doubles(rateYears * paths),
    deposits: doubles(rateYears * paths),
    fees: doubles(paths),
    ownerAum: doubles(paths),
    loanYears: doubles(paths),
    nplRatio: floats(horizonMonths * paths),
  }
}
