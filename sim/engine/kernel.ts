import { normalCdf } from '../../models/normal.ts'
import { Generator } from '../random.ts'
import { drawFactors } from './factors.ts'
import { StrategyBook } from './strategyBook.ts'
import type { CubeArrays, Task, UnitSums } from './task.ts'

/** Φ on a grid from −10 to 6 in steps of 1/256: the next node up bounds a bucket's PD, the next node down its firms'. */
const NODES_PER_UNIT = 256
const LOWEST = -10
const NODES = 16 * NODES_PER_UNIT
const upper = new Float64Array(NODES + 1)
/** −1/log(1 − upper): an exponential draw times this, rounded down, is a geometric skip. */
const skips = new Float64Array(NODES + 1)
for (let n = 0; n <= NODES; n++) {
  const p = n === NODES ? 1 : normalCdf(LOWEST + n / NODES_PER_UNIT)
  upper[n] = p
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
 * A kernel owns its scratch memory; `run` fills the paths first..first+count−1 of the cubes and adds up the unit's sums.
 */
export class Kernel {
  private readonly task: Task
  private readonly books: readonly StrategyBook[]
  private readonly draws = new Generator()
  private readonly lgdDraws = new Generator()
  private readonly factors: Float64Array
  /** Σ a·F by combination, in the year at hand. */
  private readonly systematic: Float64Array
  /** Last path in which a firm defaulted, plus 1. */
  private readonly defaultedIn: Int32Array
  /** 1/√(1 − R²) by combination. */
  private readonly scales: Float64Array
  private path = 0

  constructor(task: Task, cubes: readonly CubeArrays[]) {
    this.task = task
    this.books = task.strategies.map((positions, s) => new StrategyBook(task, positions, cubes[s]!))
    this.factors = new Float64Array(task.factors.keys.length)
    this.systematic = new Float64Array(task.combos)
    this.defaultedIn = new Int32Array(task.firms)
    this.scales = task.comboR2.map((r2) => 1 / Math.sqrt(1 - r2))
  }

  run(first: number, count: number): UnitSums[] {
    const { task } = this
    const perReplicate = task.paths / task.replicates
    for (let path = first; path < first + count; path++) {
      this.path = path
      this.draws.seed(task.defaultsKey, path)
      this.lgdDraws.seed(task.lgdKey, path)
      drawFactors(task.factors, Math.floor(path / perReplicate), path % perReplicate, perReplicate, this.factors)
      for (let year = 0; year < task.years; year++) this.runYear(year)
      for (const book of this.books) book.endPath(path)
    }
    return this.books.map((book) => book.takeSums())
  }

  private runYear(year: number): void {
    const { task, systematic, factors } = this
    const groups = task.loadings.length
    const volatility = task.factorVolatility[year]!
    const shift = task.globalLoading * task.factorMean[year]!
    for (let c = 0; c < task.combos; c++) {
      let x = 0
      for (let g = 0; g < groups; g++) {
        const level = task.comboLevels[c * groups + g]!
        if (level >= 0) x += task.loadings[g]! * factors[level * task.years + year]!
      }
      systematic[c] = x * volatility + shift
    }
    const { starts, combos } = task.hazards[year]!
    for (let b = 0; b + 1 < starts.length; b++) {
      const combo = combos[b]!
      this.thin(year, starts[b]!, starts[b + 1]!, systematic[combo]!, this.scales[combo]!)
    }
  }

  /** Finds the defaults of one bucket. */
  private thin(year: number, start: number, end: number, x: number, scale: number): void {
    const { draws } = this
    const { firms, thresholds } = this.task.hazards[year]!
    const node = nodeAbove((thresholds[end - 1]! - x) * scale)
    const bound = upper[node]!
    const skip = skips[node]!
    let i = start + Math.floor(draws.exponential() * skip)
    if (i >= end) return
    const below = nodeAbove((thresholds[start]! - x) * scale) - 1
    const least = below < 0 ? 0 : upper[below]!
    while (i < end) {
      const level = draws.uniform() * bound
      if (level < least || level < normalCdf((thresholds[i]! - x) * scale)) {
        const firm = firms[i]!
        if (this.defaultedIn[firm] !== this.path + 1) {
          this.defaultedIn[firm] = this.path + 1
          this.default(firm, year)
        }
      }
      i += 1 + Math.floor(draws.exponential() * skip)
    }
  }

  /** A firm defaults: month and LGD uniforms are drawn, and every strategy's loans to it are lost. */
  private default(firm: number, year: number): void {
    const { task } = this
    const months = task.aliveMonths[year * task.firms + firm]!
    const at = this.draws.uniform() * task.timing[months]!
    let n = 0
    while (n < months - 1 && at >= task.timing[n + 1]!) n++
    const u1 = this.lgdDraws.uniform()
    const u2 = this.lgdDraws.uniform()
    for (const book of this.books) book.default(firm, year, year * 12 + n, u1, u2)
  }
}

/** Smallest node at or above z. */
function nodeAbove(z: number): number {
  const n = Math.ceil((z - LOWEST) * NODES_PER_UNIT)
  return n < 0 ? 0 : n > NODES ? NODES : n
}
