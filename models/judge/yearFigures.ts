import type { OutcomeCube } from '../cube.ts'
import type { Economics } from '../economics.ts'
import type { YearResult } from '../result.ts'
import type { CostParameters } from '../schedule.ts'
import { costLines, earnedOf } from './cellMoney.ts'
import type { CostLines } from './cellMoney.ts'
import { vatRates } from './netRates.ts'
import type { Recorder } from './recorder.ts'

/** The build-up of each calendar year over that year's earned balance-years. */
export function yearFigures(
  cube: OutcomeCube,
  rates: Float64Array,
  economics: Economics,
  costs: CostParameters,
  record: Recorder,
): YearResult[] {
  const { years, replicates, columns, cells, horizonMonths } = cube
  const perReplicate = cube.paths / replicates
  const vat = vatRates(rates, columns, costs)
  return Array.from({ length: years }, (_, y) => {
    const series = (): Float64Array => new Float64Array(replicates)
    const lines = {
      portfolioYield: series(),
      crossIncome: series(),
      fundingCost: series(),
      operatingCost: series(),
      tax: series(),
      targetProfit: series(),
      expectedLoss: series(),
      surplus: series(),
    }
    const earned = series()
    for (let r = 0; r < replicates; r++) {
      const own = earnedOf(cube, r)
      for (let k = 0; k < columns.length; k++) {
        const e = own[k * years + y]!
        earned[r]! += e
        lines.portfolioYield[r]! += rates[k]! * e
        lines.tax[r]! += vat[k]! * e
      }
      const cost = costLines(cube, r, economics)
      for (const name of Object.keys(cost) as (keyof CostLines)[])
        for (let c = 0; c < cells.length; c++) lines[name][r]! += cost[name][c * years + y]!
      lines.surplus[r] =
        lines.portfolioYield[r]! +
        lines.crossIncome[r]! -
        lines.fundingCost[r]! -
        lines.operatingCost[r]! -
        lines.tax[r]! -
        lines.targetProfit[r]! -
        lines.expectedLoss[r]!
    }
    const months = Math.min(12, horizonMonths - 12 * y)
    const name = `years.${y}`
    record.setLabel(`${name}.year`, y + 1)
    const isEmpty = earned.every((e) => e === 0)
    return {
      year: y + 1,
      balance: record.replicateMean(`${name}.balance`, earned, 12 / months / perReplicate),
      ...(Object.fromEntries(
        Object.entries(lines).map(([line, values]) => [
          line,
          isEmpty
            ? record.missing(`${name}.${line}`, 'no balance is left in this year')
            : record.replicateRatio(`${name}.${line}`, values, earned),
        ]),
      ) as Record<keyof typeof lines, number | null>),
    }
  })
}
