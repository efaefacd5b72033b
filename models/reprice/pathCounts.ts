import type { OutcomeCube } from '../cube.ts'
import type { Economics } from '../economics.ts'
import { pathCosts, pathMoney } from '../judge/pathMoney.ts'
import type { CostParameters } from '../schedule.ts'
import { addColumns } from './addColumns.ts'
import type { Multiples } from './addColumns.ts'
import { somePaths } from './somePaths.ts'

/** What a path's surplus is made from. */
export interface Prices {
  /** Offered rate of each column, and the same net of VAT. */
  readonly rates: Float64Array
  readonly net: Float64Array
  readonly economics: Economics
  readonly costs: CostParameters
}

/** How many paths of each replicate have a surplus, and a profit (the surplus before target profit), of at least 0. */
export interface Counts {
  readonly covered: Float64Array
  readonly profitable: Float64Array
}

/**
 * Counts paths under changing prices, each time adding to a path's surplus what the changed columns change.
 *
 *     surplus_p = Σ_k n_k·full_k − Σ_k n_k·lost_{k,p} + rest_p
 *
 * Rounding piles up in the second sum. A path whose surplus is no further from 0 than that could have moved it is judged anew from the cube
 * (`pathMoney`), so that every count is that of a judgement, ties included, however many changes went before.
 */
export class PathCounts {
  private readonly cube: OutcomeCube
  private readonly net: Float64Array
  /** Interest net of VAT that each path loses. */
  private readonly lost: Float64Array
  private economics: Economics | null = null
  /** Money that no rate acts on, by path, and the target profit in it. */
  private rest: Float64Array = new Float64Array(0)
  private target: Float64Array = new Float64Array(0)
  /** Largest sums of money that any path's surplus has been made from, and columns added to it so far. */
  private largestCosts = 0
  private largestIncome = 0
  private added = 0

  constructor(cube: OutcomeCube) {
    this.cube = cube
    this.net = new Float64Array(cube.columns.length)
    this.lost = new Float64Array(cube.paths)
  }

  count(prices: Prices): Counts {
    if (prices.economics !== this.economics) this.takeCosts(prices.economics)
    const changes = this.takeRates(prices.net)
    this.largestIncome = Math.max(this.largestIncome, weighted(this.cube.fullEarned, prices.rates))
    const { paths, replicates, fullEarned, lostEarned } = this.cube
    const full = weighted(fullEarned, this.net)
    const within = this.rounding()
    const { lost, rest, target } = this
    const counts = { covered: new Float64Array(replicates), profitable: new Float64Array(replicates) }
    const unclear: number[] = []
    const size = paths / replicates
    for (let r = 0; r < replicates; r++) {
      const [first, end] = [r * size, (r + 1) * size]
      addColumns(lost, lostEarned, changes, first, end)
      let [covered, profitable, close] = [0, 0, 0]
      // Sums of comparisons, not branches, which nobody could foretell here.
      for (let p = first; p < end; p++) {
        const surplus = full - lost[p]! + rest[p]!
        const profit = surplus + target[p]!
        covered += Number(surplus > within)
        profitable += Number(profit > within)
        close += Number(Math.abs(surplus) <= within) + Number(Math.abs(profit) <= within)
      }
      for (let p = first; close > 0 && p < end; p++) {
        const surplus = full - lost[p]! + rest[p]!
        const profit = surplus + target[p]!
        if (!(Math.abs(surplus) <= within || Math.abs(profit) <= within)) continue
        covered -= Number(surplus > within)
        profitable -= Number(profit > within)
        unclear.push(p)
      }
      counts.covered[r] = covered
      counts.profitable[r] = profitable
    }
    if (unclear.length > 0) this.countAnew(unclear, prices, counts)
    return counts
  }

  /** Adds paths to the counts as a judgement counts them. */
  private countAnew(paths: readonly number[], { rates, economics, costs }: Prices, counts: Counts): void {
    const { surplus, targetProfit } = pathMoney(somePaths(this.cube, paths), rates, economics, costs)
    const size = this.cube.paths / this.cube.replicates
    for (const [i, path] of paths.entries()) {
      const r = Math.floor(path / size)
      counts.covered[r]! += Number(surplus[i]! >= 0)
      counts.profitable[r]! += Number(surplus[i]! + targetProfit[i]! >= 0)
    }
  }

  private takeCosts(economics: Economics): void {
    const { crossIncome, fundingCost, operatingCost, targetProfit, loss } = pathCosts(this.cube, economics)
    this.economics = economics
    this.target = targetProfit
    this.rest = crossIncome
    for (let p = 0; p < this.rest.length; p++) {
      const [income, funding, operating] = [crossIncome[p]!, fundingCost[p]!, operatingCost[p]!]
      const [target, lost] = [targetProfit[p]!, loss[p]!]
      const size = Math.abs(income) + Math.abs(funding) + Math.abs(operating) + Math.abs(target) + lost
      if (size > this.largestCosts) this.largestCosts = size
      this.rest[p] = income - funding - operating - target - lost
    }
  }

  /** @returns what the change of the rates adds to `lost`, still to be added */
  private takeRates(net: Float64Array): Multiples {
    const columns: number[] = []
    const factors: number[] = []
    for (let k = 0; k < net.length; k++)
      if (net[k] !== this.net[k]) {
        columns.push(k)
        factors.push(net[k]! - this.net[k]!)
      }
    this.net.set(net)
    this.added += columns.length
    return { columns, factors }
  }

  /** Bound on what rounding has done to any surplus, here or in a judgement. */
  private rounding(): number {
    const { columns, rateYears } = this.cube
    const operations = this.added + 4 * columns.length + 16 * rateYears
    return Number.EPSILON * operations * (this.largestIncome + this.largestCosts)
  }
}

const weighted = (values: Float64Array, weights: Float64Array): number =>
  values.reduce((sum, value, k) => sum + value * weights[k]!, 0)
