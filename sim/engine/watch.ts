import { classOf } from './task.ts'
import type { Positions, Task, WatchTerms } from './task.ts'
import { copyEvent, yearEvents } from './yearEvents.ts'
import type { YearEvents } from './yearEvents.ts'
import type { WatchYear } from './watchCandidates.ts'

/** Takes loans off a strategy's books. */
export interface Leavings {
  /** A share of a firm's loan from the beginning of a month on; `whole` is 1 when the loan itself goes. */
  readonly leave: (firm: number, month: number, share: number, whole: 0 | 1) => void
  /** A share of a firm's loan from the beginning of a month to that of another, within one contract. */
  readonly cut: (firm: number, from: number, until: number, share: number) => void
}

/** What is known of a firm, in numbers that stand next to each other: PLAN to CUT_UNTIL, then room. */
const STRIDE = 8
/** Where the months of the plan of its loan begin, −1 without a loan. */
const PLAN = 0
/** Last path (plus 1) in which it left this bank or defaulted to it. */
const GONE = 1
/** Path in which this year's renewal was refused, and the month of that. */
const REFUSED = 2
const REFUSED_MONTH = 3
/** Path of the last cut that a false alarm brought, and its end: nothing is called in twice. */
const CUT = 4
const CUT_UNTIL = 5

/**
 * What watching does to one strategy's loans: it changes what the bank has at stake, never what happens to the firm (MODEL §5).
 *
 * A maturity may be refused: of any firm by chance, and the last one before a default the likelier the nearer that is. A default
 * may have been announced some months before: part of the balance was called in then, and of the rest more is recovered. An alarm on a
 * sound firm calls in the same part till the contract or the year ends.
 *
 * Firms have one loan each here, as synthetic ones do.
 */
export class Watch {
  private readonly task: Task
  private readonly positions: Positions
  private readonly terms: WatchTerms
  private readonly events = yearEvents()
  /** Firm × STRIDE. */
  private readonly firms: Int32Array
  /** Firms whose renewal is refused this year, unless a default comes first. */
  private readonly refused: Int32Array
  private refusedCount = 0
  /** Renewals of each plan and year: renewals[starts[plan × years + year]..starts[… + 1]), months from 0. */
  private readonly renewals: Renewals
  /** Where a cut made in a month ends, at the end of its contract or of the year: plan × month. */
  private readonly cutEnd: Int16Array
  /** Probability that one of so many renewals is refused. */
  private readonly refusedAmong: Float64Array
  private mark = 0

  constructor(task: Task, positions: Positions, terms: WatchTerms) {
    this.task = task
    this.positions = positions
    this.terms = terms
    this.firms = new Int32Array(STRIDE * task.firms)
    for (const [firm, plan] of planOfFirms(task, positions).entries()) this.firms[STRIDE * firm + PLAN] = plan
    this.refused = new Int32Array(task.firms)
    this.renewals = renewalsOf(task, positions)
    this.cutEnd = cutEnds(task, positions)
    this.refusedAmong = Float64Array.from({ length: 13 }, (_, k) => 1 - (1 - terms.exit) ** k)
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
  takeYear(year: number, happened: YearEvents, candidates: WatchYear, leavings: Leavings): YearEvents {
    const { events, firms, refused, mark } = this
    this.refuse(year, candidates)
    events.count = 0
    events.score = happened.score
    for (let k = 0; k < happened.count; k++) {
      const at = STRIDE * happened.firm[k]!
      if (firms[at + PLAN]! < 0 || firms[at + GONE] === mark) continue
      if (firms[at + REFUSED] === mark && firms[at + REFUSED_MONTH]! <= happened.month[k]!) continue
      firms[at + REFUSED] = 0
      this.default(happened, k, leavings)
    }
    for (let k = 0; k < this.refusedCount; k++) {
      const firm = refused[k]!
      const at = STRIDE * firm
      if (firms[at + REFUSED] !== mark || firms[at + GONE] === mark) continue
      firms[at + GONE] = mark
      leavings.leave(firm, firms[at + REFUSED_MONTH]!, 1, 1)
    }
    const { alarms } = candidates
    const { falseAlarm } = this.terms
    for (let k = 0; k < alarms.count; k++) {
      if (alarms.uniform[k]! >= falseAlarm) continue
      const at = STRIDE * alarms.firm[k]!
      if (firms[at + PLAN]! >= 0 && firms[at + GONE] !== mark)
        this.alarm(alarms.firm[k]!, year, alarms.month[k]!, leavings)
    }
    return events
  }

  /** Renewals of the year that are refused to firms as sound as any, unless a default comes first. */
  private refuse(year: number, { exits }: WatchYear): void {
    const { firms, refused, refusedAmong, mark } = this
    const { starts, months, most } = this.renewals
    const { horizonMonths, years } = this.task
    const highest = refusedAmong[most[year]!]!
    this.refusedCount = 0
    for (let k = 0; k < exits.count; k++) {
      const u = exits.uniform[k]!
      if (u >= highest) continue
      const firm = exits.firm[k]!
      const at = STRIDE * firm
      const plan = firms[at + PLAN]!
      if (plan < 0) continue
      const row = (plan / horizonMonths) * years + year
      const first = starts[row]!
      if (u >= refusedAmong[starts[row + 1]! - first]! || firms[at + GONE] === mark) continue
      // The n-th renewal of the year is the refused one where the uniform lies between 1 − (1 − p)^(n−1) and 1 − (1 − p)^n.
      let n = 1
      while (u >= refusedAmong[n]!) n++
      firms[at + REFUSED] = mark
      firms[at + REFUSED_MONTH] = months[first + n - 1]!
      refused[this.refusedCount++] = firm
    }
  }

  private default(happened: YearEvents, k: number, leavings: Leavings): void {
    const { terms, events, firms, mark } = this
    const firm = happened.firm[k]!
    const month = happened.month[k]!
    const at = STRIDE * firm
    const signed = this.positions.planSigned[firms[at + PLAN]! + month]!
    const cut = firms[at + CUT] === mark ? firms[at + CUT_UNTIL]! : 0
    firms[at + GONE] = mark
    if (signed > 0 && signed >= cut && month - signed < 12 && happened.exit[k]! < terms.exitBefore[month - signed]!) {
      leavings.leave(firm, signed, 1, 1)
      return
    }
    const event = copyEvent(happened, k, events)
    const lead = this.leadOf(happened.alarm[k]!, month - signed - 1)
    const from = Math.max(cut, signed, month - lead)
    if (lead < 0 || from >= month) return
    leavings.leave(firm, from, terms.exposureCut, 0)
    events.present[event]! *= 1 - terms.exposureCut
    events.kept[event]! *= 1 - terms.recoveryGain
  }

  /** Months from alarm to default, the longest that its contract allows at most; −1 without an alarm. */
  private leadOf(uniform: number, longest: number): number {
    const { alarmWithin } = this.terms
    for (let k = 0; k <= longest && k < alarmWithin.length; k++) if (uniform < alarmWithin[k]!) return k
    return -1
  }

  /** An alarm on a sound firm in the middle of a month: part of its loan is gone from the next on, till the contract or the year ends. */
  private alarm(firm: number, year: number, monthOfYear: number, { cut }: Leavings): void {
    const { firms } = this
    const at = STRIDE * firm
    const month = 12 * year + monthOfYear
    if (month >= this.task.horizonMonths) return
    const until = this.cutEnd[firms[at + PLAN]! + month]!
    if (month + 1 >= until) return
    firms[at + CUT] = this.mark
    firms[at + CUT_UNTIL] = until
    cut(firm, month + 1, until, this.terms.exposureCut)
  }
}

interface Renewals {
  readonly starts: Int32Array
  readonly months: Int16Array
  /** Most renewals of any plan in a year. */
  readonly most: Int32Array
}

function planOfFirms({ firms, horizonMonths }: Task, { firstLoan, records, classPlan }: Positions): Int32Array {
  const plans = new Int32Array(firms).fill(-1)
  for (let firm = 0; firm < firms; firm++) {
    const loan = firstLoan[firm]!
    if (loan < firstLoan[firm + 1]!) plans[firm] = classPlan[classOf(records, loan)]! * horizonMonths
  }
  return plans
}

function renewalsOf({ horizonMonths, years }: Task, { planSigned, planBalance }: Positions): Renewals {
  const starts = [0]
  const months: number[] = []
  const most = new Int32Array(years)
  for (let plan = 0; plan < planSigned.length; plan += horizonMonths)
    for (let year = 0; year < years; year++) {
      for (let m = Math.max(1, 12 * year); m < Math.min(12 * year + 12, horizonMonths); m++)
        if (planSigned[plan + m] === m && planBalance[plan + m]! > 0) months.push(m)
      starts.push(months.length)
      most[year] = Math.max(most[year]!, months.length - starts.at(-2)!)
    }
  return { starts: Int32Array.from(starts), months: Int16Array.from(months), most }
}

/** 0 where a loan is repaid already. */
function cutEnds({ horizonMonths }: Task, { planSigned, planBalance }: Positions): Int16Array {
  const ends = new Int16Array(planSigned.length)
  for (let plan = 0; plan < planSigned.length; plan += horizonMonths)
    for (let m = horizonMonths - 1; m >= 0; m--) {
      if (planBalance[plan + m] === 0) continue
      const goesOn = m + 1 < horizonMonths && (m + 1) % 12 !== 0 && planSigned[plan + m + 1] === planSigned[plan + m]
      ends[plan + m] = goesOn && planBalance[plan + m + 1]! > 0 ? ends[plan + m + 1]! : m + 1
    }
  return ends
}
