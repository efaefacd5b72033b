import { WEIGHTS } from '../../models/layout.ts'
import { SEGMENTS, SEVERITIES } from '../../models/lgd.ts'
import { writeLinked } from '../../models/lgdLink.ts'
import { FundLedger } from './fundLedger.ts'
import { NplLedger } from './nplLedger.ts'
import { RECORD } from './task.ts'
import type { CubeArrays, Positions, Task, UnitSums } from './task.ts'

/**
 * One strategy's loans and what the path at hand has done to them.
 *
 * A default is only counted into its **slot**, its class of loans and its month; what follows from it (balance-years, deposits,
 * non-performing balance) is the same linear map for all defaults of a slot and is applied once a path. So a default costs a few
 * additions, whatever the horizon, and the rest grows with the slots that were hit.
 */
export class StrategyBook {
  private readonly task: Task
  private readonly positions: Positions
  private readonly cube: CubeArrays
  private readonly npl: NplLedger
  private readonly fund: FundLedger | null
  /** Balance of a class's loans by month as a share of that at month 0: slot. */
  private readonly share: Float64Array
  /** Σ weights of the path's defaults: slot × active weights. */
  private readonly counted: Float64Array
  /** Weights that any loan has: 2 (balance, count), 3 (and deposit) or 5 (and fees, owner's assets). */
  private readonly weights: number
  private readonly hit: Int32Array
  private hits = 0
  /** Loss by cell and calendar year, and by sector. */
  private readonly cellLoss: Float64Array
  private readonly sectorLoss: Float64Array
  private readonly lostEarned: Float64Array
  private readonly lostFunded: Float64Array
  private readonly lostDeposits: Float64Array
  /** The LGD link's linear maps of the year: severity × 2. */
  private readonly linked: Float64Array | null
  private sums: UnitSums

  constructor(task: Task, positions: Positions, cube: CubeArrays) {
    this.task = task
    this.positions = positions
    this.cube = cube
    const { horizonMonths } = task
    const classes = positions.classPlan.length
    this.share = new Float64Array(classes * horizonMonths)
    for (let c = 0; c < classes; c++)
      for (let m = 0; m < horizonMonths; m++)
        this.share[c * horizonMonths + m] = positions.planBalance[positions.classPlan[c]! * horizonMonths + m]!
    this.weights = activeWeights(positions)
    this.counted = new Float64Array(this.share.length * this.weights)
    this.hit = new Int32Array(this.share.length)
    this.npl = new NplLedger(task, positions)
    this.fund = positions.fund ? new FundLedger(task, positions, positions.fund) : null
    this.cellLoss = new Float64Array(positions.cells * task.years)
    this.sectorLoss = new Float64Array(task.sectors)
    this.lostEarned = new Float64Array(positions.columns)
    this.lostFunded = new Float64Array(task.rateYears)
    this.lostDeposits = new Float64Array(task.rateYears)
    this.linked = positions.link ? new Float64Array(2 * SEVERITIES) : null
    this.sums = this.emptySums()
  }

  private emptySums(): UnitSums {
    return {
      defaulted: new Float64Array(this.share.length * WEIGHTS),
      loss: new Float64Array(this.cellLoss.length),
    }
  }

  takeSums(): UnitSums {
    const sums = this.sums
    this.sums = this.emptySums()
    return sums
  }

  /** @param score  the global factor of the year, on which the LGD link acts */
  enterYear(year: number, score: number): void {
    if (this.positions.link && this.linked) writeLinked(this.positions.link, year, score, this.linked)
  }

  /**
   * Loses a firm's loans in a month (from 0).
   *
   * @param u          uniform that decides the LGD
   * @param keptShare  share of the loss that guarantors do not pay
   */
  default(firm: number, year: number, month: number, u: number, keptShare: number): void {
    const { firstLoan, records, classCell } = this.positions
    const { years, horizonMonths, frozen } = this.task
    const end = firstLoan[firm + 1]!
    for (let loan = firstLoan[firm]!; loan < end; loan++) {
      const record = loan * RECORD
      const loanClass = records[record + 7]!
      const slot = loanClass * horizonMonths + month
      const share = this.share[slot]!
      if (share === 0) continue
      const balance = records[record]!
      const exposure = balance * share
      const loss = exposure * keptShare * this.severityOf(records[record + 5]!, year, records[record + 4]!, u)

      const at = slot * this.weights
      if (this.counted[at + 1] === 0) this.hit[this.hits++] = slot
      this.counted[at]! += balance
      this.counted[at + 1]! += 1
      if (this.weights > 2) this.counted[at + 2]! += records[record + 1]!
      if (this.weights > 3) {
        this.counted[at + 3]! += records[record + 2]!
        this.counted[at + 4]! += records[record + 3]!
      }
      const cell = classCell[loanClass]!
      const sector = records[record + 6]!
      if (this.fund?.covers(cell)) this.fund.add(loanClass, cell, year, month, sector, exposure, loss)
      else {
        this.cellLoss[cell * years + year]! += loss
        this.sectorLoss[sector]! += loss
      }
      if (frozen && month >= frozen.from[firm]! && month < frozen.until[firm]!)
        this.npl.freeze(loanClass, month, frozen.until[firm]!, balance)
    }
  }

  /** Loss given default, see LgdTables. */
  private severityOf(severity: number, year: number, stated: number, u: number): number {
    const { lgd } = this.task
    const offset = lgd.offset[severity]!
    let x = stated
    if (offset >= 0) {
      const position = u * SEGMENTS
      const i = Math.floor(position)
      const low = lgd.quantiles[offset + i]!
      x = low + (position - i) * (lgd.quantiles[offset + i + 1]! - low)
    }
    const at = (severity * lgd.years + year) * 4
    const own = lgd.terms[at + 1]! + lgd.terms[at + 2]! * x
    const floor = lgd.terms[at]!
    const sum = (own > floor ? own : floor) + lgd.terms[at + 3]!
    const clipped = sum < 0 ? 0 : sum > 1 ? 1 : sum
    return this.linked ? this.linked[2 * severity]! + this.linked[2 * severity + 1]! * clipped : clipped
  }

  /** Writes the path's outcomes into the cube and clears the scratch. */
  endPath(path: number, firmDefaults: number, firmDefaultsUncalled: number): void {
    const { cube, positions, npl } = this
    const { paths, rateYears, years, horizonMonths } = this.task
    const { classPlan, classColumns, planRateYear, planLost } = positions
    const stride = 2 * rateYears + 2
    let [defaults, year1Defaults, fees, ownerAum, loanYears] = [0, 0, 0, 0, 0]
    for (let k = 0; k < this.hits; k++) {
      const slot = this.hit[k]!
      const loanClass = Math.floor(slot / horizonMonths)
      const month = slot - loanClass * horizonMonths
      const at = slot * this.weights
      const balance = this.counted[at]!
      const count = this.counted[at + 1]!
      const deposit = this.weights > 2 ? this.counted[at + 2]! : 0
      const row = classPlan[loanClass]! * horizonMonths + month
      const lost = row * stride
      for (let ry = planRateYear[row]!; ry < rateYears; ry++) {
        const earned = planLost[lost + ry]!
        if (earned !== 0) this.lostEarned[classColumns[loanClass * rateYears + ry]!]! += balance * earned
        const funded = planLost[lost + rateYears + ry]!
        this.lostFunded[ry]! += balance * funded
        this.lostDeposits[ry]! += deposit * funded
      }
      loanYears += count * planLost[lost + 2 * rateYears + 1]!
      defaults += count
      if (month < 12) year1Defaults += count
      const sums = this.sums.defaulted
      const to = slot * WEIGHTS
      sums[to]! += balance
      sums[to + 1]! += count
      sums[to + 2]! += deposit
      if (this.weights > 3) {
        const funded = planLost[lost + 2 * rateYears]!
        fees += this.counted[at + 3]! * funded
        ownerAum += this.counted[at + 4]! * funded
        sums[to + 3]! += this.counted[at + 3]!
        sums[to + 4]! += this.counted[at + 4]!
      }
      npl.lose(row, month, balance)
      for (let w = 0; w < this.weights; w++) this.counted[at + w] = 0
    }
    this.hits = 0

    this.fund?.settle(this.lostEarned, this.cellLoss, this.sectorLoss)
    npl.write(cube, path)
    for (let k = 0; k < this.lostEarned.length; k++)
      if (this.lostEarned[k] !== 0) {
        cube.lostEarned[k * paths + path] = this.lostEarned[k]!
        this.lostEarned[k] = 0
      }
    this.writeLoss(path, years)
    for (let ry = 0; ry < rateYears; ry++) {
      cube.funded[ry * paths + path] = positions.fullFunded[ry]! - this.lostFunded[ry]!
      cube.deposits[ry * paths + path] = positions.fullDeposits[ry]! - this.lostDeposits[ry]!
      this.lostFunded[ry] = 0
      this.lostDeposits[ry] = 0
    }
    cube.defaults[path] = defaults
    cube.year1Defaults[path] = year1Defaults
    cube.firmDefaults[path] = firmDefaults
    cube.firmDefaultsUncalled[path] = firmDefaultsUncalled
    cube.fees[path] = positions.fullFees - fees
    cube.ownerAum[path] = positions.fullOwnerAum - ownerAum
    cube.loanYears[path] = positions.fullLoanYears - loanYears
  }

  private writeLoss(path: number, years: number): void {
    const { cube, cellLoss, sectorLoss } = this
    const { paths } = this.task
    let total = 0
    let year1 = 0
    for (let c = 0; c * years < cellLoss.length; c++) {
      let own = 0
      for (let at = c * years; at < (c + 1) * years; at++) {
        const loss = cellLoss[at]!
        if (loss === 0) continue
        own += loss
        this.sums.loss[at]! += loss
        if (at === c * years) year1 += loss
        cellLoss[at] = 0
      }
      if (own === 0) continue
      cube.cellLoss[c * paths + path] = own
      total += own
    }
    for (let s = 0; s < sectorLoss.length; s++) {
      if (sectorLoss[s] === 0) continue
      cube.sectorLoss[s * paths + path] = sectorLoss[s]!
      sectorLoss[s] = 0
    }
    cube.loss[path] = total
    cube.year1Loss[path] = year1
  }
}

/** How many of a loan's weights are ever other than 0. */
function activeWeights({ records }: Positions): number {
  let weights = 2
  for (let at = 0; at < records.length; at += RECORD) {
    if (records[at + 2] !== 0 || records[at + 3] !== 0) return WEIGHTS
    if (records[at + 1] !== 0) weights = 3
  }
  return weights
}
