import { COVARIANCES } from '../cube.ts'
import type { OutcomeCube } from '../cube.ts'
import { economics } from '../economics.ts'
import type { Economics } from '../economics.ts'
import { netRates } from '../judge/netRates.ts'
import { pathCosts } from '../judge/pathMoney.ts'
import { surplusVariance } from '../judge/surplusVariance.ts'
import { columnRates } from '../price.ts'
import { bandMoney } from './bandMoney.ts'
import type { BandedCase } from './bandedCase.ts'
import type { RateOf, Take } from './expectedTake.ts'

/** Surplus of those who take the loan, path by path, money over the horizon. */
export interface TakenPaths {
  readonly surplus: Float64Array
  /** What is left to chance in it given the factors (fidelity `clt`); null where nothing is. */
  readonly variance: Float64Array | null
}

/**
 * Surplus of each path where shares of the applicants take the loan.
 *
 * Losses and earned balance-years are kept by cell and weighed as they are. Costs N (funding, operating and target less cross income) are kept
 * for the whole of a band only. A path's are weighed by the band's mean share, and what the cells' shares differ from it by falls on their
 * expected costs, as far as the cell earns on the path:
 *
 *     N(a) = ā·N + Σ_c (a_c − ā)·E[N_c]·E_c/E[E_c],   ā = Σ a_c·E[E_c] / Σ E[E_c]
 *
 * so that the mean over the paths is exact, and every path is where the shares are equal.
 *
 * A part of every loan is lent here, where a run lends a part of the loans in full: single defaults are that much smaller, and paths vary a
 * little less about their factors than a run's. In fidelity `clt` they do not: the variance given the factors is weighed as it is.
 * Weighed and drawn coverage probabilities were .978 and .976, .701 and .702, .444 and .440 in three scenarios of the shipped book of 10,000
 * offers (2,000 paths); of 1,000 offers up to .10 apart either way, since it matters there who is drawn.
 */
export function takenPaths(
  { bands, scenario }: Pick<BandedCase, 'bands' | 'scenario'>,
  { shares, schedule }: Pick<Take, 'shares' | 'schedule'>,
  rateOf: RateOf,
): TakenPaths {
  const { paths, years } = bands[0]!.cube
  const terms = economics(schedule, scenario, years)
  const surplus = new Float64Array(paths)
  const variances: Float64Array[] = []
  for (const [b, { cube }] of bands.entries()) {
    const rates = columnRates(cube.columns, cube.cells, Float64Array.from(cube.cells, rateOf), terms, schedule.cap)
    const { fundingCost, operatingCost, targetProfit, crossIncome } = pathCosts(cube, terms)
    const costs = fundingCost.map((funding, p) => funding + operatingCost[p]! + targetProfit[p]! - crossIncome[p]!)
    const net = netRates(rates, cube.columns, schedule.costs)
    addSurplus(surplus, cube, shares[b]!, net, terms, costs)
    const own = surplusVariance(ofShares(cube, shares[b]!), terms, true)?.(net)
    if (own) variances.push(own)
  }
  const variance = new Float64Array(paths).map((_, p) => variances.reduce((sum, own) => sum + own[p]!, 0))
  return { surplus, variance: variances.length > 0 ? variance : null }
}

/** @param costs  of the whole band, by path */
function addSurplus(
  surplus: Float64Array,
  cube: OutcomeCube,
  shares: Float64Array,
  net: Float64Array,
  terms: Economics,
  costs: Float64Array,
): void {
  const { paths, columns, cells, fullEarned, lostEarned, cellLoss } = cube
  const { earned, cost } = expected(cube, terms)
  const total = earned.reduce((a, b) => a + b, 0)
  const mean = earned.reduce((sum, e, c) => sum + e * shares[c]!, 0) / total
  for (let p = 0; p < paths; p++) surplus[p]! -= mean * costs[p]!
  for (const [k, { cell }] of columns.entries()) {
    const c = cells.indexOf(cell)
    const weight = shares[c]! * net[k]! - ((shares[c]! - mean) * cost[c]!) / earned[c]!
    for (let p = 0; p < paths; p++) surplus[p]! += weight * (fullEarned[k]! - lostEarned[k * paths + p]!)
  }
  for (let c = 0; c < cells.length; c++) {
    const weight = terms.bankShare * shares[c]!
    for (let p = 0; p < paths; p++) surplus[p]! -= weight * cellLoss[c * paths + p]!
  }
}

/** Means over all paths, by cell position: earned balance-years, and costs less cross income. */
function expected(cube: OutcomeCube, terms: Economics): { readonly earned: Float64Array; readonly cost: Float64Array } {
  const { cells, columns, replicates } = cube
  const earned = new Float64Array(cells.length)
  const cost = new Float64Array(cells.length)
  for (const own of bandMoney(cube, terms)) {
    for (const [k, { cell }] of columns.entries()) earned[cells.indexOf(cell)]! += own.earned[k]! / replicates
    for (let c = 0; c < cells.length; c++) cost[c]! -= (own.rest[c]! + own.loss[c]!) / replicates
  }
  return { earned, cost }
}

/** A cube whose covariances given the factors are those of shares of its loans. */
function ofShares(cube: OutcomeCube, shares: Float64Array): OutcomeCube {
  const { spread, paths } = cube
  if (!spread) return cube
  const cellCovariance = spread.cellCovariance.map((v, i) => v * shares[Math.floor(i / (COVARIANCES * paths))]!)
  return { ...cube, spread: { ...spread, cellCovariance } }
}
