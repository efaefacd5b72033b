import { WEIGHTS } from '../../models/layout.ts'
import { SEGMENTS, SEVERITIES } from '../../models/lgd.ts'
import { writeLinked } from '../../models/lgdLink.ts'
import { FundLedger } from './fundLedger.ts'
import { JointLiability } from './jointLiability.ts'
import { NplLedger } from './nplLedger.ts'
import { balanceOf, classOf, depositOf, relationshipOf } from './task.ts'
import type { CubeArrays, Positions, Task, UnitSums } from './task.ts'
import { Watch } from './watch.ts'
import type { Leavings } from './watch.ts'
import type { WatchYear } from './watchCandidates.ts'
import type { YearEvents } from './yearEvents.ts'

/** Events whose loans are fetched together, and loans from which on that pays. */
const AHEAD = 128
const MANY = 50_000

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
  private readonly joint: JointLiability | null
  private readonly watch: Watch | null
  /** Keeps the reads of {@link fetch} from being optimised away. */
  protected fetched = 0
  /** Whether firm i's one loan is loan i, as far as there are loans. */
  private readonly oneEach: boolean
  /** Σ weights of the path's defaults: plan × month × active weights. */
  private readonly counted: Float64Array
  /** Weights that are kept: 2 (balance, count), 3 (and deposit) or 5 (and fees, owner's assets). */
  private readonly weights: number
  /** Fees and owner's assets per unit of balance, where that is the same for all loans. */
  private readonly fees: number | null
  private readonly ownerAum: number | null
  /** Entries of plan × month that a default has hit. */
  private readonly hit: Int32Array
  private hits = 0
  /** The same of loans that left at the beginning of a month; empty where none can. */
  private readonly leavers: Float64Array
  private readonly leaverHit: Int32Array
  private leaverHits = 0
  /** 1 where an entry is among the hits. */
  private readonly isLeaverHit: Uint8Array
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
  private readonly unitLeft: Float64Array
  private readonly unitLoss: Float64Array

  constructor(task: Task, positions: Positions, cube: CubeArrays) {
    this.task = task
    this.positions = positions
    this.cube = cube
    const { loans, fees, ownerAum } = positions
    this.oneEach = positions.firstLoan.every((first, firm) => first === Math.min(firm, loans))
    this.fees = typeof fees === 'number' ? fees : null
    this.ownerAum = typeof ownerAum === 'number' ? ownerAum : null
    this.weights = this.fees === null || this.ownerAum === null ? WEIGHTS : positions.hasDeposits ? 3 : 2
    this.counted = new Float64Array(positions.planBalance.length * this.weights)
    this.hit = new Int32Array(positions.planBalance.length)
    this.npl = new NplLedger(task, positions)
    this.joint = positions.joint ? new JointLiability(task, positions, positions.joint) : null
    this.watch = positions.watch ? new Watch(task, positions, positions.watch) : null
    const leavable = this.watch ? 1 : 0
    this.leavers = new Float64Array(leavable * this.counted.length)
    this.leaverHit = new Int32Array(leavable * this.hit.length)
    this.isLeaverHit = new Uint8Array(leavable * this.hit.length)
    this.fund = positions.fund ? new FundLedger(task, positions, positions.fund) : null
    this.cellLoss = new Float64Array(positions.cells * task.years)
    this.sectorLoss = new Float64Array(task.sectors)
    this.lostEarned = new Float64Array(positions.columns)
    this.lostFunded = new Float64Array(task.rateYears)
    this.lostDeposits = new Float64Array(task.rateYears)
    this.linked = positions.link ? new Float64Array(2 * SEVERITIES) : null
    this.unitDefaulted = new Float64Array(positions.classPlan.length * task.horizonMonths * this.weights)
    this.unitLeft = new Float64Array(leavable * this.unitDefaulted.length)
    this.unitLoss = new Float64Array(this.cellLoss.length)
  }

  /**
   * @param path  in the whole sample
   * @param mark  differs from path to path, above 0
   */
  beginPath(path: number, mark: number): void {
    this.joint?.beginPath(path, mark)
    this.watch?.beginPath(mark)
  }

  /** What the unit's paths add up to; starts the next unit. */
  takeSums(): UnitSums {
    const sums = {
      defaulted: this.spelt(this.unitDefaulted),
      left: this.spelt(this.unitLeft),
      loss: this.unitLoss.slice(),
    }
    for (const sum of [this.unitDefaulted, this.unitLeft, this.unitLoss]) sum.fill(0)
    return sums
  }

  /** Active weights to all weights. */
  private spelt(sums: Float64Array): Float64Array {
    const { weights } = this
    const all = new Float64Array((sums.length / weights) * WEIGHTS)
    for (let from = 0, to = 0; from < sums.length; from += weights, to += WEIGHTS) {
      for (let w = 0; w < Math.min(3, weights); w++) all[to + w] = sums[from + w]!
      all[to + 3] = this.feesOf(sums, from)
      all[to + 4] = this.ownerAumOf(sums, from)
    }
    return all
  }

  /** Fees, and owner's assets, of the weights kept at a place. */
  private feesOf(sums: Float64Array, at: number): number {
    return this.weights > 3 ? sums[at + 3]! : this.fees! * sums[at]!
  }

  private ownerAumOf(sums: Float64Array, at: number): number {
    return this.weights > 3 ? sums[at + 4]! : this.ownerAum! * sums[at]!
  }

  /**
   * Loses the loans of the firms that default in a year, after what the strategy's groups and its watching make of that.
   *
   * @param candidates  for refused renewals and false alarms; null where no strategy watches
   */
  takeYear(year: number, happened: YearEvents, candidates: WatchYear | null): void {
    const events = this.joint ? this.joint.expand(year, happened) : happened
    this.lose(year, this.watch && candidates ? this.watch.takeYear(year, events, candidates, this.leavings) : events)
  }

  private lose(year: number, events: YearEvents): void {
    const { positions, linked, fund, weights, counted, hit, unitDefaulted, cellLoss, sectorLoss, lostEarned, oneEach } =
      this
    if (positions.link && linked) writeLinked(positions.link, year, events.score, linked)
    const { firstLoan, records, classPlan, classCell, classColumns } = positions
    const { planBalance, planRateYear, planLost } = positions
    const { doubles, integers } = records
    const { years, rateYears, horizonMonths, frozen } = this.task
    const { offset, quantiles, terms } = positions.lgd
    const stride = 2 * rateYears + 2
    const { count, firm: eventFirm, month: eventMonth, uniform, kept, present } = events
    let hits = this.hits
    for (let k = 0; k < count; k++) {
      if (k % AHEAD === 0) this.fetch(eventFirm, k, Math.min(k + AHEAD, count))
      const firm = eventFirm[k]!
      const month = eventMonth[k]!
      const begin = oneEach ? firm : firstLoan[firm]!
      const end = oneEach ? firm + 1 : firstLoan[firm + 1]!
      for (let loan = begin; loan < end; loan++) {
        const loanClass = integers[8 * loan + 6]!
        const row = classPlan[loanClass]! * horizonMonths + month
        const left = planBalance[row]!
        if (left === 0) continue
        const balance = doubles[4 * loan]! * present[k]!
        const codes = integers[8 * loan + 7]!

        // Loss given default, as drawLgd: a quantile of the severity's variable, bent and shifted, then linked.
        const severity = codes >>> 16
        const table = offset[severity]!
        let x: number
        if (table < 0) x = doubles[4 * loan + 2]!
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
          const deposit = doubles[4 * loan + 1]! * present[k]!
          counted[at + 2]! += deposit
          unitDefaulted[unitAt + 2]! += deposit
        }
        if (weights > 3) {
          const fees = relationshipOf(positions.fees, loan, doubles[4 * loan]!) * present[k]!
          const ownerAum = relationshipOf(positions.ownerAum, loan, doubles[4 * loan]!) * present[k]!
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

  /** Takes loans off the books, see Leavings. */
  private readonly leavings: Leavings = {
    leave: (firm, month, share, whole) => {
      const { firstLoan, records, classPlan, classColumns, planRateYear, planLeft } = this.positions
      const { rateYears, horizonMonths } = this.task
      for (let loan = firstLoan[firm]!; loan < firstLoan[firm + 1]!; loan++) {
        const loanClass = classOf(records, loan)
        const row = classPlan[loanClass]! * horizonMonths + month
        const balance = share * balanceOf(records, loan)
        for (let ry = planRateYear[row]!; ry < rateYears; ry++) {
          const left = planLeft[row * (rateYears + 1) + ry]!
          if (left !== 0) this.lostEarned[classColumns[loanClass * rateYears + ry]!]! += balance * left
        }
        this.countLeaver(loan, loanClass, row, month, share, whole)
      }
    },
    cut: (firm, from, until, share) => {
      const { firstLoan, records, classPlan, classColumns, planRateYear, planLeft } = this.positions
      const { rateYears, horizonMonths } = this.task
      for (let loan = firstLoan[firm]!; loan < firstLoan[firm + 1]!; loan++) {
        const loanClass = classOf(records, loan)
        const row = classPlan[loanClass]! * horizonMonths
        const ry = planRateYear[row + from]!
        const after = until < horizonMonths ? planLeft[(row + until) * (rateYears + 1) + ry]! : 0
        const left = planLeft[(row + from) * (rateYears + 1) + ry]! - after
        this.lostEarned[classColumns[loanClass * rateYears + ry]!]! += share * balanceOf(records, loan) * left
        this.countLeaver(loan, loanClass, row + from, from, share, 0)
        if (until < horizonMonths) this.countLeaver(loan, loanClass, row + until, until, -share, 0)
      }
    },
  }

  private countLeaver(loan: number, loanClass: number, row: number, month: number, share: number, whole: number): void {
    const { leavers, unitLeft, weights } = this
    const { records, fees, ownerAum } = this.positions
    if (this.isLeaverHit[row] === 0) {
      this.isLeaverHit[row] = 1
      this.leaverHit[this.leaverHits++] = row
    }
    const at = row * weights
    const unitAt = (loanClass * this.task.horizonMonths + month) * weights
    const balance = balanceOf(records, loan)
    leavers[at]! += share * balance
    leavers[at + 1]! += whole
    unitLeft[unitAt]! += share * balance
    unitLeft[unitAt + 1]! += whole
    if (weights > 2) {
      const deposit = share * depositOf(records, loan)
      leavers[at + 2]! += deposit
      unitLeft[unitAt + 2]! += deposit
    }
    if (weights > 3) {
      const fee = share * relationshipOf(fees, loan, balance)
      const aum = share * relationshipOf(ownerAum, loan, balance)
      leavers[at + 3]! += fee
      leavers[at + 4]! += aum
      unitLeft[unitAt + 3]! += fee
      unitLeft[unitAt + 4]! += aum
    }
  }

  /**
   * Reads what the next events will need, and nothing else: reads that do not wait for each other come from far memory together. A
   * book that fits into the processor's cache has no use for it.
   */
  private fetch(firms: Int32Array, from: number, to: number): void {
    const { firstLoan, records, loans } = this.positions
    if (loans < MANY) return
    let sum = 0
    for (let k = from; k < to; k++) {
      const loan = this.oneEach ? firms[k]! : firstLoan[firms[k]!]!
      sum += records.doubles[4 * loan]!
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
      const funded = planLost[lost + 2 * rateYears]!
      fees += this.feesOf(this.counted, at) * funded
      ownerAum += this.ownerAumOf(this.counted, at) * funded
      npl.lose(row, month, balance)
      for (let w = 0; w < this.weights; w++) this.counted[at + w] = 0
    }
    this.hits = 0
    for (let k = 0; k < this.leaverHits; k++) {
      const row = this.leaverHit[k]!
      const at = row * this.weights
      const left = row * (rateYears + 1)
      const balance = this.leavers[at]!
      let funded = 0
      for (let ry = planRateYear[row]!; ry < rateYears; ry++) {
        const share = positions.planLeft[left + ry]!
        funded += share
        this.lostFunded[ry]! += balance * share
        if (this.weights > 2) this.lostDeposits[ry]! += this.leavers[at + 2]! * share
      }
      loanYears += this.leavers[at + 1]! * positions.planLeft[left + rateYears]!
      fees += this.feesOf(this.leavers, at) * funded
      ownerAum += this.ownerAumOf(this.leavers, at) * funded
      npl.leave(row, row % horizonMonths, balance)
      for (let w = 0; w < this.weights; w++) this.leavers[at + w] = 0
      this.isLeaverHit[row] = 0
    }
    this.leaverHits = 0

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
