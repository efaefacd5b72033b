import { normalCdf } from '../../models/normal.ts'
import { contagionOf } from './mean/contagion.ts'
import { Deferrals } from './mean/deferrals.ts'
import { firmCounts } from './mean/firmCounts.ts'
import type { FirmCounts } from './mean/firmCounts.ts'
import { MeanBook } from './mean/meanBook.ts'
import type { MeanField } from './mean/meanField.ts'
import { pdNodes } from './mean/pdNodes.ts'
import { LANES } from './mean/sparseRows.ts'
import { yearPairs } from './mean/firmSpread.ts'
import { Systematic } from './systematic.ts'
import type { CubeArrays, Task, UnitSums } from './task.ts'

/**
 * The inner loop of fidelities `lln` and `clt`: conditional means given the factors, path by path (MODEL §7).
 *
 * Few firms, the nodes, stand for all; a path gives each of them a probability of defaulting in each year, and a sparse matrix turns
 * these into the outcomes of the cube. So cost follows the number of nodes and columns, not of loans. `clt` adds the conditional
 * variances. Nothing is drawn but the factors.
 *
 * Without guarantee calls the means are those of the exact engine to 1e-5, see PdNodes. The cap of a guarantee fund is held against mean
 * compensation rates, so that a small book's bank bears less than on drawn paths (1.5 % with 2,000 firms near the cap). Guarantee calls
 * are a mean field, see Contagion.
 *
 * Tested against Vasicek's formula, all firms one by one, and the exact engine on the same factors.
 */
export class MeanKernel {
  private readonly task: Task
  private readonly field: MeanField
  private readonly counts: FirmCounts
  private readonly books: readonly MeanBook[]
  private readonly cubes: readonly CubeArrays[]
  private readonly systematic: Systematic
  private readonly scales: Float64Array
  /** Probability of each event on the paths at hand, × LANES; after the events products of two years' (`clt`). */
  private readonly inputs: Float64Array
  private readonly events: number
  private readonly scores: Float64Array
  /** Σ of the inputs over a unit's paths. */
  private readonly unitInputs: Float64Array
  /** By node: conditional PD of the year, with calls, chance of having survived so far, and without calls. */
  private readonly drawn: Float64Array
  private readonly pds: Float64Array
  private readonly surviving: Float64Array
  private readonly uncalled: Float64Array
  /** Seeds of cascades in the year: by combination. */
  private readonly seeds: Float64Array
  /** Seeds of a combination, and of all others, as a multiple of the usual ones. */
  private readonly here: Float64Array
  private readonly elsewhere: Float64Array
  /** Mean threat of calls to a group's firms: year × group, from seeds of the own combination and from others. */
  private readonly threats: { readonly own: Float64Array; readonly other: Float64Array } | null
  private firmDefaults = 0
  private firmDefaultsUncalled = 0

  constructor(task: Task, cubes: readonly CubeArrays[]) {
    this.task = task
    this.cubes = cubes
    const contagion = task.calls ? contagionOf(task, task.calls) : null
    const nodes = pdNodes(task, contagion)
    const deferrals = new Deferrals(task)
    this.field = { nodes, deferrals, contagion }
    this.counts = firmCounts(task, this.field)
    this.books = task.strategies.map((positions, s) => new MeanBook(task, positions, cubes[s]!, this.field))
    this.systematic = new Systematic(task)
    this.scales = task.comboR2.map((r2) => 1 / Math.sqrt(1 - r2))
    this.events = task.years * nodes.count + deferrals.exitCount
    const pairs = task.fidelity === 'clt' ? yearPairs(task.years) * nodes.count : 0
    this.inputs = new Float64Array((this.events + pairs) * LANES)
    this.unitInputs = new Float64Array(this.events)
    this.scores = new Float64Array(task.years * LANES)
    this.drawn = new Float64Array(nodes.count)
    this.pds = new Float64Array(nodes.count)
    this.surviving = new Float64Array(nodes.count)
    this.uncalled = new Float64Array(nodes.count)
    this.seeds = new Float64Array(task.combos)
    this.here = new Float64Array(task.combos)
    this.elsewhere = new Float64Array(task.combos)
    this.threats = contagion ? threatsOf(task, this.field) : null
  }

  run(first: number, count: number): UnitSums[] {
    this.unitInputs.fill(0)
    for (let from = first; from < first + count; from += LANES) {
      const paths = Math.min(LANES, first + count - from)
      for (let lane = 0; lane < paths; lane++) this.runPath(from + lane, lane)
      for (const book of this.books) book.write(from, paths, this.inputs, this.scores)
      for (let event = 0; event < this.events; event++)
        for (let lane = 0; lane < paths; lane++) this.unitInputs[event]! += this.inputs[event * LANES + lane]!
    }
    return this.books.map((book) => book.takeSums(this.unitInputs))
  }

  private runPath(path: number, lane: number): void {
    const { task, systematic } = this
    systematic.draw(path)
    this.surviving.fill(1)
    this.uncalled.fill(1)
    this.firmDefaults = this.firmDefaultsUncalled = 0
    for (let year = 0; year < task.years; year++) {
      systematic.enter(year)
      this.scores[year * LANES + lane] = systematic.score
      this.drawYear(year)
      if (this.threats) this.callYear(year)
      this.endYear(year, lane)
    }
    if (task.fidelity === 'clt') this.multiplyYears(lane)
    for (const cube of this.cubes) {
      cube.firmDefaults[path] = this.firmDefaults
      cube.firmDefaultsUncalled[path] = this.firmDefaultsUncalled
    }
  }

  /** Conditional PDs of a year; equal to those with calls until there are any. */
  private drawYear(year: number): void {
    const { drawn, pds, scales } = this
    const { parts } = this.systematic
    const { count, combo, thresholds } = this.field.nodes
    for (let n = 0; n < count; n++) {
      const c = combo[n]!
      const threshold = thresholds[year * count + n]!
      const p = threshold === -Infinity ? 0 : normalCdf((threshold - parts[c]!) * scales[c]!)
      drawn[n] = p
      pds[n] = p
    }
  }

  /** Adds the deaths that guarantee calls bring, see Contagion. */
  private callYear(year: number): void {
    const { drawn, pds, surviving, seeds, counts, threats, field } = this
    const { nodes, deferrals, contagion } = field
    const { combos, years } = this.task
    if (!threats || !contagion) return
    seeds.fill(0)
    for (let n = 0; n < nodes.count; n++)
      seeds[nodes.combo[n]!]! += counts.networked[year * nodes.count + n]! * surviving[n]! * drawn[n]!
    for (let exit = 0; exit < deferrals.exitCount; exit++) {
      const n = deferrals.exitNode(exit)
      seeds[nodes.combo[n]!]! +=
        counts.networked[years * nodes.count + exit]! * this.failing(year, exit, surviving[n]! * (1 - drawn[n]!))
    }
    const usual = contagion.seeds.subarray(year * combos, (year + 1) * combos)
    for (let c = 0; c < combos; c++) {
      this.here[c] = timesUsual(seeds[c]!, usual[c]!)
      this.elsewhere[c] = timesUsual(sumBut(c, seeds), sumBut(c, usual))
    }
    for (let n = 0; n < nodes.count; n++) {
      if (nodes.contagionClass[n]! < 2) continue
      const at = year * nodes.groups + nodes.group[n]!
      const [here, elsewhere] = [this.here[nodes.combo[n]!]!, this.elsewhere[nodes.combo[n]!]!]
      const called = -Math.expm1(-(scaled(threats.own[at]!, here) + scaled(threats.other[at]!, elsewhere)))
      pds[n] = drawn[n]! + (1 - drawn[n]!) * called
    }
  }

  /** Chance that firms that would stand with probability `standing` fail at an exit, if it falls in the year. */
  private failing(year: number, exit: number, standing: number): number {
    const { nodes, deferrals } = this.field
    const month = deferrals.exitMonthOf(exit) - 12 * year
    if (month < 0 || month >= nodes.aliveMonths[year * nodes.count + deferrals.exitNode(exit)]!) return 0
    return standing * deferrals.failed
  }

  /** Turns the year's PDs into probabilities of events. */
  private endYear(year: number, lane: number): void {
    const { drawn, pds, surviving, uncalled, counts, inputs, field } = this
    const { nodes, deferrals } = field
    const base = year * nodes.count
    for (let exit = 0; exit < deferrals.exitCount; exit++) {
      const month = deferrals.exitMonthOf(exit)
      if (Math.floor(month / 12) !== year) continue
      const n = deferrals.exitNode(exit)
      const event = this.task.years * nodes.count + exit
      const p = this.failing(year, exit, surviving[n]! * (1 - pds[n]!))
      inputs[event * LANES + lane] = p
      this.firmDefaults += counts.all[event]! * p
      this.firmDefaultsUncalled += counts.all[event]! * this.failing(year, exit, uncalled[n]! * (1 - drawn[n]!))
    }
    for (let n = 0; n < nodes.count; n++) {
      const p = surviving[n]! * pds[n]!
      inputs[(base + n) * LANES + lane] = p
      this.firmDefaults += counts.all[base + n]! * p
      this.firmDefaultsUncalled += counts.all[base + n]! * uncalled[n]! * drawn[n]!
      surviving[n]! -= p
      uncalled[n]! *= 1 - drawn[n]!
    }
  }

  /** Products of the probabilities of years t ≤ y. */
  private multiplyYears(lane: number): void {
    const { inputs, events } = this
    const { count } = this.field.nodes
    let to = events * LANES + lane
    for (let y = 0; y < this.task.years; y++)
      for (let t = 0; t <= y; t++)
        for (let n = 0; n < count; n++, to += LANES)
          inputs[to] = inputs[(y * count + n) * LANES + lane]! * inputs[(t * count + n) * LANES + lane]!
  }
}

/** Means over each group's firms of what calls threaten them with. */
function threatsOf(task: Task, { nodes, contagion }: MeanField): { own: Float64Array; other: Float64Array } {
  const { years, firms } = task
  const own = new Float64Array(years * nodes.groups)
  const other = new Float64Array(years * nodes.groups)
  const counts = new Float64Array(nodes.groups)
  if (!contagion) return { own, other }
  const { memberOf, members } = contagion
  for (let firm = 0; firm < firms; firm++) {
    const member = memberOf[firm]!
    if (member < 0 || nodes.first[firm]! < 0) continue
    const group = nodes.group[nodes.first[firm]!]!
    counts[group]!++
    for (let y = 0; y < years; y++) {
      own[y * nodes.groups + group]! += contagion.own[y * members + member]!
      other[y * nodes.groups + group]! += contagion.other[y * members + member]!
    }
  }
  for (let at = 0; at < own.length; at++) {
    const count = counts[at % nodes.groups]!
    if (count === 0) continue
    own[at]! /= count
    other[at]! /= count
  }
  return { own, other }
}

/** Seeds as a multiple of the usual ones. */
const timesUsual = (seeds: number, usual: number): number => (usual > 0 ? seeds / usual : 0)

/** Sum of all but one, added up: what subtracting leaves of nearly equal sums is rounding. */
function sumBut(one: number, values: Float64Array): number {
  let sum = 0
  for (let c = 0; c < values.length; c++) if (c !== one) sum += values[c]!
  return sum
}

/** A threat in a year with `times` the usual defaults; nothing is no threat however many there are. */
const scaled = (threat: number, times: number): number => (threat > 0 ? threat * times : 0)
