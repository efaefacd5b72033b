import type { Positions, Task } from '../task.ts'
import { PairIndex } from './pairIndex.ts'
import type { Timing } from './timings.ts'

/** Means over the month of default, for a loan of balance 1 at month 0. */
export interface PlanMeans {
  /** Exposure, earned and funded balance-years lost. */
  readonly b: number
  readonly e: number
  readonly f: number
}

/** Moments over the month of default of what two loans of a firm lose, by their plans; remembered. */
export class PlanMoments {
  private readonly task: Task
  private readonly positions: Positions
  private readonly timings: readonly Timing[]
  private readonly plans: number
  private readonly meanIndex = new PairIndex()
  private readonly meansKnown: PlanMeans[] = []
  private readonly pairIndex = new PairIndex()
  private readonly pairs: Float64Array[] = []

  constructor(task: Task, positions: Positions, timings: readonly Timing[]) {
    this.task = task
    this.positions = positions
    this.timings = timings
    this.plans = positions.planConstant.length
  }

  means(plan: number, timing: number): PlanMeans {
    const id = this.meanIndex.idOf(plan, timing)
    return (this.meansKnown[id] ??= this.meansOf(plan, timing))
  }

  /** E[bb'], E[be'], E[bf'], E[ee'], E[ef'], E[ff']: the first factor of plan `first`, the primed one of plan `second`. */
  of(first: number, second: number, timing: number): Float64Array {
    const id = this.pairIndex.idOf(first * this.plans + second, timing)
    return (this.pairs[id] ??= this.productsOf(first, second, timing))
  }

  private meansOf(plan: number, timing: number): PlanMeans {
    const { first, weights } = this.timings[timing]!
    let [b, e, f] = [0, 0, 0]
    for (const [n, weight] of weights.entries()) {
      const at = this.at(plan, first + n)
      b += weight * at.b
      e += weight * at.e
      f += weight * at.f
    }
    return { b, e, f }
  }

  private productsOf(planA: number, planB: number, timing: number): Float64Array {
    const products = new Float64Array(6)
    const { first, weights } = this.timings[timing]!
    for (const [n, weight] of weights.entries()) {
      const a = this.at(planA, first + n)
      const b = this.at(planB, first + n)
      products[0]! += weight * a.b * b.b
      products[1]! += weight * a.b * b.e
      products[2]! += weight * a.b * b.f
      products[3]! += weight * a.e * b.e
      products[4]! += weight * a.e * b.f
      products[5]! += weight * a.f * b.f
    }
    return products
  }

  /** What a default in a month takes away; nothing once the loan has run off. */
  private at(plan: number, month: number): PlanMeans {
    const { horizonMonths, rateYears } = this.task
    const { planBalance, planLost } = this.positions
    const row = plan * horizonMonths + month
    const b = planBalance[row]!
    if (b === 0) return { b: 0, e: 0, f: 0 }
    const from = row * (2 * rateYears + 2)
    let e = 0
    for (let ry = 0; ry < rateYears; ry++) e += planLost[from + ry]!
    return { b, e, f: planLost[from + 2 * rateYears]! }
  }
}
