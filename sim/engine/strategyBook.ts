import { WEIGHTS } from '../../models/layout.ts'
import { SEGMENTS, SEVERITIES } from '../../models/lgd.ts'
import { writeLinked } from '../../models/lgdLink.ts'
import { FundLedger } from './fundLedger.ts'
import { NplLedger } from './nplLedger.ts'
import type { CubeArrays, Positions, Task, UnitSums } from './task.ts'

/** Events whose loans are fetched together, and loans from which on that pays. */
const AHEAD = 128
const MANY = 50_000

/** The defaults of a year on one path, in columns. */
export interface YearEvents {
  count: number
  readonly firm: Int32Array
  /** From 0 in the horizon. */
  readonly month: Int32Array
  /** Decides the LGD. */
  readonly uniform: Float64Array
  /** Share of the loss that guarantors do not pay. */
  readonly kept: Float64Array
}

/**
 * One strategy's loans and what the path at hand has done to them.
 *
 * Most of what follows from a default (funded balance-years, deposits, non-performing balance) depends on the plan of its loan and the
 * month alone. Such defaults are only counted, and the plan's linear map is applied to their sum once a path.
 */
export class StrategyBook {
  private readonly task: Task
  private readonly positions: Positions
  private readonly cube: CubeArrays
  private readonly npl: NplLedger
  private readonly fund: FundLedger | null
  /** Keeps the reads of {@link fetch} from being optimised away. */
  protected fetched = 0
  /** Whether firm i's one loan is loan i, as far as there are loans. */
  private readonly oneEach: boolean
  /** Σ weights of the path's defaults: plan × month × active weights. */
  private readonly counted: Float64Array
  /** Weights that any loan has: 2 (balance, count), 3 (and deposit) or 5 (and fees, owner's assets). */
  private readonly weights: number
  /** Entries of plan × month that a default has hit. */
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
  /** Σ over the unit's paths: weights of defaults by class × month × active weights, loss by cell and calendar year. */
  private readonly unitDefaulted: Float64Array
  private readonly unitLoss: Float64Array

  constructor(task: Task, positions: Positions, cube: CubeArrays) {
    this.task = task
    this.positions = positions
    this.cube = cube
    const loans = positions.statedLgd.length
    this.oneEach = positions.firstLoan.every((first, firm) => first === Math.min(firm, loans))
    this.weights = positions.hasFees ? WEIGHTS : positions.hasDeposits ? 3 : 2
    this.counted = new Float64Array(positions.planBalance.length * this.weights)
    this.hit = new Int32Array(positions.planBalance.length)
    this.npl = new NplLedger(task, positions)
    this.fund = positions.fund ? new FundLedger(task, positions, positions.fund) : null
    this.cellLoss = new Float64Array(positions.cells * task.years)
    this.sectorLoss = new Float64Array(task.sectors)
    this.lostEarned = new Float64Array(positions.columns)
    this.lostFunded = new Float64Array(task.rateYears)
    this.lostDeposits = new Float64Array(task.rateYears)
    this.linked = positions.link ? new Float64Array(2 * SEVERITIES) : null
    this.unitDefaulted = new Float64Array(positions.classPlan.length * task.horizonMonths * this.weights)
    this.unitLoss = new Float64Array(this.cellLoss.length)
  }

  /** What the unit's paths add up to; starts the next unit. */
  takeSums(): UnitSums {
    const { unitDefaulted, unitLoss, weights } = this
    const defaulted = new Float64Array((unitDefaulted.length / weights) * WEIGHTS)
    for (let from = 0, to = 0; from < unitDefaulted.length; from += weights, to += WEIGHTS)
      for (let w = 0; w < weights; w++) defaulted[to + w] = unitDefaulted[from + w]!
    const loss = unitLoss.slice()
    unitDefaulted.fill(0)
    unitLoss.fill(0)
    return { defaulted, loss }
  }

  /**
   * Loses the loans of the firms that default in a year.
   *
   * @param score  the global factor of the year, on which the LGD link acts
   */
  takeYear(year: number, score: number, events: YearEvents): void {
    const { positions, linked, fund, weights, counted, hit, unitDefaulted, cellLoss, sectorLoss, lostEarned, oneEach } =
      this
    if (positions.link && linked) writeLinked(positions.link, year, score, linked)
    const { firstLoan, records, classPlan, classCell, classColumns, deposits, statedLgd } = positions
    const { planBalance, planRateYear, planLost } = positions
    const { doubles, integers } = records
    const { years, rateYears, horizonMonths, frozen, lgd } = this.task
    const { offset, quantiles, terms } = lgd
    const stride = 2 * rateYears + 2
    const { count, firm: eventFirm, month: eventMonth, uniform, kept } = events
    let hits = this.hits
    for (let k = 0; k < count; k++) {
      if (k % AHEAD === 0) this.fetch(eventFirm, k, Math.min(k + AHEAD, count))
      const firm = eventFirm[k]!
      const month = eventMonth[k]!
      const begin = oneEach ? firm : firstLoan[firm]!
      const end = oneEach ? firm + 1 : firstLoan[firm + 1]!
      for (let loan = begin; loan < end; loan++) {
        const loanClass = integers[4 * loan + 2]!
        const row = classPlan[loanClass]! * horizonMonths + month
        const left = planBalance[row]!
        if (left === 0) continue
        const balance = doubles[2 * loan]!
        const codes = integers[4 * loan + 3]!

        // Loss given default, as drawLgd: a quantile of the severity's variable, bent and shifted, then linked.
        const severity = codes >>> 16
        const table = offset[severity]!
        let x: number
        if (table < 0) x = statedLgd[loan]!
        else {
          const position = uniform[k]! * SEGMENTS
          const segment = Math.floor(position)
          const low = quantiles[table + segment]!
          x = low + (position - segment) * (quantiles[table + segment + 1]! - low)
        }
        const term = (severity * years + year) * 4
        const own = terms[term + 1]! + terms[term + 2]! * x
        const floor = terms[term]!
        let severe = (own > floor ? own : floor) + terms[term + 3]!
        severe = severe < 0 ? 0 : severe > 1 ? 1 : severe
        if (linked) severe = linked[2 * severity]! + linked[2 * severity + 1]! * severe
        const exposure = balance * left
        const loss = exposure * severe * kept[k]!

        for (let ry = planRateYear[row]!; ry < rateYears; ry++) {
          const earned = planLost[row * stride + ry]!
          if (earned !== 0) lostEarned[classColumns[loanClass * rateYears + ry]!]! += balance * earned
        }
        const at = row * weights
        if (counted[at + 1] === 0) hit[hits++] = row
        const unitAt = (loanClass * horizonMonths + month) * weights
        counted[at]! += balance
        counted[at + 1]! += 1
        unitDefaulted[unitAt]! += balance
        unitDefaulted[unitAt + 1]! += 1
        if (weights > 2) {
          const deposit = deposits[loan]!
          counted[at + 2]! += deposit
          unitDefaulted[unitAt + 2]! += deposit
        }
        if (weights > 3) {
          const [fees, ownerAum] = [positions.fees[loan]!, positions.ownerAum[loan]!]
          counted[at + 3]! += fees
          counted[at + 4]! += ownerAum
          unitDefaulted[unitAt + 3]! += fees
          unitDefaulted[unitAt + 4]! += ownerAum
        }
        const cell = classCell[loanClass]!
        const sector = codes & 0xffff
        if (fund?.covers(cell)) fund.add(loanClass, cell, year, month, sector, exposure, loss)
        else {
          cellLoss[cell * years + year]! += loss
          sectorLoss[sector]! += loss
        }
        if (frozen && month >= frozen.from[firm]! && month < frozen.until[firm]!)
          this.npl.freeze(loanClass, month, frozen.until[firm]!, balance)
      }
    }
    this.hits = hits
  }

  /**
   * Reads what the next events will need, and nothing else: reads that do not wait for each other come from far memory together. A
   * book that fits into the processor's cache has no use for it.
   */
  private fetch(firms: Int32Array, from: number, to: number): void {
    const { firstLoan, records, deposits, statedLgd } = this.positions
    if (statedLgd.length < MANY) return
    let sum = 0
    for (let k = from; k < to; k++) {
      const loan = this.oneEach ? firms[k]! : firstLoan[firms[k]!]!
      sum += records.doubles[2 * loan]! + statedLgd[loan]! + deposits[loan]!
    }
    this.fetched = sum
  }

  /** Writes the path's outcomes into the cube and clears the scratch. */
  endPath(path: number, firmDefaults: number, firmDefaultsUncalled: number): void {
    const { cube, positions, npl } = this
    const { paths, rateYears, years, horizonMonths } = this.task
    const { planRateYear, planLost } = positions
    const stride = 2 * rateYears + 2
    let [defaults, year1Defaults, fees, ownerAum, loanYears] = [0, 0, 0, 0, 0]
    for (let k = 0; k < this.hits; k++) {
      const row = this.hit[k]!
      const month = row % horizonMonths
      const at = row * this.weights
      const balance = this.counted[at]!
      const count = this.counted[at + 1]!
      const deposit = this.weights > 2 ? this.counted[at + 2]! : 0
      const lost = row * stride
      for (let ry = planRateYear[row]!; ry < rateYears; ry++) {
        const funded = planLost[lost + rateYears + ry]!
        this.lostFunded[ry]! += balance * funded
        this.lostDeposits[ry]! += deposit * funded
      }
      loanYears += count * planLost[lost + 2 * rateYears + 1]!
      defaults += count
      if (month < 12) year1Defaults += count
      if (this.weights > 3) {
        const funded = planLost[lost + 2 * rateYears]!
        fees += this.counted[at + 3]! * funded
        ownerAum += this.counted[at + 4]! * funded
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
        this.unitLoss[at]! += loss
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
