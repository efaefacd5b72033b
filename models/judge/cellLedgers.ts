import type { OutcomeCube } from '../cube.ts'
import type { Economics } from '../economics.ts'
import type { Money } from '../types.ts'
import { costLines, earnedOf } from './cellMoney.ts'

/** What a populated cell's rates act on, and its money that no rate acts on, over the horizon; arrays have one entry a replicate. */
export interface CellLedger {
  /** Index of the cell. */
  readonly cell: number
  /** At month 0. */
  readonly loans: number
  /** Its columns in the cube. */
  readonly columns: readonly { readonly position: number; readonly vatBand: number }[]
  /** Earned balance-years: sum over a replicate's paths by column of `columns`. */
  readonly earned: readonly Float64Array[]
  /** The same over all columns. */
  readonly balance: Float64Array
  readonly loss: Float64Array
  /** Cross income less costs, target profit and loss. */
  readonly rest: Float64Array
  readonly horizonMonths: number
  /** Of the cube. */
  readonly paths: number
}

/** One entry a populated cell, in their order; rates are not looked at. */
export function cellLedgers(cube: OutcomeCube, economics: Economics): CellLedger[] {
  const { years, replicates, columns, cells, cellLoans, horizonMonths, paths } = cube
  const lines = Array.from({ length: replicates }, (_, r) => costLines(cube, r, economics))
  const earnings = Array.from({ length: replicates }, (_, r) => earnedOf(cube, r))
  /** Sum over the calendar years of an entry of length `years`. */
  const total = (values: Float64Array, entry: number): Money => {
    let sum = 0
    for (let y = 0; y < years; y++) sum += values[entry * years + y]!
    return sum
  }
  return Array.from(cells, (cell, c) => {
    const own = columns.flatMap(({ cell: at, vatBand }, position) => (at === cell ? [{ position, vatBand }] : []))
    const earned = earnings.map((e) => Float64Array.from(own, ({ position }) => total(e, position)))
    return {
      cell,
      loans: cellLoans[c]!,
      columns: own,
      earned,
      balance: Float64Array.from(earned, (e) => e.reduce((a, b) => a + b, 0)),
      loss: Float64Array.from(lines, (l) => total(l.expectedLoss, c)),
      rest: Float64Array.from(
        lines,
        (l) =>
          total(l.crossIncome, c) -
          total(l.fundingCost, c) -
          total(l.operatingCost, c) -
          total(l.targetProfit, c) -
          total(l.expectedLoss, c),
      ),
      horizonMonths,
      paths,
    }
  })
}
