import type { FundTerms, Positions, Task } from './task.ts'

/**
 * The guarantee fund's year on one path (MODEL §6): the bank bears its share of a covered loss until the compensation rate of the
 * contract year reaches the cap, and all of the excess, pro rata over the year's losses.
 *
 *     rate = defaulted covered principal ÷ covered balance-years earned in contracts of that year
 *     bank's part = share·min(1, cap/rate) + 1 − min(1, cap/rate)
 */
export class FundLedger {
  private readonly task: Task
  private readonly positions: Positions
  private readonly terms: FundTerms
  /** Covered loss: rate year × cell × calendar year, and rate year × sector; covered principal by rate year. */
  private readonly cellLoss: Float64Array
  private readonly sectorLoss: Float64Array
  private readonly principal: Float64Array

  constructor(task: Task, positions: Positions, terms: FundTerms) {
    this.task = task
    this.positions = positions
    this.terms = terms
    this.cellLoss = new Float64Array(task.rateYears * positions.cells * task.years)
    this.sectorLoss = new Float64Array(task.rateYears * task.sectors)
    this.principal = new Float64Array(task.rateYears)
  }

  covers(cell: number): boolean {
    return this.terms.coveredCell[cell] === 1
  }

  add(
    loanClass: number,
    cell: number,
    year: number,
    month: number,
    sector: number,
    exposure: number,
    loss: number,
  ): void {
    const { years, horizonMonths, sectors } = this.task
    const { classPlan, planRateYear, cells } = this.positions
    const rateYear = planRateYear[classPlan[loanClass]! * horizonMonths + month]!
    this.principal[rateYear]! += exposure
    this.cellLoss[(rateYear * cells + cell) * years + year]! += loss
    this.sectorLoss[rateYear * sectors + sector]! += loss
  }

  /**
   * Adds the bank's part of the path's covered losses to its own, and clears the ledger.
   *
   * @param lostEarned  balance-years lost by column
   */
  settle(lostEarned: Float64Array, cellLoss: Float64Array, sectorLoss: Float64Array): void {
    const { columns, columnRateYear, bankShare, cap } = this.terms
    for (let ry = 0; ry < this.principal.length; ry++) {
      if (this.principal[ry] === 0) continue
      let earned = 0
      for (let k = 0; k < columns.length; k++)
        if (columnRateYear[k] === ry) earned += this.positions.fullEarned[columns[k]!]! - lostEarned[columns[k]!]!
      const within = Math.min(1, (cap[ry]! * earned) / this.principal[ry]!)
      const borne = 1 - within * (1 - bankShare)
      const cells = cellLoss.length
      for (let at = 0; at < cells; at++) cellLoss[at]! += borne * this.cellLoss[ry * cells + at]!
      const sectors = sectorLoss.length
      for (let s = 0; s < sectors; s++) sectorLoss[s]! += borne * this.sectorLoss[ry * sectors + s]!
    }
    this.principal.fill(0)
    this.cellLoss.fill(0)
    this.sectorLoss.fill(0)
  }
}
