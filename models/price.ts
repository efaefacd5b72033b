import type { CubeColumn } from './cube.ts'
import type { Economics } from './economics.ts'
import type { Layout } from './layout.ts'
import { PRICING_FORMULAS } from './pricing/index.ts'
import type { PricedLoan } from './pricing/pricingFormula.ts'
import { floorUnder } from './pricing/rateFloor.ts'
import type { RateBuildUp } from './pricing/rateFloor.ts'
import type { Schedule } from './schedule.ts'
import { CELL_COUNT, cellIndex, termBandOf } from './types.ts'
import type { Loans, Rate } from './types.ts'

/** Rates of the populated cells, by cell position. */
export interface CellRates {
  /** The rate at which income covers risk on assigned PD, balance-weighted over the cell's loans. */
  readonly floor: Float64Array
  /** The cell's own rate, at most the legal cap, or the mean of its formula's; never lifted to the floor. */
  readonly offered: Float64Array
}

/**
 * Offered and floor rate of every populated cell under a schedule, before any scenario.
 *
 * @throws {RangeError} when the schedule has neither rates nor a formula, or the formula refuses a cost parameter or a loan
 */
export function priceCells(layout: Layout, schedule: Schedule): CellRates {
  const { loans, cells } = layout
  const floorOf = loanFloors(schedule, loans)
  const floor = cellMeans(layout, (i) => floorOf(i).rate)
  const { rates, cap } = schedule
  const offered = rates ? tableRates(cells, rates, cap) : cellMeans(layout, loanRates(schedule, loans))
  return { floor, offered }
}

/** Rates of the populated cells by a table of all cells, at most the cap. */
export const tableRates = (cells: Int32Array, rates: readonly Rate[], cap: Rate): Float64Array =>
  Float64Array.from(cells, (cell) => Math.min(cap, rates[cell]!))

/** Mean of a rate of the loans over each populated cell, weighted by balance. */
export function cellMeans(
  { loans, cells }: Pick<Layout, 'loans' | 'cells'>,
  rateOf: (i: number) => Rate,
): Float64Array {
  const sums = new Float64Array(CELL_COUNT)
  const balances = new Float64Array(CELL_COUNT)
  for (let i = 0; i < loans.count; i++) {
    const cell = cellIndex(loans.grade[i]!, termBandOf(loans.termMonths[i]!), loans.collateral[i]!)
    const balance = loans.balance[i]!
    sums[cell]! += balance * rateOf(i)
    balances[cell]! += balance
  }
  return Float64Array.from(cells, (c) => sums[c]! / balances[c]!)
}

/** What a formula needs to price loans. */
export type FormulaTerms = Pick<Schedule, 'kind' | 'costs' | 'crossIncome' | 'policyFloor' | 'cap' | 'spreads'>

/**
 * The rate that a schedule's formula asks of each loan, within the policy floor and the cap.
 *
 * @throws {RangeError} when its kind is a table
 */
export function loanRates(terms: FormulaTerms, loans: Loans): (i: number) => Rate {
  const { kind, crossIncome, policyFloor, cap } = terms
  if (kind === 'schedule') throw new RangeError('loanRates: kind must be a formula, got schedule')
  const askedOf = PRICING_FORMULAS[kind](terms)
  const loanAt = pricedLoans(crossIncome, loans)
  return (i) => Math.min(cap, Math.max(policyFloor, askedOf(loanAt(i))))
}

/** The formula's rate on the assigned PD of a loan, and how it comes about. */
export const loanFloor = (schedule: Pick<Schedule, 'costs' | 'crossIncome'>, loans: Loans, i: number): RateBuildUp =>
  loanFloors(schedule, loans)(i)

/** The same made ready for all loans. */
function loanFloors({ costs, crossIncome }: Pick<Schedule, 'costs' | 'crossIncome'>, loans: Loans) {
  const floorOf = floorUnder(costs)
  const loanAt = pricedLoans(crossIncome, loans)
  return (i: number): RateBuildUp => floorOf(loanAt(i))
}

/** Loans as formulas see them. */
function pricedLoans(crossIncome: Schedule['crossIncome'], loans: Loans): (i: number) => PricedLoan {
  const counted = crossIncome === 'observed' ? 1 : 0
  return (i) => ({
    balance: loans.balance[i]!,
    line: loans.line[i]!,
    pd: loans.assignedPd[i]!,
    lgd: loans.assignedLgd[i]!,
    averageDeposit: counted * loans.deposit[i]!,
    fees: counted * loans.fees[i]!,
    ownerAum: counted * loans.ownerAum[i]!,
    grade: loans.grade[i]!,
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
