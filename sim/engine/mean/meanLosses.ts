import { SEVERITIES, isStated } from '../../../models/lgd.ts'
import { writeLinked } from '../../../models/lgdLink.ts'
import type { Positions, Task } from '../task.ts'
import type { OutcomeMatrix } from './outcomeMatrix.ts'
import { LANES } from './sparseRows.ts'

/** One path's mean losses: the LGD link and the guarantee fund applied to sums over events. */
export class MeanLosses {
  /** Before the fund's part, after it, and by the bank's part of one more default: cell × year. */
  readonly gross: Float64Array
  readonly net: Float64Array
  readonly next: Float64Array
  /** After the fund's part. */
  readonly sector: Float64Array
  /** The link's linear maps: year × severity × 2; null without. */
  readonly linked: Float64Array | null
  /** By which the link multiplies a loss, apart from what exposure adds: year × severity. */
  private readonly change: Float64Array
  private readonly task: Task
  private readonly positions: Positions
  private readonly outcomes: OutcomeMatrix
  /** The bank's part of covered losses, on average and of one more, by rate year + 1; 1 at 0 for those without a fund. */
  private readonly borne: Float64Array
  private readonly borneNext: Float64Array

  constructor(task: Task, positions: Positions, outcomes: OutcomeMatrix) {
    this.task = task
    this.positions = positions
    this.outcomes = outcomes
    const places = positions.cells * task.years
    this.gross = new Float64Array(places)
    this.net = new Float64Array(places)
    this.next = new Float64Array(places)
    this.sector = new Float64Array(task.sectors)
    this.linked = positions.link ? new Float64Array(2 * SEVERITIES * task.years) : null
    this.change = new Float64Array(SEVERITIES * task.years)
    this.borne = new Float64Array(1 + task.rateYears).fill(1)
    this.borneNext = new Float64Array(1 + task.rateYears).fill(1)
  }

  /**
   * Works a path's losses out.
   *
   * @param sums    the matrix's rows × LANES
   * @param scores  the global factor on which the link acts: year × LANES
   */
  take(sums: Float64Array, lane: number, scores: Float64Array): void {
    const { task, positions, linked } = this
    if (positions.link && linked)
      for (let y = 0; y < task.years; y++) {
        const maps = linked.subarray(2 * SEVERITIES * y, 2 * SEVERITIES * (y + 1))
        writeLinked(positions.link, y, scores[y * LANES + lane]!, maps)
        for (let severity = 0; severity < SEVERITIES; severity++) {
          const mean = isStated(severity) ? 0 : positions.lgd.mean[severity * task.years + y]!
          this.change[y * SEVERITIES + severity] = maps[2 * severity + 1]! + (mean > 0 ? maps[2 * severity]! / mean : 0)
        }
      }
    this.share(sums, lane)
    this.add(sums, lane)
  }

  /** The bank's part of covered losses, as the exact engine's ledger has it. */
  private share(sums: Float64Array, lane: number): void {
    const { fund, fullEarned } = this.positions
    if (!fund) return
    const { columns, columnRateYear, bankShare, cap } = fund
    for (let ry = 0; ry < cap.length; ry++) {
      const principal = sums[(this.outcomes.rows.principal + ry) * LANES + lane]!
      let earned = 0
      for (let k = 0; k < columns.length; k++)
        if (columnRateYear[k] === ry) earned += fullEarned[columns[k]!]! - sums[columns[k]! * LANES + lane]!
      const within = principal > 0 ? Math.min(1, (cap[ry]! * earned) / principal) : 1
      this.borne[1 + ry] = 1 - within * (1 - bankShare)
      // Beyond the cap the fund pays no more, whatever else defaults.
      this.borneNext[1 + ry] = within < 1 ? 1 : bankShare
    }
  }

  private add(sums: Float64Array, lane: number): void {
    const { gross, net, next, sector: sectorLoss, linked, change, borne, borneNext } = this
    const { count, place, severity, year, sector, rateYear } = this.outcomes.losses
    gross.fill(0)
    net.fill(0)
    next.fill(0)
    sectorLoss.fill(0)
    let at = this.outcomes.rows.losses * LANES + lane
    for (let id = 0; id < count; id++, at += LANES) {
      let loss: number
      if (linked) {
        const map = year[id]! * SEVERITIES + severity[id]!
        loss = change[map]! * sums[at]! + linked[2 * map]! * sums[at + LANES]!
        at += LANES
      } else loss = sums[at]!
      const covered = 1 + rateYear[id]!
      const own = borne[covered]! * loss
      gross[place[id]!]! += loss
      net[place[id]!]! += own
      next[place[id]!]! += borneNext[covered]! * loss
      sectorLoss[sector[id]!]! += own
    }
  }
}
