import type { CellSums, OutcomeCube } from '../../../models/cube.ts'
import { cellIndex } from '../../../models/types.ts'

/** What one default takes away, and what the cell has: a cell of equal loans over two years, with a rate year each. */
interface CellTerms {
  readonly loans: number
  readonly loss: number
  readonly earned: number
  readonly funded: number
  readonly sector: number
}

const BALANCE = 10
const RATE_YEARS = 3
const YEARS = 2
/** Share of what a default takes that falls into contracts of year 1. */
const FIRST_YEAR = 0.3
const DEPOSITS = [0.1, 0.2, 0.3]
const FEES = 0.001
const AUM = 0.05

export const CELLS: readonly CellTerms[] = [
  { loans: 400, loss: 4, earned: 11, funded: 6, sector: 0 },
  { loans: 300, loss: 6, earned: 12, funded: 7, sector: 1 },
  { loans: 100, loss: 8, earned: 9, funded: 5, sector: 1 },
]

/**
 * An outcome cube of three cells and two sectors from numbers of defaults, which need not be whole.
 *
 * @param defaults   cell × path
 * @param variances  of the defaults given a path's factors: cell × path; null where they are outcomes
 */
export function cubeOf(
  defaults: readonly Float64Array[],
  variances: readonly Float64Array[] | null,
  replicates: number,
): OutcomeCube {
  const paths = defaults[0]!.length
  const sum = (value: (cell: CellTerms, c: number) => number): number =>
    CELLS.reduce((total, cell, c) => total + value(cell, c), 0)
  const byPath = (value: (path: number) => number): Float64Array =>
    Float64Array.from({ length: paths }, (_, p) => value(p))
  const full = (cell: CellTerms): number => cell.loans * BALANCE
  /** Share of lost balance-years in contracts of a rate year; nothing was signed before month 0. */
  const share = (ry: number): number => [0, FIRST_YEAR, 1 - FIRST_YEAR][ry]!
  const columns = CELLS.flatMap((_, c) =>
    [1, 2].map((rateYear) => ({ cell: cellIndex(c + 1, 1, 4), rateYear, vatBand: 0 })),
  )
  const lost = (k: number, p: number): number =>
    share(columns[k]!.rateYear) * CELLS[Math.floor(k / 2)]!.earned * defaults[Math.floor(k / 2)]![p]!
  const funded = (c: number, ry: number, p: number): number =>
    ry === 0 ? 0 : full(CELLS[c]!) - share(ry) * CELLS[c]!.funded * defaults[c]![p]!
  const allFunded = (c: number, p: number): number => funded(c, 1, p) + funded(c, 2, p)
  const floats = (rows: number, value: (row: number, path: number) => number): Float32Array =>
    Float32Array.from({ length: rows * paths }, (_, i) => value(Math.floor(i / paths), i % paths))
  const lossOf = (c: number, p: number): number => CELLS[c]!.loss * defaults[c]![p]!
  const nplRatio = floats(24, (m, p) => (0.02 * (m + 1)) / 24 + (0.001 * lossOf(0, p)) / full(CELLS[0]!))
  return {
    paths,
    replicates,
    horizonMonths: 24,
    years: YEARS,
    rateYears: RATE_YEARS,
    loans: sum((cell) => cell.loans),
    openingExposure: sum(full),
    columns,
    fullEarned: Float64Array.from(columns, (_, k) => full(CELLS[Math.floor(k / 2)]!)),
    lostEarned: floats(columns.length, lost),
    cells: Int32Array.from(CELLS, (_, c) => cellIndex(c + 1, 1, 4)),
    cellLoans: Float64Array.from(CELLS, (cell) => cell.loans),
    cellLoss: floats(CELLS.length, lossOf),
    loss: byPath((p) => sum((_, c) => lossOf(c, p))),
    year1Loss: byPath((p) => 0.6 * sum((_, c) => lossOf(c, p))),
    defaults: byPath((p) => sum((_, c) => defaults[c]![p]!)),
    year1Defaults: byPath((p) => 0.6 * sum((_, c) => defaults[c]![p]!)),
    defaultedExposure: byPath((p) => sum((_, c) => BALANCE * defaults[c]![p]!)),
    funded: Float64Array.from({ length: RATE_YEARS * paths }, (_, i) => sum((_, c) => funded(c, Math.floor(i / paths), i % paths))),
    deposits: Float64Array.from({ length: RATE_YEARS * paths }, (_, i) => sum((_, c) => DEPOSITS[c]! * funded(c, Math.floor(i / paths), i % paths))),
    fees: byPath((p) => FEES * sum((_, c) => allFunded(c, p))),
    ownerAum: byPath((p) => AUM * sum((_, c) => allFunded(c, p))),
    loanYears: byPath((p) => sum((_, c) => allFunded(c, p) / BALANCE)),
    nplRatio,
    trueNplRatio: nplRatio,
    sectors: ['trade', 'catering'],
    sectorLoss: floats(2, (s, p) => sum((cell, c) => (cell.sector === s ? lossOf(c, p) : 0))),
    firmDefaults: byPath((p) => sum((_, c) => defaults[c]![p]!)),
    firmDefaultsUncalled: byPath((p) => 0.8 * sum((_, c) => defaults[c]![p]!)),
    spread: variances && {
      lossVariance: byPath((p) => sum((cell, c) => cell.loss ** 2 * variances[c]![p]!)),
      year1LossVariance: byPath((p) => 0.36 * sum((cell, c) => cell.loss ** 2 * variances[c]![p]!)),
      cellCovariance: floats(CELLS.length * 6, (row, p) => {
        const { loss, earned, funded } = CELLS[Math.floor(row / 6)]!
        const products = [loss * loss, loss * earned, loss * funded, earned * earned, earned * funded, funded * funded]
        return products[row % 6]! * variances[Math.floor(row / 6)]![p]!
      }),
    },
    sums: sumsOf(paths / replicates, replicates, { lost, funded, lossOf, fullOf: (k) => full(CELLS[Math.floor(k / 2)]!), columns: columns.length }),
  } // prettier-ignore
}

interface PathValues {
  readonly columns: number
  readonly fullOf: (column: number) => number
  readonly lost: (column: number, path: number) => number
  readonly funded: (cell: number, rateYear: number, path: number) => number
  readonly lossOf: (cell: number, path: number) => number
}

/** Contracts of a rate year run in the calendar year of their signing. */
function sumsOf(perReplicate: number, replicates: number, values: PathValues): CellSums {
  const { columns, fullOf, lost, funded, lossOf } = values
  const cells = CELLS.length
  const zeros = (size: number): Float64Array => new Float64Array(replicates * size)
  const sums = {
    earned: zeros(columns * YEARS),
    funded: zeros(cells * RATE_YEARS * YEARS),
    deposits: zeros(cells * RATE_YEARS * YEARS),
    fees: zeros(cells * YEARS),
    ownerAum: zeros(cells * YEARS),
    loanYears: zeros(cells * YEARS),
    loss: zeros(cells * YEARS),
  }
  for (let p = 0; p < perReplicate * replicates; p++) {
    const r = Math.floor(p / perReplicate)
    for (let k = 0; k < columns; k++) sums.earned[(r * columns + k) * YEARS + (k % 2)]! += fullOf(k) - lost(k, p)
    for (let c = 0; c < cells; c++)
      for (let y = 0; y < YEARS; y++) {
        const balance = funded(c, y + 1, p)
        const at = (r * cells + c) * YEARS + y
        sums.funded[((r * cells + c) * RATE_YEARS + y + 1) * YEARS + y]! += balance
        sums.deposits[((r * cells + c) * RATE_YEARS + y + 1) * YEARS + y]! += DEPOSITS[c]! * balance
        sums.fees[at]! += FEES * balance
        sums.ownerAum[at]! += AUM * balance
        sums.loanYears[at]! += balance / BALANCE
        sums.loss[at]! += [0.6, 0.4][y]! * lossOf(c, p)
      }
  }
  return sums
}
