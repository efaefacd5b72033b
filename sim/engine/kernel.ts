import { normalCdf } from '../../models/normal.ts'
import { Generator } from '../random.ts'
import { StrategyBook } from './strategyBook.ts'
import { Systematic } from './systematic.ts'
import type { CallTerms, CubeArrays, FrozenTerms, Task, UnitSums } from './task.ts'
import { WatchCandidates, watchYear } from './watchCandidates.ts'
import type { WatchYear } from './watchCandidates.ts'
import { appendEvent, yearEvents } from './yearEvents.ts'
import type { YearEvents } from './yearEvents.ts'

/** Φ on a grid from −10 to 6 in steps of 1/256: the nodes round a z bound Φ(z). */
const NODES_PER_UNIT = 256
const LOWEST = -10
const NODES = 16 * NODES_PER_UNIT
/** Φ at node n − 1 (0 below the grid, 1 beyond it), so that entries n and n + 1 hold what lies below and above cell n. */
const bounds = new Float64Array(NODES + 3)
/** −1/log(1 − Φ) by the same index: an exponential draw times this, rounded down, is a geometric skip. */
const skips = new Float64Array(NODES + 3)
for (let n = 0; n < bounds.length; n++) {
  const p = n === 0 ? 0 : n >= NODES + 1 ? 1 : normalCdf(LOWEST + (n - 1) / NODES_PER_UNIT)
  bounds[n] = p
  skips[n] = -1 / Math.log1p(-p)
}

/**
 * The inner loop of fidelity `exact`: every default of every path, by thinning (MODEL §7).
 *
 * Given the factors, the firms of a bucket default independently with nearly equal probabilities. A geometric skip at a
 * bound q of the bucket's largest probability finds the next candidate; it defaults with probability p/q, which makes the
 * thinning exact. So cost follows the number of defaults and buckets, not of firms. Only firms that default draw a month and
 * an LGD; each event is applied to every strategy's loans.
 *
 * Firms whose default draws in others (guarantee calls), or that may fail at the end of a deferral, wait until the year's draws are
 * in and are then taken month by month.
 *
 * A kernel owns its scratch memory; `run` fills the paths first..first+count−1 of the cubes and adds up the unit's sums.
 */
export class Kernel {
  private readonly task: Task
  private readonly books: readonly StrategyBook[]
  private readonly draws = new Generator()
  private readonly lgdDraws = new Generator()
  private readonly callDraws = new Generator()
  private readonly systematic: Systematic
  /** 1/√(1 − R²) by combination. */
  private readonly scales: Float64Array
  /** Last path in which a firm defaulted, and in which it would have without calls, plus 1. */
  private readonly defaultedIn: Int32Array
  private readonly drawnIn: Int32Array
  /** 1 for firms that are taken month by month. */
  private readonly ordered: Uint8Array | null
  private readonly evenTiming: boolean
  /** By year: the months in which every borrower has a loan standing, 0 where they differ. */
  private readonly commonMonths: Uint8Array
  /** By year: 1 where the firms at risk are 0, 1, 2, …, so that a place is a firm. */
  private readonly inPlace: Uint8Array
  /** Ordered defaults of the year: first entry by month of the year (−1 none), next entry, firm. */
  private readonly heads = new Int32Array(12).fill(-1)
  private readonly nexts: Int32Array
  private readonly waiting: Int32Array
  private waitingCount = 0
  /** A chain of calls under way: firms and their distance from its start. */
  private readonly chain: Int32Array
  private readonly chainRound: Uint8Array
  private mark = 0
  /** Firms of the path that default, those among them that no call concerns left out; and those that would without calls. */
  private defaults = 0
  private drawn = 0
  private unconcerned = 0
  /** Paths drawn before any strategy takes them. */
  private readonly block: readonly DrawnPath[]
  /** The year being drawn. */
  private events: YearEvents
  /** Null where no strategy watches. */
  private readonly candidates: WatchCandidates | null

  constructor(task: Task, cubes: readonly CubeArrays[]) {
    this.task = task
    this.books = task.strategies.map((positions, s) => new StrategyBook(task, positions, cubes[s]!))
    this.systematic = new Systematic(task)
    this.scales = task.comboR2.map((r2) => 1 / Math.sqrt(1 - r2))
    this.defaultedIn = new Int32Array(task.firms)
    this.ordered = orderedFirms(task)
    const slots = this.ordered ? task.firms : 0
    this.drawnIn = new Int32Array(slots)
    this.nexts = new Int32Array(slots)
    this.waiting = new Int32Array(slots)
    this.chain = new Int32Array(slots)
    this.chainRound = new Uint8Array(slots)
    this.inPlace = Uint8Array.from(task.hazards, ({ firms }) => (firms.every((firm, i) => firm === i) ? 1 : 0))
    this.commonMonths = Uint8Array.from(task.hazards, ({ firms }, year) => commonMonths(task, year, firms))
    const watches = task.strategies.some(({ watch }) => watch !== null)
    this.block = Array.from({ length: blockPaths(task) }, () => drawnPath(task, watches))
    this.events = this.block[0]!.years[0]!
    this.candidates = watches ? new WatchCandidates(task) : null
    this.evenTiming = task.timing.every((sum, n) => Math.abs(sum - n * task.timing[1]!) < 1e-12 * sum + 1e-15)
  }

  run(first: number, count: number): UnitSums[] {
    const { task, books, block } = this
    const earlier = (task.firstReplicate * task.paths) / task.replicates
    for (let from = first; from < first + count; from += block.length) {
      const paths = Math.min(block.length, first + count - from)
      for (let k = 0; k < paths; k++) this.drawPath(from + k, earlier, block[k]!)
      for (const book of books)
        for (let k = 0; k < paths; k++) {
          const { years, watched, firmDefaults, firmDefaultsUncalled } = block[k]!
          book.beginPath(earlier + from + k, from + k + 1)
          for (let year = 0; year < task.years; year++) book.takeYear(year, years[year]!, watched?.[year] ?? null)
          book.endPath(from + k, firmDefaults, firmDefaultsUncalled)
        }
    }
    return books.map((book) => book.takeSums())
  }

  private drawPath(path: number, earlier: number, into: DrawnPath): void {
    const { task } = this
    this.mark = path + 1
    this.draws.seed(task.defaultsKey, earlier + path)
    this.lgdDraws.seed(task.lgdKey, earlier + path)
    if (task.calls) this.callDraws.seed(task.callsKey, earlier + path)
    this.candidates?.beginPath(earlier + path)
    this.systematic.draw(path)
    this.defaults = this.drawn = this.unconcerned = 0
    for (let year = 0; year < task.years; year++) {
      this.events = into.years[year]!
      this.drawYear(year)
      if (into.watched) this.candidates?.drawYear(year, into.watched[year]!)
    }
    into.firmDefaults = this.unconcerned + this.defaults
    into.firmDefaultsUncalled = this.unconcerned + this.drawn
  }

  private drawYear(year: number): void {
    const { task, systematic, events } = this
    systematic.enter(year)
    events.count = 0
    events.score = systematic.score
    const { starts, combos } = task.hazards[year]!
    for (let b = 0; b + 1 < starts.length; b++) {
      const combo = combos[b]!
      this.thin(year, starts[b]!, starts[b + 1]!, systematic.parts[combo]!, this.scales[combo]!)
    }
    if (this.ordered) this.settleYear(year)
  }

  /** Finds the defaults of one bucket. */
  private thin(year: number, start: number, end: number, x: number, scale: number): void {
    const { draws, ordered, defaultedIn, mark } = this
    const { firms, thresholds } = this.task.hazards[year]!
    // What a million firms would have to be fetched from far memory for is read only where it can matter.
    const inPlace = this.inPlace[year] === 1
    const mayHaveDefaulted = year > 0
    const mayDefaultAgain = year + 1 < this.task.years
    const top = cellOf((thresholds[end - 1]! - x) * scale) + 1
    const bound = bounds[top]!
    const skip = skips[top]!
    let i = start + Math.floor(draws.exponential() * skip)
    if (i >= end) return
    // Nearly every candidate is decided by a probability that the whole bucket has, the rest by the two nodes round its own z.
    const least = bounds[cellOf((thresholds[start]! - x) * scale)]!
    while (i < end) {
      const level = draws.uniform() * bound
      // What is left of a uniform that fell below a bound is uniform again, and will do for the month.
      let left = level / least
      if (left >= 1) {
        const z = (thresholds[i]! - x) * scale
        const cell = cellOf(z)
        const defaults = level < bounds[cell]! || (level < bounds[cell + 1]! && level < normalCdf(z))
        left = defaults ? draws.uniform() : 1
      }
      if (left < 1) {
        const firm = inPlace ? i : firms[i]!
        if (ordered && ordered[firm] === 1) this.queue(firm, year, left)
        else if (!mayHaveDefaulted || defaultedIn[firm] !== mark) {
          if (mayDefaultAgain) defaultedIn[firm] = mark
          this.unconcerned++
          this.lose(firm, year * 12 + this.monthOf(firm, year, left), 1)
        }
      }
      i += 1 + Math.floor(draws.exponential() * skip)
    }
  }

  /** Month of the year (from 0) in which a firm's default falls, by the weights of the months in which it has a loan. */
  private monthOf(firm: number, year: number, u: number): number {
    const { timing, aliveMonths, firms } = this.task
    const months = this.commonMonths[year]! || aliveMonths[year * firms + firm]!
    if (this.evenTiming) return Math.floor(u * months)
    const at = u * timing[months]!
    let n = 0
    while (n < months - 1 && at >= timing[n + 1]!) n++
    return n
  }

  /** Every strategy's loans to a firm are lost, but for what surviving guarantors pay. */
  private lose(firm: number, month: number, keptShare: number): void {
    const { events } = this
    const k = appendEvent(events, firm, month, this.lgdDraws.uniform(), keptShare)
    if (!this.candidates) return
    events.alarm[k] = this.candidates.uniform()
    events.exit[k] = this.candidates.uniform()
  }

  /** Puts a default of the year aside until its month. The first one drawn for a firm is the one it would have without calls. */
  private queue(firm: number, year: number, u: number): void {
    if (this.drawnIn[firm] === this.mark) return
    const n = this.monthOf(firm, year, u)
    this.drawnIn[firm] = this.mark
    this.drawn++
    if (this.defaultedIn[firm] === this.mark) return
    const entry = this.waitingCount++
    this.waiting[entry] = firm
    this.nexts[entry] = this.heads[n]!
    this.heads[n] = entry
  }

  /** Takes the year's ordered defaults month by month, with those that end a deferral and those that calls bring. */
  private settleYear(year: number): void {
    const { task, heads, nexts, waiting } = this
    for (let n = 0; n < 12; n++) {
      const month = year * 12 + n
      if (task.frozen && month < task.horizonMonths) this.endDeferrals(task.frozen, year, month)
      for (let entry = heads[n]!; entry >= 0; entry = nexts[entry]!) this.start(waiting[entry]!, year, month)
      heads[n] = -1
    }
    this.waitingCount = 0
  }

  /** Of the firms whose deferral ends in a month some fail: independent draws of one probability, by geometric skips. */
  private endDeferrals({ exitStarts, exits, failed }: FrozenTerms, year: number, month: number): void {
    if (failed === 0) return
    const end = exitStarts[month + 1]!
    const skip = -1 / Math.log1p(-failed)
    let i = exitStarts[month]! + Math.floor(this.draws.exponential() * skip)
    for (; i < end; i += 1 + Math.floor(this.draws.exponential() * skip)) {
      const firm = exits[i]!
      if (this.drawnIn[firm] === this.mark || !this.stands(firm, year, month)) continue
      this.drawnIn[firm] = this.mark
      this.drawn++
      this.start(firm, year, month)
    }
  }

  private stands(firm: number, year: number, month: number): boolean {
    const { aliveMonths, firms } = this.task
    return month - year * 12 < aliveMonths[year * firms + firm]!
  }

  /** A firm defaults and, with guarantees, those it draws in: each guarantor alive is called, and defaults too or pays. */
  private start(firm: number, year: number, month: number): void {
    if (this.defaultedIn[firm] === this.mark) return
    this.defaultedIn[firm] = this.mark
    this.defaults++
    const { calls } = this.task
    if (calls) this.call(calls, firm, year, month)
    else this.lose(firm, month, 1)
  }

  private call(
    { starts, guarantors, linkProbability, rounds, payEach, payMost }: CallTerms,
    first: number,
    year: number,
    month: number,
  ): void {
    const { chain, chainRound, defaultedIn, mark } = this
    const p = linkProbability[year]!
    chain[0] = first
    chainRound[0] = 0
    let length = 1
    for (let k = 0; k < length; k++) {
      const firm = chain[k]!
      const round = chainRound[k]!
      let survivors = 0
      for (let g = starts[firm]!; g < starts[firm + 1]!; g++) {
        const guarantor = guarantors[g]!
        if (defaultedIn[guarantor] === mark || !this.stands(guarantor, year, month)) continue
        if (round < rounds && this.callDraws.uniform() < p) {
          defaultedIn[guarantor] = mark
          this.defaults++
          chain[length] = guarantor
          chainRound[length] = round + 1
          length++
        } else survivors++
      }
      this.lose(firm, month, 1 - Math.min(payMost, payEach * survivors))
    }
  }
}

/** What happened on a path, before any strategy's loans are looked at. */
interface DrawnPath {
  /** By year. */
  readonly years: readonly YearEvents[]
  readonly watched: readonly WatchYear[] | null
  firmDefaults: number
  firmDefaultsUncalled: number
}

const drawnPath = ({ years, firms }: Task, watches: boolean): DrawnPath => ({
  years: Array.from({ length: years }, yearEvents),
  watched: watches ? Array.from({ length: years }, () => watchYear(firms)) : null,
  firmDefaults: 0,
  firmDefaultsUncalled: 0,
})

/** Firm-paths drawn ahead at most, and paths. */
const AHEAD_FIRMS = 500_000
const AHEAD_PATHS = 25

/**
 * Paths that are drawn before the strategies take them one after the other: what a strategy reads of its loans then stays in the
 * processor's cache from path to path. With one strategy there is nothing to gain.
 */
const blockPaths = ({ strategies, firms }: Task): number =>
  strategies.length === 1 ? 1 : Math.max(1, Math.min(AHEAD_PATHS, Math.floor(AHEAD_FIRMS / firms)))

/** Firms with guarantors, those they might draw in, and those with a deferral; null when there are none. */
function orderedFirms({ firms, calls, frozen }: Task): Uint8Array | null {
  if (!calls && !frozen) return null
  const ordered = new Uint8Array(firms)
  for (let f = 0; f < firms; f++) {
    if (calls && calls.starts[f + 1]! > calls.starts[f]!) ordered[f] = 1
    if (frozen && frozen.until[f]! > frozen.from[f]!) ordered[f] = 1
  }
  if (calls) for (const guarantor of calls.guarantors) ordered[guarantor] = 1
  return ordered
}

/** Months of a year in which every one of some firms has a loan standing; 0 where they differ. */
function commonMonths({ aliveMonths, firms: count }: Task, year: number, firms: Int32Array): number {
  const first = firms.length > 0 ? aliveMonths[year * count + firms[0]!]! : 0
  return firms.every((firm) => aliveMonths[year * count + firm] === first) ? first : 0
}

/** Cell of the grid that z lies in: bounds[cell] ≤ Φ(z) ≤ bounds[cell + 1]. */
function cellOf(z: number): number {
  const n = Math.floor((z - LOWEST) * NODES_PER_UNIT) + 1
  return n < 0 ? 0 : n > NODES + 1 ? NODES + 1 : n
}
