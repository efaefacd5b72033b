import { quantileSorted } from 'simple-statistics'
import type { OutcomeCube } from '../cube.ts'
import type { NplMonth, PathTable } from '../result.ts'
import type { PathMoney } from './pathMoney.ts'

/** What the tables and charts keep of the paths. */
export function pathTable(cube: OutcomeCube, money: PathMoney, npl: readonly NplMonth[]): PathTable {
  const { paths, horizonMonths, nplRatio } = cube
  const months = Array.from({ length: horizonMonths }, (_, m) => {
    const ratios = Float64Array.from(nplRatio.subarray(m * paths, (m + 1) * paths)).sort()
    const sorted = ratios as unknown as number[]
    return { q05: quantileSorted(sorted, 0.05), q95: quantileSorted(sorted, 0.95) }
  })
  const add = (...columns: Float64Array[]): Float64Array =>
    columns[0]!.map((value, p) => columns.slice(1).reduce((sum, column) => sum + column[p]!, value))
  return {
    loss: money.loss,
    surplus: money.surplus,
    income: add(money.interest, money.crossIncome),
    cost: add(money.fundingCost, money.operatingCost, money.tax),
    target: money.targetProfit,
    defaults: cube.defaults,
    year1Loss: money.year1Loss,
    npl: {
      mean: npl.map((month) => month.reported),
      q05: months.map((m) => m.q05),
      q95: months.map((m) => m.q95),
      true: npl.map((month) => month.true),
    },
  }
}
