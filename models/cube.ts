/** The outcome cube (MODEL §8): everything a schedule needs to be judged, and nothing that depends on a rate. */

/** One column of earned balance-years. */
export interface CubeColumn {
  /** Index of the cell, see cellIndex. */
  readonly cell: number
  /** Year in which the contract was signed, which decides its rate and funding: 1, 2, …; 0 is before month 0. */
  readonly rateYear: number
  /** Index in VAT_BANDS. */
  readonly vatBand: number
}

/**
 * Outcomes of one strategy's loans in one scenario.
 *
 * Per-path arrays have one entry a path; two-dimensional ones are column-major: entry `k * paths + path`. Money and money × years
 * over the whole horizon. Path p belongs to replicate ⌊p / (paths / replicates)⌋.
 */
export interface OutcomeCube {
  readonly paths: number
  readonly replicates: number
  readonly horizonMonths: number
  /** Simulation years, ⌈horizonMonths / 12⌉. */
  readonly years: number
  /** Rate years, years + 1: the first is for contracts signed before month 0. */
  readonly rateYears: number
  readonly loans: number
  /** Σ balance at month 0. */
  readonly openingExposure: number
  readonly columns: readonly CubeColumn[]
  /** Earned balance-years of each column if nobody defaulted. */
  readonly fullEarned: Float64Array
  /** Lost balance-years: column × path. E = fullEarned − lostEarned. */
  readonly lostEarned: Float32Array
  /** Populated cells (cell indices), rising. */
  readonly cells: Int32Array
  /** Loans at month 0 by populated cell. */
  readonly cellLoans: Float64Array
  /** Loss: populated cell × path. */
  readonly cellLoss: Float32Array
  /** Loss by path. */
  readonly loss: Float64Array
  readonly year1Loss: Float64Array
  /** Loans defaulted over the horizon and in months 1–12. */
  readonly defaults: Float64Array
  readonly year1Defaults: Float64Array
  readonly defaultedExposure: Float64Array
  /** Funded balance-years: rate year × path. */
  readonly funded: Float64Array
  /** Deposit × funded share: rate year × path (money-years of natural deposits). */
  readonly deposits: Float64Array
  /** Fees (VAT included) and owner's assets under management × years funded, by path. */
  readonly fees: Float64Array
  readonly ownerAum: Float64Array
  /** Loans × years funded, by path. */
  readonly loanYears: Float64Array
  /** Reported NPL ÷ (performing + NPL) at month-ends: month × path. */
  readonly nplRatio: Float32Array
  /** The same with every default classified after the lag; the very same array where no deferral freezes any. */
  readonly trueNplRatio: Float32Array
  /** Names of the sectors (one, `all`, for a book without), and loss: sector × path. */
  readonly sectors: readonly string[]
  readonly sectorLoss: Float32Array
  /** Firms that default over the horizon, by path, and those that would without guarantee calls. */
  readonly firmDefaults: Float64Array
  readonly firmDefaultsUncalled: Float64Array
  /** What is left to chance given the factors; null where outcomes were drawn (`exact`) or the law of large numbers is taken to hold (`lln`). */
  readonly spread: Spread | null
  readonly sums: CellSums
}

/** Covariances kept a cell, see {@link Spread.cellCovariance}. */
export const COVARIANCES = 6

/** Conditional variances given the factors (`clt`): every path is then a normal distribution round its means. */
export interface Spread {
  /** Variance of the loss over the horizon and on defaults of year 1, by path. */
  readonly lossVariance: Float64Array
  readonly year1LossVariance: Float64Array
  /**
   * Covariances of a cell's loss L, lost earned balance-years E and lost funded balance-years F (over all rate years):
   * (LL, LE, LF, EE, EF, FF) × cell position × path, column-major: entry ((6·cell + k)·paths + path).
   */
  readonly cellCovariance: Float32Array
}

/**
 * Sums over the paths of each replicate, by populated cell and calendar year, for the figures that are means only.
 * Every array is replicate-major; the last index runs fastest.
 */
export interface CellSums {
  /** Earned balance-years: replicate × column × calendar year. */
  readonly earned: Float64Array
  /** Funded balance-years: replicate × cell × rate year × calendar year. */
  readonly funded: Float64Array
  /** Deposits: replicate × cell × rate year × calendar year. */
  readonly deposits: Float64Array
  /** Fees, assets under management, loan-years, loss: replicate × cell × calendar year. */
  readonly fees: Float64Array
  readonly ownerAum: Float64Array
  readonly loanYears: Float64Array
  readonly loss: Float64Array
}
