import { Generator } from '../random.ts'
import { classOf } from './task.ts'
import type { JointTerms, Positions, Task } from './task.ts'
import { appendEvent, copyEvent, yearEvents } from './yearEvents.ts'
import type { YearEvents } from './yearEvents.ts'

/**
 * Joint-liability groups of one strategy (联保): when a member defaults the others whose loans stand are called, round by round; each
 * defaults too, to this bank, or pays a share of the loss. What happens to the firm elsewhere is not changed by it.
 */
export class JointLiability {
  private readonly task: Task
  private readonly positions: Positions
  private readonly terms: JointTerms
  private readonly draws = new Generator()
  private readonly events = yearEvents()
  /** Last path (plus 1) in which a firm defaulted to this bank. */
  private readonly defaultedIn: Int32Array
  /** Defaults of the year by month: first entry (−1 none), next entry. */
  private readonly heads = new Int32Array(12)
  private readonly nexts: Int32Array
  private readonly chainRound: Uint8Array
  private mark = 0

  constructor(task: Task, positions: Positions, terms: JointTerms) {
    this.task = task
    this.positions = positions
    this.terms = terms
    this.defaultedIn = new Int32Array(task.firms)
    this.nexts = new Int32Array(task.firms)
    this.chainRound = new Uint8Array(task.firms)
  }

  /** @param path  in the whole sample; @param mark  differs from path to path */
  beginPath(path: number, mark: number): void {
    this.draws.seed(this.terms.key, path)
    this.mark = mark
  }

  /** The year's defaults to this bank, month by month; overwritten by the next year's. */
  expand(year: number, happened: YearEvents): YearEvents {
    const { heads, nexts, events, defaultedIn, mark } = this
    heads.fill(-1)
    for (let k = happened.count - 1; k >= 0; k--) {
      const n = happened.month[k]! - 12 * year
      nexts[k] = heads[n]!
      heads[n] = k
    }
    events.count = 0
    events.score = happened.score
    for (let n = 0; n < 12; n++)
      for (let k = heads[n]!; k >= 0; k = nexts[k]!) {
        const firm = happened.firm[k]!
        if (defaultedIn[firm] === mark || !this.stands(firm, happened.month[k]!)) continue
        defaultedIn[firm] = mark
        this.chainRound[events.count] = 0
        this.call(copyEvent(happened, k, events), year)
      }
    return events
  }

  /** Calls the members of a default's group, and those of the members who default with it. */
  private call(first: number, year: number): void {
    const { events, chainRound, defaultedIn, mark, draws } = this
    const { groupOf, starts, members, linkProbability, rounds, payEach, payMost } = this.terms
    for (let k = first; k < events.count; k++) {
      const group = groupOf[events.firm[k]!]!
      if (group < 0) continue
      const month = events.month[k]!
      let survivors = 0
      for (let m = starts[group]!; m < starts[group + 1]!; m++) {
        const member = members[m]!
        if (defaultedIn[member] === mark || !this.stands(member, month)) continue
        if (chainRound[k]! < rounds && draws.uniform() < linkProbability[year]!) {
          defaultedIn[member] = mark
          chainRound[events.count] = chainRound[k]! + 1
          this.append(member, month)
        } else survivors++
      }
      events.kept[k]! *= 1 - Math.min(payMost, payEach * survivors)
    }
  }

  private append(firm: number, month: number): void {
    const { events, draws } = this
    const at = appendEvent(events, firm, month, draws.uniform(), 1)
    events.alarm[at] = draws.uniform()
    events.exit[at] = draws.uniform()
  }

  private stands(firm: number, month: number): boolean {
    const { firstLoan, records, classPlan, planBalance } = this.positions
    for (let loan = firstLoan[firm]!; loan < firstLoan[firm + 1]!; loan++)
      if (planBalance[classPlan[classOf(records, loan)]! * this.task.horizonMonths + month]! > 0) return true
    return false
  }
}
