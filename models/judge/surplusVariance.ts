import { COVARIANCES } from '../cube.ts'
import type { OutcomeCube } from '../cube.ts'
import type { Economics } from '../economics.ts'
import { costLines } from './cellMoney.ts'

/** Variance of every path's surplus given its factors, at rates net of VAT by column. */
export type SurplusVariance = (net: Float64Array) => Float64Array

/**
 * What is left to chance in the surplus of a path (fidelity `clt`); null where nothing is.
 *
 * With a cell's loss L and its lost earned and funded balance-years E and F
 *
 *     surplus = … − a·E + b·F − s·L,   Var = Σ_cells a²·EE + b²·FF + s²·LL − 2ab·EF + 2as·LE − 2bs·LF
 *
 * where a is the net rate of the cell's columns, weighted by the balance-years they lose on average, b its mean cost per funded
 * balance-year — funding, running, fixed and target, less cross income — and s the bank's share. The cube counts what an obligor's
 * loans in several cells have in common within the cells.
 *
 * @param withTarget  whether the target profit is a cost
 */
export function surplusVariance(cube: OutcomeCube, economics: Economics, withTarget: boolean): SurplusVariance | null {
  const { paths, cells, columns, spread } = cube
  if (!spread?.cellCovariance.some((v) => v > 0)) return null
  const { cellCovariance } = spread
  const covariance = (c: number, k: number): Float32Array =>
    cellCovariance.subarray((COVARIANCES * c + k) * paths, (COVARIANCES * c + k + 1) * paths)
  const weights = lostEarned(cube)
  const costs = fundedCosts(cube, economics, withTarget)
  const s = economics.bankShare
  const without = new Float64Array(paths)
  for (let c = 0; c < cells.length; c++) {
    const b = costs[c]!
    const [LL, LF, FF] = [covariance(c, 0), covariance(c, 2), covariance(c, 5)]
    for (let p = 0; p < paths; p++) without[p]! += b * b * FF[p]! + s * s * LL[p]! - 2 * b * s * LF[p]!
  }
  return (net) => {
    const variance = Float64Array.from(without)
    for (const [c, cell] of cells.entries()) {
      let [interest, balance] = [0, 0]
      for (const [k, column] of columns.entries())
        if (column.cell === cell) {
          interest += weights[k]! * net[k]!
          balance += weights[k]!
        }
      const a = interest / balance
      const b = costs[c]!
      const [LE, EE, EF] = [covariance(c, 1), covariance(c, 3), covariance(c, 4)]
      for (let p = 0; p < paths; p++) variance[p]! += a * a * EE[p]! - 2 * a * b * EF[p]! + 2 * a * s * LE[p]!
    }
    return variance.map((v) => Math.max(0, v))
  }
}

/** Mean balance-years that each column loses, or all of them in a cell that loses none. */
function lostEarned({ paths, years, replicates, cells, columns, fullEarned, sums }: OutcomeCube): Float64Array {
  const lost = Float64Array.from(fullEarned)
  for (let r = 0; r < replicates; r++)
    for (let k = 0; k < columns.length; k++)
      for (let y = 0; y < years; y++) lost[k]! -= sums.earned[(r * columns.length + k) * years + y]! / paths
  for (const cell of cells) {
    const own = columns.flatMap((column, k) => (column.cell === cell ? [k] : []))
    if (own.some((k) => lost[k]! > NOTHING * fullEarned[k]!)) for (const k of own) lost[k] = Math.max(0, lost[k]!)
    else for (const k of own) lost[k] = fullEarned[k]!
  }
  return lost
}

/** A share of a column's balance-years that is rounding. */
const NOTHING = 1e-12

/** Cost, less cross income, per funded balance-year of each cell. */
function fundedCosts(cube: OutcomeCube, economics: Economics, withTarget: boolean): Float64Array {
  const { replicates, years, rateYears, cells, sums } = cube
  const cost = new Float64Array(cells.length)
  const funded = new Float64Array(cells.length)
  for (let r = 0; r < replicates; r++) {
    const lines = costLines(cube, r, economics)
    for (let c = 0; c < cells.length; c++) {
      for (let y = 0; y < years; y++) {
        const at = c * years + y
        cost[c]! += lines.fundingCost[at]! + lines.operatingCost[at]! - lines.crossIncome[at]!
        if (withTarget) cost[c]! += lines.targetProfit[at]!
      }
      const from = (r * cells.length + c) * rateYears * years
      for (let i = 0; i < rateYears * years; i++) funded[c]! += sums.funded[from + i]!
    }
  }
  return cost.map((sum, c) => (funded[c]! > 0 ? sum / funded[c]! : 0))
}
