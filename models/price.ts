import type { CubeColumn } from './cube.ts'
import type { Economics } from './economics.ts'
import type { Layout } from './layout.ts'
import { floorUnder } from './pricing/rateFloor.ts'
import type { RateBuildUp } from './pricing/rateFloor.ts'
import type { Schedule } from './study.ts'
import { CELL_COUNT, cellIndex, termBandOf } from './types.ts'
import type { Loans } from './types.ts'

/** Rates of the populated cells, by cell position. */
export interface CellRates {
  /** The formula's rate on assigned PD, balance-weighted over the cell's loans. */
  readonly floor: Float64Array
  /** The cell's own rate, at most the legal cap; never lifted to the floor. */
  readonly offered: Float64Array
}

/** Offered and floor rate of every populated cell under a schedule, before any scenario. */
export function priceCells(layout: Layout, schedule: Schedule): CellRates {
  const { loans, cells } = layout
  const floors = new Float64Array(CELL_COUNT)
  const balances = new Float64Array(CELL_COUNT)
  const floorOf = loanFloors(schedule, loans)
  for (let i = 0; i < loans.count; i++) {
    const cell = cellIndex(loans.grade[i]!, termBandOf(loans.termMonths[i]!), loans.collateral[i]!)
    const balance = loans.balance[i]!
    const { rate } = floorOf(i)
    floors[cell]! += balance * rate
    balances[cell]! += balance
  }
  const floor = Float64Array.from(cells, (c) => floors[c]! / balances[c]!)
  const offered = Float64Array.from(cells, (c, k) => Math.min(schedule.cap, schedule.rates?.[c] ?? floor[k]!))
  return { floor, offered }
}

/** The formula's rate on the assigned PD of a loan, and how it comes about. */
export const loanFloor = (schedule: Pick<Schedule, 'costs' | 'crossIncome'>, loans: Loans, i: number): RateBuildUp =>
  loanFloors(schedule, loans)(i)

/** The same made ready for all loans. */
function loanFloors({ costs, crossIncome }: Pick<Schedule, 'costs' | 'crossIncome'>, loans: Loans) {
  const counted = crossIncome === 'observed' ? 1 : 0
  const floorOf = floorUnder(costs)
  return (i: number): RateBuildUp =>
    floorOf({
      balance: loans.balance[i]!,
      line: loans.line[i]!,
      pd: loans.assignedPd[i]!,
      lgd: loans.assignedLgd[i]!,
      averageDeposit: counted * loans.deposit[i]!,
      fees: counted * loans.fees[i]!,
      ownerAum: counted * loans.ownerAum[i]!,
    })
}

/** Rate of each column of the cube: the cell's offered rate moved by the scenario in its rate year, within 0 and the cap. */
export function columnRates(
  columns: readonly CubeColumn[],
  cells: Int32Array,
  offered: Float64Array,
  { loanRate }: Economics,
  cap: number,
): Float64Array {
  const positions = new Map(Array.from(cells, (cell, position) => [cell, position]))
  return Float64Array.from(columns, ({ cell, rateYear }) =>
    Math.max(0, Math.min(cap, offered[positions.get(cell)!]! + loanRate[rateYear]!)),
  )
}
