import { studentScore } from '../../models/studentFactor.ts'
import { drawFactors } from './factors.ts'
import type { Task } from './task.ts'

/**
 * What a path's factors do to defaults: drawn a path at a time, then taken year by year (MODEL §5).
 *
 * The global factor moves by AR(1) on its normal scores, which a Student's t then replaces by t values of the same rank; a scenario
 * scales every factor and shifts the global one.
 */
export class Systematic {
  /** Σ a·F by combination, in the year at hand; negative is bad. */
  readonly parts: Float64Array
  /** The global factor's normal score in the year at hand, shifted and scaled: what the LGD link acts on; 0 without a global factor. */
  score = 0
  private readonly task: Task
  private readonly strata: number
  private readonly factors: Float64Array
  private readonly values: Float64Array

  constructor(task: Task) {
    this.task = task
    this.strata = task.paths / task.replicates
    this.factors = new Float64Array(task.factors.keys.length)
    this.values = new Float64Array(task.factors.names.length)
    this.parts = new Float64Array(task.combos)
  }

  /** Draws a path's factors (path counted within the task). */
  draw(path: number): void {
    const { factors, firstReplicate, factorShift, globalFactor, globalLevel } = this.task
    const replicate = firstReplicate + Math.floor(path / this.strata)
    drawFactors(factors, replicate, path % this.strata, this.strata, factorShift, this.factors)
    const { persistence } = globalFactor
    if (globalLevel < 0 || persistence === 0) return
    const innovation = Math.sqrt(1 - persistence * persistence)
    const start = globalLevel * factors.years
    for (let at = start + 1; at < start + factors.years; at++)
      this.factors[at] = persistence * this.factors[at - 1]! + innovation * this.factors[at]!
  }

  /** Works out a year of the path drawn last. */
  enter(year: number): void {
    const { task, values, parts } = this
    const { years } = task.factors
    const volatility = task.factorVolatility[year]!
    const mean = task.factorMean[year]!
    for (let level = 0; level < values.length; level++) values[level] = volatility * this.factors[level * years + year]!
    const { globalLevel, globalFactor } = task
    this.score = globalLevel < 0 ? 0 : values[globalLevel]! + mean
    if (globalLevel >= 0 && globalFactor.degreesOfFreedom !== null)
      values[globalLevel] =
        volatility * studentScore(this.factors[globalLevel * years + year]!, globalFactor.degreesOfFreedom)
    const groups = task.loadings.length
    const shift = task.globalLoading * mean
    for (let c = 0; c < parts.length; c++) {
      let x = shift
      for (let g = 0; g < groups; g++) {
        const level = task.comboLevels[c * groups + g]!
        if (level >= 0) x += task.loadings[g]! * values[level]!
      }
      parts[c] = x
    }
  }
}
