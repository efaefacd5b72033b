import { WEIGHTS } from '../../models/layout.ts'
import { drawLgd } from '../../models/lgd.ts'
import { RECORD } from './task.ts'
import type { CubeArrays, Positions, Task, UnitSums } from './task.ts'

/** One strategy's loans and what the path at hand has done to them. */
export class StrategyBook {
  private readonly task: Task
  private readonly positions: Positions
  private readonly cube: CubeArrays
  private readonly lostEarned: Float64Array
  private readonly cellLoss: Float64Array
  private readonly lostFunded: Float64Array
  private readonly lostDeposits: Float64Array
  /** Defaulted balance by month of default, and performing balance lost from a month-end on. */
  private readonly defaultedBalance: Float64Array
  private readonly lostBalance: Float64Array
  private loss = 0
  private year1Loss = 0
  private defaults = 0
  private year1Defaults = 0
  private lostFees = 0
  private lostOwnerAum = 0
  private lostYears = 0
  private sums: UnitSums

  constructor(task: Task, positions: Positions, cube: CubeArrays) {
    this.task = task
    this.positions = positions
    this.cube = cube
    this.lostEarned = new Float64Array(positions.columns)
    this.cellLoss = new Float64Array(positions.cells)
    this.lostFunded = new Float64Array(task.rateYears)
    this.lostDeposits = new Float64Array(task.rateYears)
    this.defaultedBalance = new Float64Array(task.horizonMonths)
    this.lostBalance = new Float64Array(task.horizonMonths + 1)
    this.sums = this.emptySums()
  }

  private emptySums(): UnitSums {
    return {
      defaulted: new Float64Array(this.positions.classPlan.length * this.task.horizonMonths * WEIGHTS),
      loss: new Float64Array(this.positions.cells * this.task.years),
    }
  }

  takeSums(): UnitSums {
    const sums = this.sums
    this.sums = this.emptySums()
    return sums
  }

  /** Loses a firm's loans in a month (from 0). */
  default(firm: number, year: number, month: number, u1: number, u2: number): void {
    const p = this.positions
    const { records } = p
    const { years, rateYears, horizonMonths, lgd } = this.task
    const stride = 2 * rateYears + 2
    const end = p.firstLoan[firm + 1]!
    for (let loan = p.firstLoan[firm]!; loan < end; loan++) {
      const record = loan * RECORD
      const loanClass = records[record + 7]!
      const planId = p.classPlan[loanClass]!
      const share = p.planBalance[planId * horizonMonths + month]!
      if (share === 0) continue
      const balance = records[record]!
      const deposit = records[record + 1]!
      const fees = records[record + 2]!
      const ownerAum = records[record + 3]!
      const exposure = balance * share
      const [kind, collateral] = [records[record + 5]!, records[record + 6]!]
      const loss = exposure * drawLgd(lgd, kind, collateral, year, records[record + 4]!, u1, u2)

      const lost = (planId * horizonMonths + month) * stride
      for (let ry = 0; ry < rateYears; ry++) {
        const earned = p.planLost[lost + ry]!
        if (earned !== 0) this.lostEarned[p.classColumns[loanClass * rateYears + ry]!]! += balance * earned
        const funded = p.planLost[lost + rateYears + ry]!
        this.lostFunded[ry]! += balance * funded
        this.lostDeposits[ry]! += deposit * funded
      }
      const funded = p.planLost[lost + 2 * rateYears]!
      this.lostFees += fees * funded
      this.lostOwnerAum += ownerAum * funded
      this.lostYears += p.planLost[lost + 2 * rateYears + 1]!

      const cell = p.classCell[loanClass]!
      this.cellLoss[cell]! += loss
      this.loss += loss
      this.defaults += 1
      if (year === 0) {
        this.year1Loss += loss
        this.year1Defaults += 1
      }
      this.sums.loss[cell * years + year]! += loss
      const at = (loanClass * horizonMonths + month) * WEIGHTS
      const sums = this.sums.defaulted
      sums[at]! += balance
      sums[at + 1]! += 1
      sums[at + 2]! += deposit
      sums[at + 3]! += fees
      sums[at + 4]! += ownerAum

      this.defaultedBalance[month]! += exposure
      this.losePerforming(planId, balance, month)
    }
  }

  /** Takes a loan out of the performing balance from the month-end at which its default is classified. */
  private losePerforming(planId: number, balance: number, month: number): void {
    const { horizonMonths, nplLagMonths } = this.task
    const from = month + nplLagMonths
    if (from >= horizonMonths) return
    this.lostBalance[from]! += balance * this.positions.planBalance[planId * horizonMonths + from]!
    if (this.positions.planConstant[planId] === 1) return
    let before = this.positions.planBalance[planId * horizonMonths + from]!
    for (let t = from + 1; t < horizonMonths; t++) {
      const share = this.positions.planBalance[planId * horizonMonths + t]!
      this.lostBalance[t]! += balance * (share - before)
      before = share
    }
  }

  /** Writes the path's outcomes into the cube and clears the scratch. */
  endPath(path: number): void {
    const { cube, positions, task } = this
    const { paths, rateYears } = task
    this.endMonths(path)
    for (let k = 0; k < this.lostEarned.length; k++)
      if (this.lostEarned[k] !== 0) {
        cube.lostEarned[k * paths + path] = this.lostEarned[k]!
        this.lostEarned[k] = 0
      }
    for (let c = 0; c < this.cellLoss.length; c++)
      if (this.cellLoss[c] !== 0) {
        cube.cellLoss[c * paths + path] = this.cellLoss[c]!
        this.cellLoss[c] = 0
      }
    for (let ry = 0; ry < rateYears; ry++) {
      cube.funded[ry * paths + path] = positions.fullFunded[ry]! - this.lostFunded[ry]!
      cube.deposits[ry * paths + path] = positions.fullDeposits[ry]! - this.lostDeposits[ry]!
      this.lostFunded[ry] = 0
      this.lostDeposits[ry] = 0
    }
    cube.loss[path] = this.loss
    cube.year1Loss[path] = this.year1Loss
    cube.defaults[path] = this.defaults
    cube.year1Defaults[path] = this.year1Defaults
    cube.fees[path] = positions.fullFees - this.lostFees
    cube.ownerAum[path] = positions.fullOwnerAum - this.lostOwnerAum
    cube.loanYears[path] = positions.fullLoanYears - this.lostYears
    this.loss = this.year1Loss = this.defaults = this.year1Defaults = 0
    this.lostFees = this.lostOwnerAum = this.lostYears = 0
  }

  /** Month-end NPL: classified after the lag, disposed of after a while; opening NPL is disposed of evenly. */
  private endMonths(path: number): void {
    const { cube, positions, task } = this
    const { paths, horizonMonths, nplLagMonths, nplDisposalMonths } = task
    let npl = 0
    let lost = 0
    let defaulted = 0
    const opening = task.openingNpl * positions.fullBalance[0]!
    for (let t = 0; t < horizonMonths; t++) {
      lost += this.lostBalance[t]!
      if (t >= nplLagMonths) npl += this.defaultedBalance[t - nplLagMonths]!
      const disposed = t - nplLagMonths - nplDisposalMonths
      if (disposed >= 0) npl -= this.defaultedBalance[disposed]!
      const left = opening * Math.max(0, 1 - (t + 1) / nplDisposalMonths)
      const total = positions.fullBalance[t]! - lost + npl + left
      cube.nplRatio[t * paths + path] = total > 1e-9 * positions.fullBalance[0]! ? Math.max(0, npl + left) / total : 0
      defaulted += this.defaultedBalance[t]!
    }
    cube.defaultedExposure[path] = defaulted
    this.lostBalance.fill(0)
    this.defaultedBalance.fill(0)
  }
}
