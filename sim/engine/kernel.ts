import { WEIGHTS } from '../../models/layout.ts'
import { drawLgd } from '../../models/lgd.ts'
import { normalCdf } from '../../models/normal.ts'
import { Generator } from '../random.ts'
import { drawFactors } from './factors.ts'
import { RECORD } from './task.ts'
import type { CubeArrays, Positions, Task, UnitSums } from './task.ts'

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

/** One strategy's loans and what the path at hand has done to them. */
class StrategyBook {
  private readonly task: Task
  private readonly positions: Positions
  private readonly cube: CubeArrays
  private readonly lostEarned: Float64Array
  private readonly cellLoss: Float64Array
  private readonly lostFunded: Float64Array
  private readonly lostDeposits: Float64Array
  /** Defaulted balance by month of default, and performing balance lost from a month-end on. */
  private readonly defaultedBalance: Float64Array
  private readonly lostBalance: Float64Array
  private loss = 0
  private year1Loss = 0
  private defaults = 0
  private year1Defaults = 0
  private lostFees = 0
  private lostOwnerAum = 0
  private lostYears = 0
  private sums: UnitSums

  constructor(task: Task, positions: Positions, cube: CubeArrays) {
    this.task = task
    this.positions = positions
    this.cube = cube
    this.lostEarned = new Float64Array(positions.columns)
    this.cellLoss = new Float64Array(positions.cells)
    this.lostFunded = new Float64Array(task.rateYears)
    this.lostDeposits = new Float64Array(task.rateYears)
    this.defaultedBalance = new Float64Array(task.horizonMonths)
    this.lostBalance = new Float64Array(task.horizonMonths + 1)
    this.sums = this.emptySums()
  }

  private emptySums(): UnitSums {
    return {
      defaulted: new Float64Array(this.positions.classPlan.length * this.task.horizonMonths * WEIGHTS),
      loss: new Float64Array(this.positions.cells * this.task.years),
    }
  }

  takeSums(): UnitSums {
    const sums = this.sums
    this.sums = this.emptySums()
    return sums
  }

  /** Loses a firm's loans in a month (from 0). */
  default(firm: number, year: number, month: number, u1: number, u2: number): void {
    const p = this.positions
    const { records } = p
    const { years, rateYears, horizonMonths, lgd } = this.task
    const stride = 2 * rateYears + 2
    const end = p.firstLoan[firm + 1]!
    for (let loan = p.firstLoan[firm]!; loan < end; loan++) {
      const record = loan * RECORD
      const loanClass = records[record + 7]!
      const planId = p.classPlan[loanClass]!
      const share = p.planBalance[planId * horizonMonths + month]!
      if (share === 0) continue
      const balance = records[record]!
      const deposit = records[record + 1]!
      const fees = records[record + 2]!
      const ownerAum = records[record + 3]!
      const exposure = balance * share
      const [kind, collateral] = [records[record + 5]!, records[record + 6]!]
      const loss = exposure * drawLgd(lgd, kind, collateral, year, records[record + 4]!, u1, u2)

      const lost = (planId * horizonMonths + month) * stride
      for (let ry = 0; ry < rateYears; ry++) {
        const earned = p.planLost[lost + ry]!
        if (earned !== 0) this.lostEarned[p.classColumns[loanClass * rateYears + ry]!]! += balance * earned
        const funded = p.planLost[lost + rateYears + ry]!
        this.lostFunded[ry]! += balance * funded
        this.lostDeposits[ry]! += deposit * funded
      }
      const funded = p.planLost[lost + 2 * rateYears]!
      this.lostFees += fees * funded
      this.lostOwnerAum += ownerAum * funded
      this.lostYears += p.planLost[lost + 2 * rateYears + 1]!

      const cell = p.classCell[loanClass]!
      this.cellLoss[cell]! += loss
      this.loss += loss
      this.defaults += 1
      if (year === 0) {
        this.year1Loss += loss
        this.year1Defaults += 1
      }
      this.sums.loss[cell * years + year]! += loss
      const at = (loanClass * horizonMonths + month) * WEIGHTS
      const sums = this.sums.defaulted
      sums[at]! += balance
      sums[at + 1]! += 1
      sums[at + 2]! += deposit
      sums[at + 3]! += fees
      sums[at + 4]! += ownerAum

      this.defaultedBalance[month]! += exposure
      this.losePerforming(planId, balance, month)
    }
  }

  /** Takes a loan out of the performing balance from the month-end at which its default is classified. */
  private losePerforming(planId: number, balance: number, month: number): void {
    const { horizonMonths, nplLagMonths } = this.task
    const from = month + nplLagMonths
    if (from >= horizonMonths) return
    this.lostBalance[from]! += balance * this.positions.planBalance[planId * horizonMonths + from]!
    if (this.positions.planConstant[planId] === 1) return
    let before = this.positions.planBalance[planId * horizonMonths + from]!
    for (let t = from + 1; t < horizonMonths; t++) {
      const share = this.positions.planBalance[planId * horizonMonths + t]!
      this.lostBalance[t]! += balance * (share - before)
      before = share
    }
  }

  /** Writes the path's outcomes into the cube and clears the scratch. */
  endPath(path: number): void {
    const { cube, positions, task } = this
    const { paths, rateYears } = task
    this.endMonths(path)
    for (let k = 0; k < this.lostEarned.length; k++)
      if (this.lostEarned[k] !== 0) {
        cube.lostEarned[k * paths + path] = this.lostEarned[k]!
        this.lostEarned[k] = 0
      }
    for (let c = 0; c < this.cellLoss.length; c++)
      if (this.cellLoss[c] !== 0) {
        cube.cellLoss[c * paths + path] = this.cellLoss[c]!
        this.cellLoss[c] = 0
      }
    for (let ry = 0; ry < rateYears; ry++) {
      cube.funded[ry * paths + path] = positions.fullFunded[ry]! - this.lostFunded[ry]!
      cube.deposits[ry * paths + path] = positions.fullDeposits[ry]! - this.lostDeposits[ry]!
      this.lostFunded[ry] = 0
      this.lostDeposits[ry] = 0
    }
    cube.loss[path] = this.loss
    cube.year1Loss[path] = this.year1Loss
    cube.defaults[path] = this.defaults
    cube.year1Defaults[path] = this.year1Defaults
    cube.fees[path] = positions.fullFees - this.lostFees
    cube.ownerAum[path] = positions.fullOwnerAum - this.lostOwnerAum
    cube.loanYears[path] = positions.fullLoanYears - this.lostYears
    this.loss = this.year1Loss = this.defaults = this.year1Defaults = 0
    this.lostFees = this.lostOwnerAum = this.lostYears = 0
  }

  /** Month-end NPL: classified after the lag, disposed of after a while; opening NPL is disposed of evenly. */
  private endMonths(path: number): void {
    const { cube, positions, task } = this
    const { paths, horizonMonths, nplLagMonths, nplDisposalMonths } = task
    let npl = 0
    let lost = 0
    let defaulted = 0
    const opening = task.openingNpl * positions.fullBalance[0]!
    for (let t = 0; t < horizonMonths; t++) {
      lost += this.lostBalance[t]!
      if (t >= nplLagMonths) npl += this.defaultedBalance[t - nplLagMonths]!
      const disposed = t - nplLagMonths - nplDisposalMonths
      if (disposed >= 0) npl -= this.defaultedBalance[disposed]!
      const left = opening * Math.max(0, 1 - (t + 1) / nplDisposalMonths)
      const total = positions.fullBalance[t]! - lost + npl + left
      cube.nplRatio[t * paths + path] = total > 1e-9 * positions.fullBalance[0]! ? Math.max(0, npl + left) / total : 0
      defaulted += this.defaultedBalance[t]!
    }
    cube.defaultedExposure[path] = defaulted
    this.lostBalance.fill(0)
    this.defaultedBalance.fill(0)
  }
}
