import type { CellSums, CubeColumn } from '../cube.ts'
import type { Economics } from '../economics.ts'

/** What a {@link CellSums} belongs to. */
export interface SumsShape {
  readonly columns: readonly CubeColumn[]
  readonly cells: Int32Array
  readonly years: number
  readonly sums: CellSums
}

/**
 * Money of one group of paths (a replicate, or an expectation) by cell or by calendar year: everything of the surplus but
 * the interest, whose rate may still move.
 */
export interface CostLines {
  readonly crossIncome: Float64Array
  readonly fundingCost: Float64Array
  readonly operatingCost: Float64Array
  readonly targetProfit: Float64Array
  readonly expectedLoss: Float64Array
}

/**
 * Adds a group's costs up by cell position × calendar year.
 *
 * @param group  index of the replicate, 0 for an expectation
 */
export function costLines({ cells, years, sums }: SumsShape, group: number, economics: Economics): CostLines {
  const size = cells.length * years
  const lines = {
    crossIncome: new Float64Array(size),
    fundingCost: new Float64Array(size),
    operatingCost: new Float64Array(size),
    targetProfit: new Float64Array(size),
    expectedLoss: new Float64Array(size),
  }
  for (let c = 0; c < cells.length; c++)
    for (let y = 0; y < years; y++) {
      const at = c * years + y
      const own = group * size + at
      lines.operatingCost[at]! += economics.fixedCost * sums.loanYears[own]!
      lines.crossIncome[at]! += economics.feeMargin * sums.fees[own]! + economics.aumMargin * sums.ownerAum[own]!
      lines.expectedLoss[at]! += economics.bankShare * sums.loss[own]!
      for (let ry = 0; ry < economics.rateYears; ry++) {
        const from = ((group * cells.length + c) * economics.rateYears + ry) * years + y
        const funded = sums.funded[from]!
        lines.fundingCost[at]! += economics.funding[ry]! * funded
        lines.operatingCost[at]! += economics.variableCost * funded
        lines.targetProfit[at]! += economics.target[ry]! * funded
        lines.crossIncome[at]! += economics.depositMargin[ry]! * sums.deposits[from]!
      }
    }
  return lines
}

/** Earned balance-years of one group of paths: column × calendar year. */
export const earnedOf = ({ columns, years, sums }: SumsShape, group: number): Float64Array =>
  sums.earned.subarray(group * columns.length * years, (group + 1) * columns.length * years)
