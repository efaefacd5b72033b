import type { CubeArrays, Positions, Task } from './task.ts'

/**
 * Month-end NPL of one path: a default is classified after a lag and disposed of after a while; while a deferral lasts, its
 * classification waits. Kept twice where there are deferrals: as reported, and true.
 */
export class NplLedger {
  private readonly task: Task
  private readonly positions: Positions
  /** Defaulted exposure by month of default, and performing balance lost from a month-end on. */
  private readonly defaulted: Float64Array
  private readonly lost: Float64Array
  /** What deferrals change in the two, as reported. */
  private readonly defaultedLater: Float64Array
  private readonly lostLater: Float64Array

  constructor(task: Task, positions: Positions) {
    this.task = task
    this.positions = positions
    const months = task.horizonMonths
    this.defaulted = new Float64Array(months)
    this.lost = new Float64Array(months)
    this.defaultedLater = new Float64Array(months)
    this.lostLater = new Float64Array(months)
  }

  /** A default of loans that were worth `balance` at month 0; `row` is plan × month. */
  lose(row: number, month: number, balance: number): void {
    this.defaulted[month]! += balance * this.positions.planBalance[row]!
    this.take(this.lost, row - month, month + this.task.nplLagMonths, balance)
  }

  /** Loans that left at the beginning of a month: no longer performing, and not non-performing either. */
  leave(row: number, month: number, balance: number): void {
    this.take(this.lost, row - month, month, balance)
  }

  /** The same default, already lost, is classified as if it had fallen in the month in which its deferral ends. */
  freeze(loanClass: number, month: number, until: number, balance: number): void {
    const { horizonMonths, nplLagMonths } = this.task
    const plan = this.positions.classPlan[loanClass]! * horizonMonths
    const exposure = balance * this.positions.planBalance[plan + month]!
    // Classification is due after the lag or at the end of the deferral, whichever is later.
    const later = Math.max(month, until - nplLagMonths)
    this.defaultedLater[month]! -= exposure
    if (later < horizonMonths) this.defaultedLater[later]! += exposure
    this.take(this.lostLater, plan, month + nplLagMonths, -balance)
    this.take(this.lostLater, plan, later + nplLagMonths, balance)
  }

  /** Takes loans out of the performing balance from a month-end on. */
  private take(lost: Float64Array, plan: number, from: number, balance: number): void {
    if (from >= lost.length) return
    const { planBalance, planConstant } = this.positions
    let before = planBalance[plan + from]!
    lost[from]! += balance * before
    if (planConstant[plan / lost.length] === 1) return
    for (let t = from + 1; t < lost.length; t++) {
      const share = planBalance[plan + t]!
      lost[t]! += balance * (share - before)
      before = share
    }
  }

  /** Writes the path's ratios into the cube, with the exposure defaulted in all, and clears the ledger. */
  write(cube: CubeArrays, path: number): void {
    const { defaulted, lost, defaultedLater, lostLater } = this
    cube.defaultedExposure[path] = defaulted.reduce((sum, one) => sum + one, 0)
    this.writeRatios(cube.trueNplRatio, path)
    if (cube.nplRatio !== cube.trueNplRatio) {
      for (let m = 0; m < defaulted.length; m++) {
        defaulted[m]! += defaultedLater[m]!
        lost[m]! += lostLater[m]!
      }
      this.writeRatios(cube.nplRatio, path)
      defaultedLater.fill(0)
      lostLater.fill(0)
    }
    defaulted.fill(0)
    lost.fill(0)
  }

  private writeRatios(ratios: Float32Array, path: number): void {
    const { paths, horizonMonths, nplLagMonths, nplDisposalMonths, openingNpl } = this.task
    const { fullBalance } = this.positions
    const opening = openingNpl * fullBalance[0]!
    let npl = 0
    let lost = 0
    for (let t = 0; t < horizonMonths; t++) {
      lost += this.lost[t]!
      if (t >= nplLagMonths) npl += this.defaulted[t - nplLagMonths]!
      const disposed = t - nplLagMonths - nplDisposalMonths
      if (disposed >= 0) npl -= this.defaulted[disposed]!
      const left = opening * Math.max(0, 1 - (t + 1) / nplDisposalMonths)
      const total = fullBalance[t]! - lost + npl + left
      ratios[t * paths + path] = total > 1e-9 * fullBalance[0]! ? Math.max(0, npl + left) / total : 0
    }
  }
}
