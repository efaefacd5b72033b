import { Generator } from '../random.ts'
import type { Task } from './task.ts'

/** Firms that may be refused a renewal, with the uniform that decides; and be alarmed, with the month of the year as well. */
export interface WatchYear {
  readonly exits: { count: number; readonly firm: Int32Array; readonly uniform: Float64Array }
  readonly alarms: {
    count: number
    readonly firm: Int32Array
    readonly uniform: Float64Array
    readonly month: Uint8Array
  }
}

/** Room for a year of some firms. */
export const watchYear = (firms: number): WatchYear => ({
  exits: { count: 0, firm: new Int32Array(firms), uniform: new Float64Array(firms) },
  alarms: {
    count: 0,
    firm: new Int32Array(firms),
    uniform: new Float64Array(firms),
    month: new Uint8Array(firms),
  },
})

/**
 * Firms that may, in a year of a path, be refused a renewal or raise a false alarm, whatever the strategy: each strategy takes those whose
 * uniform falls below its own probability, so that strategies that watch alike act on the same firms.
 *
 * Firms are found by geometric skips at the largest probability of any strategy: cost follows the number found.
 */
export class WatchCandidates {
  private readonly task: Task
  private readonly draws = new Generator()
  /** Largest probability of any strategy: that some renewal of each year is refused, and of a false alarm. */
  private readonly exit: Float64Array
  private readonly alarm: number
  constructor(task: Task) {
    this.task = task
    const terms = task.strategies.flatMap(({ watch }) => (watch ? [watch] : []))
    const exit = Math.max(...terms.map((watch) => watch.exit))
    this.exit = mostRenewals(task).map((renewals) => 1 - (1 - exit) ** renewals)
    this.alarm = Math.max(...terms.map((watch) => watch.falseAlarm))
  }

  beginPath(path: number): void {
    this.draws.seed(this.task.watchKey, path)
  }

  /** Whether a default was announced, or its last renewal refused: a uniform each. */
  uniform(): number {
    return this.draws.uniform()
  }

  drawYear(year: number, { exits, alarms }: WatchYear): void {
    const { draws } = this
    exits.count = alarms.count = 0
    const exit = this.exit[year]!
    this.find(exit, (firm) => {
      const at = exits.count++
      exits.firm[at] = firm
      exits.uniform[at] = draws.uniform() * exit
    })
    this.find(this.alarm, (firm) => {
      const at = alarms.count++
      alarms.firm[at] = firm
      alarms.uniform[at] = draws.uniform() * this.alarm
      alarms.month[at] = Math.floor(draws.uniform() * 12)
    })
  }

  private find(p: number, take: (firm: number) => void): void {
    if (p === 0) return
    const { draws } = this
    const skip = -1 / Math.log1p(-p)
    const next = (): number => Math.floor(draws.exponential() * skip)
    for (let firm = next(); firm < this.task.firms; firm += 1 + next()) take(firm)
  }
}

/** Most renewals of any loan in each calendar year. */
function mostRenewals({ strategies, horizonMonths, years }: Task): Float64Array {
  const most = new Float64Array(years)
  for (const { planSigned, planBalance } of strategies)
    for (let from = 0; from < planSigned.length; from += horizonMonths)
      for (let year = 0; year < years; year++) {
        let own = 0
        for (let m = Math.max(1, 12 * year); m < Math.min(12 * year + 12, horizonMonths); m++)
          if (planSigned[from + m] === m && planBalance[from + m]! > 0) own++
        most[year] = Math.max(most[year]!, own)
      }
  return most
}
