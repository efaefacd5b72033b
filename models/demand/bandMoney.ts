import type { OutcomeCube } from '../cube.ts'
import type { Economics } from '../economics.ts'
import { costLines, earnedOf } from '../judge/cellMoney.ts'

/** What a band's loans are expected to bring over the horizon, were all to be taken; means over the paths of a replicate. */
export interface BandMoney {
  /** Earned balance-years by column. */
  readonly earned: Float64Array
  /** By cell position. */
  readonly loanYears: Float64Array
  readonly crossIncome: Float64Array
  /** The bank's share. */
  readonly loss: Float64Array
  /** Cross income less all costs, target and loss: what must come from interest. */
  readonly rest: Float64Array
}

/**
 * Adds a band's cube up over the calendar years.
 *
 * @returns one entry a replicate
 */
export function bandMoney(cube: OutcomeCube, economics: Economics): BandMoney[] {
  const { replicates, years, cells } = cube
  const paths = cube.paths / replicates
  return Array.from({ length: replicates }, (_, r) => {
    const lines = costLines(cube, r, economics)
    const mean = (line: Float64Array): Float64Array => overYears(line, years).map((sum) => sum / paths)
    const crossIncome = mean(lines.crossIncome)
    const loss = mean(lines.expectedLoss)
    const costs = [lines.fundingCost, lines.operatingCost, lines.targetProfit].map(mean)
    const size = cells.length * years
    return {
      earned: mean(earnedOf(cube, r)),
      loanYears: mean(cube.sums.loanYears.subarray(r * size, (r + 1) * size)),
      crossIncome,
      loss,
      rest: crossIncome.map((income, c) => costs.reduce((left, cost) => left - cost[c]!, income - loss[c]!)),
    }
  })
}

/** Mean loan-years over all paths, by cell position. */
export function meanLoanYears({ paths, replicates, years, cells, sums }: OutcomeCube): Float64Array {
  const mean = new Float64Array(cells.length)
  const ofAll = overYears(sums.loanYears, years)
  for (let i = 0; i < replicates * cells.length; i++) mean[i % cells.length]! += ofAll[i]! / paths
  return mean
}

/** Sums of groups of `years` entries. */
const overYears = (values: Float64Array, years: number): Float64Array =>
  Float64Array.from({ length: values.length / years }, (_, i) => {
    let sum = 0
    for (let y = 0; y < years; y++) sum += values[i * years + y]!
    return sum
  })
