import type { Positions, Task } from '../task.ts'
import { PairIndex } from './pairIndex.ts'
import { timingsOf } from './timings.ts'
import type { Timing } from './timings.ts'

/** Entries of a block of {@link PlanDefaults}, then for each rate year: earned and funded balance-years lost, exposure. */
export const EXPOSURE = 0
export const COUNT = 1
export const FUNDED = 2
export const YEARS = 3
export const BY_RATE_YEAR = 4

/** What a default takes away from a loan of balance 1 at month 0, in expectation over its month; one block a plan and timing. */
export class PlanDefaults {
  readonly timings: readonly Timing[]
  private readonly task: Task
  private readonly positions: Positions
  private readonly index = new PairIndex()
  private readonly blocks: Float64Array[] = []

  constructor(task: Task, positions: Positions) {
    this.task = task
    this.positions = positions
    this.timings = timingsOf(task)
  }

  /**
   * Exposure at default, chance of standing, funded balance-years and funded years lost; then by rate year earned balance-years lost,
   * funded ones, exposure under contracts of that year.
   *
   * @param timing  see drawnTiming and exitTiming
   */
  block(plan: number, timing: number): Float64Array {
    const id = this.index.idOf(plan, timing)
    return (this.blocks[id] ??= this.work(plan, timing))
  }

  private work(plan: number, timing: number): Float64Array {
    const { rateYears, horizonMonths } = this.task
    const { planBalance, planLost, planRateYear } = this.positions
    const block = new Float64Array(BY_RATE_YEAR + 3 * rateYears)
    const stride = 2 * rateYears + 2
    const { first, weights } = this.timings[timing]!
    for (const [n, weight] of weights.entries()) {
      const row = plan * horizonMonths + first + n
      const balance = planBalance[row]!
      if (balance === 0) continue
      block[EXPOSURE]! += weight * balance
      block[COUNT]! += weight
      block[FUNDED]! += weight * planLost[row * stride + 2 * rateYears]!
      block[YEARS]! += weight * planLost[row * stride + 2 * rateYears + 1]!
      for (let at = 0; at < 2 * rateYears; at++) block[BY_RATE_YEAR + at]! += weight * planLost[row * stride + at]!
      block[BY_RATE_YEAR + 2 * rateYears + planRateYear[row]!]! += weight * balance
    }
    return block
  }
}
