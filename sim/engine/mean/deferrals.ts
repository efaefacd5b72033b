import type { FrozenTerms, Task } from '../task.ts'
import { PairIndex } from './pairIndex.ts'

/**
 * Deferrals as the mean sees them. Firms with the same first and last month of deferral have one **profile**; 0 is none. Failing at the
 * end of a deferral is an event of its own, one a node and month: with the factors known it happens with one probability to whoever has
 * survived, so that it only scales what comes after.
 */
export class Deferrals {
  readonly failed: number
  readonly profileOf: Int32Array
  /** Profiles: 0, then a pair of months (from, until) each. */
  private readonly spans = new PairIndex()
  private readonly horizonMonths: number
  private readonly exits = new PairIndex()

  constructor({ frozen, firms, horizonMonths }: Pick<Task, 'frozen' | 'firms' | 'horizonMonths'>) {
    this.failed = frozen?.failed ?? 0
    this.horizonMonths = horizonMonths
    this.profileOf = frozen ? profilesOf(frozen, firms, this.spans) : new Int32Array(0)
  }

  get profiles(): number {
    return this.spans.count + 1
  }

  from(profile: number): number {
    return this.spans.firstOf(profile - 1)
  }

  until(profile: number): number {
    return this.spans.secondOf(profile - 1)
  }

  profile(firm: number): number {
    return this.profileOf.length === 0 ? 0 : this.profileOf[firm]!
  }

  /** Month in which a profile's deferral ends and may fail, −1 where none does within the horizon. */
  exitMonth(profile: number): number {
    if (profile === 0 || this.failed === 0) return -1
    return this.until(profile) < this.horizonMonths ? this.until(profile) : -1
  }

  /** Share of a profile's firms that have not failed at the end of a deferral before a year. */
  passed(profile: number, year: number): number {
    const month = this.exitMonth(profile)
    return month >= 0 && month < 12 * year ? 1 - this.failed : 1
  }

  /** Number of the event that a node's firms fail in a month. */
  exitOf(node: number, month: number): number {
    return this.exits.idOf(node, month)
  }

  get exitCount(): number {
    return this.exits.count
  }

  exitNode(exit: number): number {
    return this.exits.firstOf(exit)
  }

  exitMonthOf(exit: number): number {
    return this.exits.secondOf(exit)
  }
}

function profilesOf({ from, until }: FrozenTerms, firms: number, spans: PairIndex): Int32Array {
  const profiles = new Int32Array(firms)
  for (let f = 0; f < firms; f++) if (until[f]! > from[f]!) profiles[f] = 1 + spans.idOf(from[f]!, until[f]!)
  return profiles
}
