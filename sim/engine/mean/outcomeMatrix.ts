import { SEVERITIES, isStated } from '../../../models/lgd.ts'
import type { Positions, Task } from '../task.ts'
import { KEPT } from './loanSlots.ts'
import type { LoanSlots } from './loanSlots.ts'
import type { MeanField } from './meanField.ts'
import type { Npl } from './npl.ts'
import { PairIndex } from './pairIndex.ts'
import { BY_RATE_YEAR, COUNT, EXPOSURE, FUNDED, YEARS } from './planDefaults.ts'
import type { PlanDefaults } from './planDefaults.ts'
import { SparseBuilder } from './sparseRows.ts'
import type { SparseRows } from './sparseRows.ts'
import { drawnTiming, exitTiming } from './timings.ts'

/** Single figures, in the order of their rows. */
export const SINGLES = ['defaults', 'year1Defaults', 'loanYears', 'fees', 'ownerAum'] as const

/** Where the outcomes of a strategy's loans stand among the matrix's rows: lost earned balance-years by column come first. */
export interface OutcomeRows {
  /** Lost funded balance-years by rate year, then deposits. */
  readonly funded: number
  /** In the order of {@link SINGLES}: loans that default, and what is lost of the rest. */
  readonly singles: number
  readonly npl: number
  /** Defaulted principal that a guarantee fund covers, by rate year. */
  readonly principal: number
  /** A row for each kind of loss; with a link to the global factor two: loss and, where LGDs are stated loan by loan, exposure. */
  readonly losses: number
}

/** Losses of different cells, severities, years, sectors and, where a fund covers them, rate years are kept apart. */
export interface LossKinds {
  readonly count: number
  /** cell × years + year. */
  readonly place: Int32Array
  readonly severity: Int32Array
  readonly year: Int32Array
  readonly sector: Int32Array
  /** −1 where no fund covers the loss. */
  readonly rateYear: Int32Array
}

/** A strategy's loans as a sparse matrix from events' probabilities to mean outcomes. */
export interface OutcomeMatrix {
  readonly matrix: SparseRows
  readonly rows: OutcomeRows
  readonly losses: LossKinds
}

/** What the matrix is put together from. */
export interface OutcomeParts {
  readonly field: MeanField
  readonly slots: LoanSlots
  readonly plans: PlanDefaults
  readonly npl: Npl
}

/** Puts a strategy's matrix together. */
export function outcomeMatrix(task: Task, positions: Positions, parts: OutcomeParts): OutcomeMatrix {
  const { years, rateYears } = task
  const { nodes, deferrals } = parts.field
  const funded = positions.columns
  const singles = funded + 2 * rateYears
  const npl = singles + SINGLES.length
  const principal = npl + parts.npl.rows
  const rows = { funded, singles, npl, principal, losses: principal + rateYears }
  const columns = new Columns(task, positions, parts, rows)
  for (let node = 0; node < nodes.count; node++)
    for (let year = 0; year < years; year++) {
      const timing = drawnTiming(year, nodes.aliveMonths[year * nodes.count + node]!)
      columns.add(
        { node, year, timing, share: (profile) => deferrals.passed(profile, year) },
        year * nodes.count + node,
      )
    }
  for (let exit = 0; exit < deferrals.exitCount; exit++) {
    const month = deferrals.exitMonthOf(exit)
    const share = (profile: number): number => (deferrals.exitMonth(profile) === month ? 1 : 0)
    const event = {
      node: deferrals.exitNode(exit),
      year: Math.floor(month / 12),
      timing: exitTiming(years, month),
      share,
    }
    columns.add(event, years * nodes.count + exit)
  }
  return { rows, ...columns.build() }
}

interface Event {
  readonly node: number
  readonly year: number
  readonly timing: number
  /** Part of a deferral profile's firms that the event can happen to. */
  readonly share: (profile: number) => number
}

class Columns {
  private readonly task: Task
  private readonly positions: Positions
  private readonly parts: OutcomeParts
  private readonly rows: OutcomeRows
  private readonly builder = new SparseBuilder()
  /** (cell, severity, year) and (sector, 1 + rate year, 0 without a fund). */
  private readonly kinds = new PairIndex()

  constructor(task: Task, positions: Positions, parts: OutcomeParts, rows: OutcomeRows) {
    this.task = task
    this.positions = positions
    this.parts = parts
    this.rows = rows
  }

  /** Adds what an event takes away as a column. */
  add(event: Event, column: number): void {
    const { slots, plans, npl, field } = this.parts
    const { profiles } = field.deferrals
    const byPlan = new Map<number, number>()
    for (let slot = slots.starts[event.node]!; slot < slots.starts[event.node + 1]!; slot++) {
      const profile = slots.profile[slot]!
      const share = event.share(profile)
      const plan = this.positions.classPlan[slots.loanClass[slot]!]!
      const block = plans.block(plan, event.timing)
      if (share === 0 || block[COUNT] === 0) continue
      this.addBalanceYears(slot, block, share, event.year)
      this.addLoss(slot, block, share, event)
      const group = plan * profiles + profile
      byPlan.set(group, (byPlan.get(group) ?? 0) + share * slots.weights[slot * slots.stride]!)
    }
    for (const [group, balance] of byPlan)
      npl.addTo(this.builder, this.rows.npl, Math.floor(group / profiles), group % profiles, event.timing, balance)
    this.builder.endColumn(column)
  }

  private addBalanceYears(slot: number, block: Float64Array, share: number, year: number): void {
    const { builder, rows } = this
    const { rateYears } = this.task
    const { weights, stride, loanClass } = this.parts.slots
    const at = slot * stride
    const balance = share * weights[at]!
    const count = share * weights[at + 1]!
    const deposit = share * weights[at + 2]!
    for (let ry = 0; ry < rateYears; ry++) {
      const earned = block[BY_RATE_YEAR + ry]!
      if (earned !== 0) builder.add(this.positions.classColumns[loanClass[slot]! * rateYears + ry]!, balance * earned)
      const funded = block[BY_RATE_YEAR + rateYears + ry]!
      builder.add(rows.funded + ry, balance * funded)
      builder.add(rows.funded + rateYears + ry, deposit * funded)
    }
    const defaults = count * block[COUNT]!
    const singles = {
      defaults,
      year1Defaults: year === 0 ? defaults : 0,
      loanYears: count * block[YEARS]!,
      fees: share * weights[at + 3]! * block[FUNDED]!,
      ownerAum: share * weights[at + 4]! * block[FUNDED]!,
    }
    for (const [s, name] of SINGLES.entries()) builder.add(rows.singles + s, singles[name])
  }

  private addLoss(slot: number, block: Float64Array, share: number, { node, year }: Event): void {
    const { rateYears, years } = this.task
    const { fund, classCell } = this.positions
    const { slots, field } = this.parts
    const at = slot * slots.stride
    const cell = classCell[slots.loanClass[slot]!]!
    const kind = (cell * SEVERITIES + slots.severity[slot]!) * years + year
    const place = field.nodes.sector[node]! * (rateYears + 1)
    const kept = share * slots.weights[at + KEPT + year]!
    const loss = share * slots.weights[at + KEPT + years + year]!
    if (fund?.coveredCell[cell] !== 1) {
      this.addKind(kind, place, kept * block[EXPOSURE]!, loss * block[EXPOSURE]!)
      return
    }
    for (let ry = 0; ry < rateYears; ry++) {
      const exposure = block[BY_RATE_YEAR + 2 * rateYears + ry]!
      if (exposure === 0) continue
      this.builder.add(this.rows.principal + ry, share * slots.weights[at]! * exposure)
      this.addKind(kind, place + 1 + ry, kept * exposure, loss * exposure)
    }
  }

  private addKind(kind: number, place: number, kept: number, loss: number): void {
    const id = this.kinds.idOf(kind, place)
    const { builder, rows } = this
    if (!this.positions.link) builder.add(rows.losses + id, loss)
    else {
      builder.add(rows.losses + 2 * id, loss)
      // Where all loans have one mean LGD the exposure follows from the loss.
      if (isStated(Math.floor(kind / this.task.years) % SEVERITIES)) builder.add(rows.losses + 2 * id + 1, kept)
    }
  }

  build(): Pick<OutcomeMatrix, 'matrix' | 'losses'> {
    const { kinds } = this
    const { years, rateYears } = this.task
    const each = (of: (kind: number, place: number) => number): Int32Array =>
      Int32Array.from({ length: kinds.count }, (_, id) => of(kinds.firstOf(id), kinds.secondOf(id)))
    return {
      matrix: this.builder.build(this.rows.losses + kinds.count * (this.positions.link ? 2 : 1)),
      losses: {
        count: kinds.count,
        place: each((kind) => Math.floor(kind / (SEVERITIES * years)) * years + (kind % years)),
        severity: each((kind) => Math.floor(kind / years) % SEVERITIES),
        year: each((kind) => kind % years),
        sector: each((_, place) => Math.floor(place / (rateYears + 1))),
        rateYear: each((_, place) => (place % (rateYears + 1)) - 1),
      },
    }
  }
}
