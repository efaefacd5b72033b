import type { Positions, Task, WatchTerms } from './task.ts'
import { copyEvent, yearEvents } from './yearEvents.ts'
import type { YearEvents } from './yearEvents.ts'
import type { WatchCandidates } from './watchCandidates.ts'

/** Takes a share of a firm's loan off the books at the beginning of a month; `whole` is 1 when the loan itself goes. */
export type Leave = (firm: number, month: number, share: number, whole: 0 | 1) => void

/**
 * What watching does to one strategy's loans: it changes what the bank has at stake, never what happens to the firm (MODEL §5).
 *
 * A maturity may be refused: of sound firms by chance, of firms that default within the year the likelier the nearer that is. A default
 * may have been announced some months before: part of the balance was called in then, and of the rest more is recovered. An alarm on a
 * sound firm calls in the same part till the contract or the year ends.
 *
 * Firms have one loan each here, as synthetic ones do.
 */
export class Watch {
  private readonly task: Task
  private readonly positions: Positions
  private readonly terms: WatchTerms
  private readonly events: YearEvents
  /** Last path (plus 1) in which a firm left this bank, and in which it defaulted to it. */
  private readonly leftIn: Int32Array
  private readonly defaultedIn: Int32Array
  /** Month of this year's renewal that was refused, where refusedIn is the path. */
  private readonly refusedMonth: Int16Array
  private readonly refusedIn: Int32Array
  /** End of the last cut that a false alarm brought, where cutIn is the path: nothing is called in twice. */
  private readonly cutUntil: Int16Array
  private readonly cutIn: Int32Array
  private mark = 0

  constructor(task: Task, positions: Positions, terms: WatchTerms) {
    this.task = task
    this.positions = positions
    this.terms = terms
    this.events = yearEvents(task.firms)
    this.leftIn = new Int32Array(task.firms)
    this.defaultedIn = new Int32Array(task.firms)
    this.refusedMonth = new Int16Array(task.firms)
    this.refusedIn = new Int32Array(task.firms)
    this.cutUntil = new Int16Array(task.firms)
    this.cutIn = new Int32Array(task.firms)
  }

  /** @param mark  differs from path to path */
  beginPath(mark: number): void {
    this.mark = mark
  }

  /**
   * A year: who leaves, who is cut back, and which defaults are left; overwritten by the next year's.
   *
   * @param happened  the year's defaults, any order
   */
  takeYear(year: number, happened: YearEvents, candidates: WatchCandidates, leave: Leave): YearEvents {
    const { events, leftIn, refusedIn, refusedMonth, defaultedIn, mark } = this
    this.refuse(year, candidates)
    events.count = 0
    for (let k = 0; k < happened.count; k++) {
      const firm = happened.firm[k]!
      const month = happened.month[k]!
      if (leftIn[firm] === mark || !this.hasLoan(firm)) continue
      if (refusedIn[firm] === mark && refusedMonth[firm]! <= month) continue
      refusedIn[firm] = 0
      this.default(happened, k, leave)
    }
    const { exits, alarms } = candidates
    for (let k = 0; k < exits.count; k++) {
      const firm = exits.firm[k]!
      if (refusedIn[firm] !== mark || leftIn[firm] === mark) continue
      leftIn[firm] = mark
      leave(firm, refusedMonth[firm]!, 1, 1)
    }
    for (let k = 0; k < alarms.count; k++) {
      const firm = alarms.firm[k]!
      if (alarms.uniform[k]! >= this.terms.falseAlarm || !this.hasLoan(firm)) continue
      if (leftIn[firm] !== mark && defaultedIn[firm] !== mark) this.alarm(firm, year, alarms.month[k]!, leave)
    }
    return events
  }

  /** Renewals of the year that are refused to firms as sound as any, unless a default comes first. */
  private refuse(year: number, { exits }: WatchCandidates): void {
    const { refusedIn, refusedMonth, leftIn, defaultedIn, mark } = this
    const { exit } = this.terms
    const end = Math.min(12 * year + 12, this.task.horizonMonths)
    for (let k = 0; k < exits.count; k++) {
      const firm = exits.firm[k]!
      if (leftIn[firm] === mark || defaultedIn[firm] === mark || !this.hasLoan(firm)) continue
      const plan = this.planOf(firm)
      // The k-th renewal of the year is the refused one where the uniform lies between 1 − (1 − p)^(k−1) and 1 − (1 − p)^k.
      let renewed = 1
      for (let m = Math.max(1, 12 * year); m < end; m++) {
        if (this.positions.planSigned[plan + m] !== m || this.positions.planBalance[plan + m] === 0) continue
        renewed *= 1 - exit
        if (exits.uniform[k]! < 1 - renewed) {
          refusedIn[firm] = mark
          refusedMonth[firm] = m
          break
        }
      }
    }
  }

  private default(happened: YearEvents, k: number, leave: Leave): void {
    const { terms, events, mark } = this
    const firm = happened.firm[k]!
    const month = happened.month[k]!
    const signed = this.positions.planSigned[this.planOf(firm) + month]!
    const cut = this.cutIn[firm] === mark ? this.cutUntil[firm]! : 0
    if (signed > 0 && signed >= cut && month - signed < 12 && happened.exit[k]! < terms.exitBefore[month - signed]!) {
      this.leftIn[firm] = mark
      leave(firm, signed, 1, 1)
      return
    }
    this.defaultedIn[firm] = mark
    const at = copyEvent(happened, k, events)
    const lead = this.leadOf(happened.alarm[k]!)
    const from = Math.max(cut, signed, month - lead)
    if (lead < 0 || from >= month) return
    leave(firm, from, terms.exposureCut, 0)
    events.present[at]! *= 1 - terms.exposureCut
    events.kept[at]! *= 1 - terms.recoveryGain
  }

  /** Months from alarm to default; −1 without an alarm. */
  private leadOf(uniform: number): number {
    const { alarmWithin } = this.terms
    for (let k = 0; k < alarmWithin.length; k++) if (uniform < alarmWithin[k]!) return k
    return -1
  }

  /** An alarm on a sound firm in the middle of a month: part of its loan is gone from the next on, till the contract or the year ends. */
  private alarm(firm: number, year: number, monthOfYear: number, leave: Leave): void {
    const { planSigned, planBalance } = this.positions
    const end = Math.min(12 * year + 12, this.task.horizonMonths)
    const plan = this.planOf(firm)
    const month = 12 * year + monthOfYear
    if (month >= end || planBalance[plan + month] === 0) return
    let until = month + 1
    while (until < end && planSigned[plan + until] === planSigned[plan + month]) until++
    if (month + 1 >= until) return
    this.cutIn[firm] = this.mark
    this.cutUntil[firm] = until
    leave(firm, month + 1, this.terms.exposureCut, 0)
    if (until < this.task.horizonMonths) leave(firm, until, -this.terms.exposureCut, 0)
  }

  private hasLoan(firm: number): boolean {
    const { firstLoan } = this.positions
    return firstLoan[firm]! < firstLoan[firm + 1]!
  }

  /** Where the months of a firm's plan begin. */
  private planOf(firm: number): number {
    const { firstLoan, records, classPlan } = this.positions
    return classPlan[records.integers[4 * firstLoan[firm]! + 2]!]! * this.task.horizonMonths
  }
}
