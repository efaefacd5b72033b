import type { CubeArrays, Positions, Task } from '../task.ts'
import type { Deferrals } from './deferrals.ts'
import { PairIndex } from './pairIndex.ts'
import { LANES } from './sparseRows.ts'
import type { SparseBuilder } from './sparseRows.ts'
import type { Timing } from './timings.ts'

/**
 * Month-end NPL ratios from mean defaulted exposure and mean lost performing balance, as the exact engine's ledger has them. Its rows
 * of the matrix: exposure by month of default and performing balance lost by month-end, as they truly are; where there are deferrals
 * the two again as they are reported.
 */
export class Npl {
  readonly rows: number
  private readonly task: Task
  private readonly positions: Positions
  private readonly deferrals: Deferrals
  private readonly timings: readonly Timing[]
  private readonly index = new PairIndex()
  private readonly known: Float64Array[] = []

  constructor(task: Task, positions: Positions, deferrals: Deferrals, timings: readonly Timing[]) {
    this.task = task
    this.positions = positions
    this.deferrals = deferrals
    this.timings = timings
    this.rows = task.horizonMonths * (task.frozen ? 4 : 2)
  }

  /** Adds a default of loans with a plan and a deferral profile that were worth `balance` at month 0, to rows from `firstRow` on. */
  addTo(
    builder: SparseBuilder,
    firstRow: number,
    plan: number,
    profile: number,
    timing: number,
    balance: number,
  ): void {
    const id = this.index.idOf(plan, timing * this.deferrals.profiles + profile)
    const values = (this.known[id] ??= this.work(plan, profile, timing))
    for (let row = 0; row < values.length; row++) builder.add(firstRow + row, balance * values[row]!)
  }

  private work(plan: number, profile: number, timing: number): Float64Array {
    const { horizonMonths, nplLagMonths } = this.task
    const values = new Float64Array(this.rows)
    const { first, weights } = this.timings[timing]!
    for (const [n, weight] of weights.entries()) {
      const month = first + n
      const exposure = weight * this.positions.planBalance[plan * horizonMonths + month]!
      if (exposure === 0) continue
      values[month]! += exposure
      this.lose(values, horizonMonths, plan, month + nplLagMonths, weight)
      if (this.rows === 2 * horizonMonths) continue
      const isFrozen = profile > 0 && month >= this.deferrals.from(profile) && month < this.deferrals.until(profile)
      const due = isFrozen ? Math.max(month, this.deferrals.until(profile) - nplLagMonths) : month
      if (due < horizonMonths) values[2 * horizonMonths + due]! += exposure
      this.lose(values, 3 * horizonMonths, plan, due + nplLagMonths, weight)
    }
    return values
  }

  /** Performing balance lost from a month-end on, as changes from month to month. */
  private lose(values: Float64Array, firstRow: number, plan: number, from: number, weight: number): void {
    const { horizonMonths } = this.task
    let before = 0
    for (let t = from; t < horizonMonths; t++) {
      const balance = this.positions.planBalance[plan * horizonMonths + t]!
      values[firstRow + t]! += weight * (balance - before)
      before = balance
    }
  }

  /**
   * Writes a path's ratios, and the exposure defaulted in all.
   *
   * @param sums  the matrix's rows × LANES
   */
  write(cube: CubeArrays, path: number, sums: Float64Array, firstRow: number, lane: number): void {
    const { horizonMonths } = this.task
    let exposure = 0
    for (let m = 0; m < horizonMonths; m++) exposure += sums[(firstRow + m) * LANES + lane]!
    cube.defaultedExposure[path] = exposure
    this.writeRatios(cube.trueNplRatio, path, sums, firstRow * LANES + lane)
    if (this.rows > 2 * horizonMonths)
      this.writeRatios(cube.nplRatio, path, sums, (firstRow + 2 * horizonMonths) * LANES + lane)
  }

  private writeRatios(ratios: Float32Array, path: number, sums: Float64Array, at: number): void {
    const { paths, horizonMonths, nplLagMonths, nplDisposalMonths, openingNpl } = this.task
    const { fullBalance } = this.positions
    const opening = openingNpl * fullBalance[0]!
    let npl = 0
    let lost = 0
    for (let t = 0; t < horizonMonths; t++) {
      lost += sums[at + (horizonMonths + t) * LANES]!
      if (t >= nplLagMonths) npl += sums[at + (t - nplLagMonths) * LANES]!
      const disposed = t - nplLagMonths - nplDisposalMonths
      if (disposed >= 0) npl -= sums[at + disposed * LANES]!
      const left = opening * Math.max(0, 1 - (t + 1) / nplDisposalMonths)
      const total = fullBalance[t]! - lost + npl + left
      ratios[t * paths + path] = total > 1e-9 * fullBalance[0]! ? Math.max(0, npl + left) / total : 0
    }
  }
}
