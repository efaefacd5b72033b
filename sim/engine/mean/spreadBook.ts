import type { Spread } from '../../../models/cube.ts'
import { COVARIANCES } from '../../../models/cube.ts'
import type { Positions, Task } from '../task.ts'
import { JointLgd } from './jointLgd.ts'
import type { MeanField } from './meanField.ts'
import type { MeanLosses } from './meanLosses.ts'
import { LANES } from './sparseRows.ts'
import { lossRows, spreadMatrix } from './spreadMatrix.ts'
import type { SpreadMatrix } from './spreadMatrix.ts'
import type { Timing } from './timings.ts'

/**
 * Conditional variances of one strategy's outcomes (fidelity `clt`).
 *
 * Given the factors firms default independently, so variances add up over firms. For a firm that defaults in year y with probability
 * q_y, at most once, and loses X or Y when it does
 *
 *     Cov(X, Y) = Σ_y q_y·E[X·Y | y] − Σ_y Σ_t q_y·q_t·E[X | y]·E[Y | t]
 *
 * Both sums are linear in probabilities of nodes and their products. A firm's loans default together; what two of its loans in different
 * cells have in common is credited to the cells in equal parts, so that cells add up to the book.
 *
 * Defaults that calls bring come in cascades, see cascadeInflation. The failures that end deferrals are left out of the second sum.
 */
export class SpreadBook {
  private readonly task: Task
  private readonly positions: Positions
  private readonly spread: Spread
  private readonly lgd: JointLgd
  private readonly parts: SpreadMatrix
  /** Parts of the covariances of the paths at hand: row × LANES. */
  private readonly sums: Float64Array
  /** The path at hand: covariances by cell, and the loss's change by year. */
  private readonly covariance: Float64Array
  private readonly scale: Float64Array

  constructor(task: Task, positions: Positions, spread: Spread, field: MeanField, timings: readonly Timing[]) {
    this.task = task
    this.positions = positions
    this.spread = spread
    this.lgd = new JointLgd(positions.lgd, positions)
    this.parts = spreadMatrix(task, positions, field, timings, this.lgd)
    this.sums = new Float64Array(this.parts.matrix.rows * LANES)
    this.covariance = new Float64Array(COVARIANCES * positions.cells)
    this.scale = new Float64Array(task.years)
  }

  multiply(inputs: Float64Array): void {
    this.parts.matrix.multiply(inputs, this.sums)
  }

  /** Writes a path's variances; losses are its means. */
  write(path: number, lane: number, { linked, gross, next }: MeanLosses): void {
    const { lgd, spread, covariance, scale, sums } = this
    const { kinds } = this.parts
    const { paths, years } = this.task
    const { cells } = this.positions
    covariance.fill(0)
    for (let cell = 0; cell < cells; cell++)
      for (let k = 0; k < 3; k++) covariance[COVARIANCES * cell + 3 + k] = sums[(3 * cell + k) * LANES + lane]!
    let year1 = 0
    for (let id = 0; id < kinds.count; id++) {
      const cell = kinds.firstOf(id)
      const severity = kinds.secondOf(id)
      const to = COVARIANCES * cell
      const at = 3 * cells + id * lossRows(years)
      let pair = years
      for (let y = 0; y < years; y++) {
        const borne = gross[cell * years + y]! > 0 ? next[cell * years + y]! / gross[cell * years + y]! : 1
        scale[y] = borne * lgd.meanChange(severity, y, linked)
        const drawn = borne * borne * lgd.squareChange(severity, y, linked) * sums[(at + y) * LANES + lane]!
        covariance[to]! += drawn
        for (let t = 0; t <= y; t++) {
          const own = scale[y]! * scale[t]! * sums[(at + pair++) * LANES + lane]!
          covariance[to]! -= own
          if (y === 0) year1 += drawn - own
        }
      }
      for (let y = 0; y < years; y++) {
        covariance[to + 1]! += scale[y]! * sums[(at + pair++) * LANES + lane]!
        covariance[to + 2]! += scale[y]! * sums[(at + pair++) * LANES + lane]!
      }
    }
    let total = 0
    for (let cell = 0; cell < cells; cell++) {
      total += covariance[COVARIANCES * cell]!
      for (let k = 0; k < COVARIANCES; k++)
        spread.cellCovariance[(COVARIANCES * cell + k) * paths + path] = covariance[COVARIANCES * cell + k]!
    }
    spread.lossVariance[path] = Math.max(0, total)
    spread.year1LossVariance[path] = Math.max(0, year1)
  }
}
