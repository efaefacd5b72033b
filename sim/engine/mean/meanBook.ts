import type { CubeArrays, Positions, Task, UnitSums } from '../task.ts'
import { defaultedSums } from './defaultedSums.ts'
import { loanSlots } from './loanSlots.ts'
import type { LoanSlots } from './loanSlots.ts'
import type { MeanField } from './meanField.ts'
import { MeanLosses } from './meanLosses.ts'
import { Npl } from './npl.ts'
import { SINGLES, outcomeMatrix } from './outcomeMatrix.ts'
import type { OutcomeMatrix } from './outcomeMatrix.ts'
import { PlanDefaults } from './planDefaults.ts'
import { LANES } from './sparseRows.ts'
import { SpreadBook } from './spreadBook.ts'

/**
 * One strategy's loans: turns the probabilities of a path's events into the outcomes of the cube, as the exact engine does with events
 * that happened. What is not linear (the LGD link, the guarantee fund's cap, NPL ratios) is applied to means.
 */
export class MeanBook {
  private readonly task: Task
  private readonly positions: Positions
  private readonly cube: CubeArrays
  private readonly field: MeanField
  private readonly slots: LoanSlots
  private readonly plans: PlanDefaults
  private readonly npl: Npl
  private readonly outcomes: OutcomeMatrix
  private readonly losses: MeanLosses
  private readonly spread: SpreadBook | null
  /** Mean outcomes of the paths at hand: row × LANES. */
  private readonly sums: Float64Array
  /** Σ loss over the unit's paths: cell × year. */
  private lossSums: Float64Array

  constructor(task: Task, positions: Positions, cube: CubeArrays, field: MeanField) {
    this.task = task
    this.positions = positions
    this.cube = cube
    this.field = field
    this.slots = loanSlots(task, positions, field)
    this.plans = new PlanDefaults(task, positions)
    this.npl = new Npl(task, positions, field.deferrals, this.plans.timings)
    this.outcomes = outcomeMatrix(task, positions, { field, slots: this.slots, plans: this.plans, npl: this.npl })
    this.losses = new MeanLosses(task, positions, this.outcomes)
    this.spread = cube.spread ? new SpreadBook(task, positions, cube.spread, field, this.plans.timings) : null
    this.sums = new Float64Array(this.outcomes.matrix.rows * LANES)
    this.lossSums = new Float64Array(positions.cells * task.years)
  }

  /**
   * Writes the means of up to LANES paths into the cube.
   *
   * @param inputs  probability of each event on each path: event × LANES
   * @param scores  the global factor on which the LGD link acts: year × LANES
   */
  write(first: number, paths: number, inputs: Float64Array, scores: Float64Array): void {
    this.outcomes.matrix.multiply(inputs, this.sums)
    this.spread?.multiply(inputs)
    for (let lane = 0; lane < paths; lane++) {
      this.writeBalanceYears(first + lane, lane)
      this.npl.write(this.cube, first + lane, this.sums, this.outcomes.rows.npl, lane)
      this.losses.take(this.sums, lane, scores)
      this.writeLosses(first + lane)
      this.spread?.write(first + lane, lane, this.losses)
    }
  }

  private writeBalanceYears(path: number, lane: number): void {
    const { cube, positions, sums } = this
    const { rows } = this.outcomes
    const { paths, rateYears } = this.task
    const sum = (row: number): number => sums[row * LANES + lane]!
    for (let k = 0; k < positions.columns; k++) cube.lostEarned[k * paths + path] = sum(k)
    for (let ry = 0; ry < rateYears; ry++) {
      cube.funded[ry * paths + path] = positions.fullFunded[ry]! - sum(rows.funded + ry)
      cube.deposits[ry * paths + path] = positions.fullDeposits[ry]! - sum(rows.funded + rateYears + ry)
    }
    const single = (name: (typeof SINGLES)[number]): number => sum(rows.singles + SINGLES.indexOf(name))
    cube.defaults[path] = single('defaults')
    cube.year1Defaults[path] = single('year1Defaults')
    cube.loanYears[path] = positions.fullLoanYears - single('loanYears')
    cube.fees[path] = positions.fullFees - single('fees')
    cube.ownerAum[path] = positions.fullOwnerAum - single('ownerAum')
  }

  private writeLosses(path: number): void {
    const { cube, lossSums } = this
    const { net, sector } = this.losses
    const { paths, years } = this.task
    let [total, year1] = [0, 0]
    for (let c = 0; c < this.positions.cells; c++) {
      let own = 0
      for (let at = c * years; at < (c + 1) * years; at++) {
        own += net[at]!
        lossSums[at]! += net[at]!
      }
      year1 += net[c * years]!
      total += own
      cube.cellLoss[c * paths + path] = own
    }
    for (let s = 0; s < sector.length; s++) cube.sectorLoss[s * paths + path] = sector[s]!
    cube.loss[path] = total
    cube.year1Loss[path] = year1
  }

  /**
   * The unit's sums, and a fresh start.
   *
   * @param inputs  Σ over the unit's paths of each event's probability
   */
  takeSums(inputs: Float64Array): UnitSums {
    const { task, positions, field, slots, plans, lossSums: loss } = this
    this.lossSums = new Float64Array(loss.length)
    // Nobody leaves where outcomes are means.
    const left = new Float64Array(0)
    return { defaulted: defaultedSums(task, positions, field, slots, plans.timings, inputs), left, loss }
  }
}
