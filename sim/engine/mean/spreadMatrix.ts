import { COVARIANCES } from '../../../models/cube.ts'
import type { Positions, Task } from '../task.ts'
import { cascadeInflation } from './cascadeInflation.ts'
import { FirmSpread, spreadLength, yearPairs } from './firmSpread.ts'
import type { JointLgd } from './jointLgd.ts'
import type { MeanField } from './meanField.ts'
import { PairIndex } from './pairIndex.ts'
import { STENCIL } from './pdNodes.ts'
import { PlanMoments } from './planMoments.ts'
import { SparseBuilder } from './sparseRows.ts'
import type { SparseRows } from './sparseRows.ts'
import { SparseSums } from './sparseSums.ts'
import { drawnTiming, exitTiming } from './timings.ts'
import type { Timing } from './timings.ts'

/**
 * From probabilities of events, and of products of two years' probabilities of a node, which follow them (pair of years × node), to the
 * parts of conditional covariances. Rows: EE, EF, FF by cell, then those of each kind of loss.
 */
export interface SpreadMatrix {
  readonly matrix: SparseRows
  /** Kinds of loss: (cell, severity). */
  readonly kinds: PairIndex
}

/** Rows of a kind of loss: LL of each year, LL of each pair of years t ≤ y, then LE and LF of each year of the loss. */
export const lossRows = (years: number): number => years + yearPairs(years) + 2 * years

/** Puts a strategy's matrix together, firm by firm. */
export function spreadMatrix(
  task: Task,
  positions: Positions,
  field: MeanField,
  timings: readonly Timing[],
  lgd: JointLgd,
): SpreadMatrix {
  const sums = spreadSums(task, positions, field, timings, lgd)
  const { kinds } = sums
  const builder = new SparseBuilder()
  const { nodes, deferrals } = field
  const { years } = task
  const inflation = cascadeInflation(task, positions, field, lgd)
  const rows = new Rows(builder, positions.cells, years, kinds)
  sums.byNode.forEachColumn((node, entries) => {
    for (let y = 0; y < years; y++) {
      const more = nodes.contagionClass[node]! > 0 ? inflation[y]! : 1
      for (const [kind, vector] of entries) rows.addDrawn(kind, y, vector, COVARIANCES * y, more)
      builder.endColumn(y * nodes.count + node)
    }
    const products = years * nodes.count + deferrals.exitCount
    let pair = 0
    for (let y = 0; y < years; y++)
      for (let t = 0; t <= y; t++, pair++) {
        for (const [kind, vector] of entries) rows.addProducts(kind, y, t, vector)
        builder.endColumn(products + pair * nodes.count + node)
      }
  })
  sums.byExit.forEachColumn((exit, entries) => {
    const y = Math.floor(deferrals.exitMonthOf(exit) / 12)
    const more = nodes.contagionClass[deferrals.exitNode(exit)]! > 0 ? inflation[y]! : 1
    for (const [kind, values] of entries) rows.addDrawn(kind, y, values, 0, more)
    builder.endColumn(years * nodes.count + exit)
  })
  return { matrix: builder.build(3 * positions.cells + kinds.count * lossRows(years)), kinds }
}

interface SpreadSums {
  readonly kinds: PairIndex
  /** By node and kind: vectors as {@link spreadLength} has them. */
  readonly byNode: SparseSums
  /** By failure at the end of a deferral and kind: LL, LE, LF, EE, EF, FF. */
  readonly byExit: SparseSums
}

function spreadSums(
  task: Task,
  positions: Positions,
  { nodes, deferrals, contagion }: MeanField,
  timings: readonly Timing[],
  lgd: JointLgd,
): SpreadSums {
  const { years } = task
  const sums = {
    kinds: new PairIndex(),
    byNode: new SparseSums(spreadLength(years)),
    byExit: new SparseSums(COVARIANCES),
  }
  const spread = new FirmSpread(task, positions, lgd, new PlanMoments(task, positions, timings))
  const [timing, kept, passed] = [new Array<number>(years), new Array<number>(years), new Array<number>(years)]
  const values = new Float64Array(COVARIANCES)
  for (let firm = 0; firm < task.firms; firm++) {
    const node = nodes.first[firm]!
    if (node < 0) continue
    const member = contagion ? contagion.memberOf[firm]! : -1
    const profile = deferrals.profile(firm)
    for (let y = 0; y < years; y++) {
      timing[y] = drawnTiming(y, nodes.aliveMonths[y * nodes.count + node]!)
      kept[y] = contagion && member >= 0 ? contagion.kept[y * contagion.members + member]! : 1
      passed[y] = deferrals.passed(profile, y)
    }
    const exit = deferrals.exitMonth(profile)
    spread.turnTo(firm, timing, kept, passed)
    for (let i = 0; i < spread.loans.length; i++) {
      const kind = sums.kinds.idOf(spread.loans[i]!.cell, spread.loans[i]!.severity)
      const vector = spread.vectorOf(i)
      for (let y = 0; y < years; y++)
        for (let k = COVARIANCES * y; k < COVARIANCES * (y + 1); k++) vector[k]! *= passed[y]!
      if (exit >= 0) spread.writeCovariances(i, Math.floor(exit / 12), exitTiming(years, exit), values, 0)
      for (let j = 0; j < nodes.length[firm]!; j++) {
        const weight = nodes.weights[firm * STENCIL + j]!
        sums.byNode.add(node + j, kind, vector, weight)
        if (exit >= 0) sums.byExit.add(deferrals.exitOf(node + j, exit), kind, values, weight)
      }
    }
  }
  return sums
}

/** Adds parts of vectors to the rows they belong to. */
class Rows {
  private readonly builder: SparseBuilder
  private readonly cells: number
  private readonly years: number
  private readonly kinds: PairIndex

  constructor(builder: SparseBuilder, cells: number, years: number, kinds: PairIndex) {
    this.builder = builder
    this.cells = cells
    this.years = years
    this.kinds = kinds
  }

  /** E[XY | default in year y] at values[at..]. */
  addDrawn(kind: number, y: number, values: Float64Array, at: number, times: number): void {
    const { builder, years } = this
    const loss = 3 * this.cells + kind * lossRows(years)
    const cross = loss + years + yearPairs(years) + 2 * y
    const cell = 3 * this.kinds.firstOf(kind)
    builder.add(loss + y, times * values[at]!)
    for (let k = 0; k < 2; k++) builder.add(cross + k, times * values[at + 1 + k]!)
    for (let k = 0; k < 3; k++) builder.add(cell + k, times * values[at + 3 + k]!)
  }

  /** Products of the means of years y and t ≤ y; all but LL are taken off at once. */
  addProducts(kind: number, y: number, t: number, vector: Float64Array): void {
    const { builder, years } = this
    const pairs = yearPairs(years)
    const pair = (y * (y + 1)) / 2 + t
    const loss = 3 * this.cells + kind * lossRows(years)
    const cell = 3 * this.kinds.firstOf(kind)
    const from = COVARIANCES * years
    builder.add(loss + years + pair, vector[from + pair]!)
    for (let k = 0; k < 3; k++) builder.add(cell + k, -vector[from + (1 + k) * pairs + pair]!)
    for (let k = 0; k < 2; k++) {
      const cross = from + 4 * pairs + k * years * years
      builder.add(loss + years + pairs + 2 * y + k, -vector[cross + y * years + t]!)
      if (t < y) builder.add(loss + years + pairs + 2 * t + k, -vector[cross + t * years + y]!)
    }
  }
}
