import type { OutcomeCube } from '../cube.ts'
import type { Economics } from '../economics.ts'
import { vatOnRate } from '../pricing/vat.ts'
import type { CostParameters } from '../schedule.ts'
import { withSurplus } from './money.ts'
import type { Money } from './money.ts'

/** Columns with one rate and one VAT treatment, added together: what a rate acts on. */
export interface RateGroup {
  readonly rate: number
  readonly vatBand: number
  /** Positions of the columns, rising. */
  readonly columns: readonly number[]
  /** Earned balance-years by path. */
  readonly earned: Float64Array
}

/** Money of every path over the horizon; arrays of length `paths`. */
export interface PathMoney extends Money {
  readonly groups: readonly RateGroup[]
  /** The bank's share of the loss on defaults of year 1. */
  readonly year1Loss: Float64Array
}

/** Of a cube, what a path's money is made from. */
export type PathOutcomes = Pick<
  OutcomeCube,
  | 'paths'
  | 'columns'
  | 'fullEarned'
  | 'lostEarned'
  | 'funded'
  | 'deposits'
  | 'fees'
  | 'ownerAum'
  | 'loanYears'
  | 'loss'
  | 'year1Loss'
>

/**
 * Applies rates and costs to an outcome cube, path by path (MODEL §8). A path's money is the same to the bit whatever other paths there are.
 *
 *     income = Σ_k r_k·E_k + cross income        tax = Σ_k v(r_k)·E_k
 *     cost   = Σ_y (f_y + c_var)·F_y + C_fix·loanYears + tax        target = Σ_y (κ·(hurdle/(1−τ) − f_y) + π)·F_y
 *
 * @param rates  offered rate of each column
 */
export function pathMoney(
  cube: PathOutcomes,
  rates: Float64Array,
  economics: Economics,
  costs: CostParameters,
): PathMoney {
  const { paths } = cube
  const groups = rateGroups(cube, rates)
  const [interest, tax] = [new Float64Array(paths), new Float64Array(paths)]
  for (const group of groups) {
    const vat = vatOnRate(group.rate, group.vatBand, costs.lpr, costs.vatRate, costs.vatMethod)
    for (let p = 0; p < paths; p++) {
      const e = group.earned[p]!
      interest[p]! += group.rate * e
      tax[p]! += vat * e
    }
  }
  const money = withSurplus({ interest, tax, ...pathCosts(cube, economics) })
  return { ...money, groups, year1Loss: cube.year1Loss.map((l) => economics.bankShare * l) }
}

/** Money of every path that no rate acts on. */
export function pathCosts(
  cube: Omit<PathOutcomes, 'lostEarned'>,
  economics: Economics,
): Pick<PathMoney, 'crossIncome' | 'fundingCost' | 'operatingCost' | 'targetProfit' | 'loss'> {
  const { paths, funded, deposits } = cube
  const column = (): Float64Array => new Float64Array(paths)
  const [crossIncome, fundingCost, operatingCost, targetProfit] = [column(), column(), column(), column()]
  for (let y = 0; y < economics.rateYears; y++) {
    const funding = economics.funding[y]!
    const target = economics.target[y]!
    const margin = economics.depositMargin[y]!
    for (let p = 0; p < paths; p++) {
      const f = funded[y * paths + p]!
      fundingCost[p]! += funding * f
      operatingCost[p]! += economics.variableCost * f
      targetProfit[p]! += target * f
      crossIncome[p]! += margin * deposits[y * paths + p]!
    }
  }
  for (let p = 0; p < paths; p++) {
    operatingCost[p]! += economics.fixedCost * cube.loanYears[p]!
    crossIncome[p]! += economics.feeMargin * cube.fees[p]! + economics.aumMargin * cube.ownerAum[p]!
  }
  const loss = cube.loss.map((l) => economics.bankShare * l)
  return { crossIncome, fundingCost, operatingCost, targetProfit, loss }
}

/** Adds up the columns that share a rate and a VAT band. */
function rateGroups(cube: PathOutcomes, rates: Float64Array): RateGroup[] {
  const { paths, columns, fullEarned, lostEarned } = cube
  const groups = new Map<string, RateGroup & { readonly columns: number[] }>()
  for (const [k, { vatBand }] of columns.entries()) {
    const rate = rates[k]!
    const key = `${vatBand} ${rate}`
    const group = groups.get(key) ?? { rate, vatBand, columns: [], earned: new Float64Array(paths) }
    groups.set(key, group)
    group.columns.push(k)
    const full = fullEarned[k]!
    const offset = k * paths
    for (let p = 0; p < paths; p++) group.earned[p]! += full - lostEarned[offset + p]!
  }
  return [...groups.values()]
}
