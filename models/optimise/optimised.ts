import type { CoverageGoal } from '../study.ts'
import type { Money, Rate } from '../types.ts'
import type { AlternativeName } from './alternatives.ts'
import type { Conflict } from './conflicts.ts'

/** What `yieldcover optimise` found. Rates, changes and surpluses are decimals per year; a surplus is ÷ earned balance. */
export interface Optimised extends FoundSchedule {
  readonly status: 'optimal' | 'infeasible'
  /** The same in whole basis points, see wholeBasisPoints: what there is to take over. Null when infeasible. */
  readonly rounded: FoundSchedule | null
  /** What keeps the schedule from being nearer: names of goals, and of limits with the cells they hold. */
  readonly binding: readonly string[]
  readonly shadowPrices: readonly ShadowPrice[]
  /** Which constraints cannot hold together; empty when optimal. */
  readonly conflicts: readonly Conflict[]
  /** Today's rates, this schedule and other ways to the same goals; empty when infeasible. */
  readonly comparison: readonly Compared[]
  /** See kktResidual; null when infeasible. */
  readonly residual: number | null
  /** Under VAT method 1 or with a goal by `probability` the search may stop before the nearest schedule, or find none where there is one. */
  readonly heuristic: boolean
}

/** A schedule, what its goals come to and what it costs. */
export interface FoundSchedule {
  /** In the order of the goals. */
  readonly scenarios: readonly GoalOutcome[]
  /** Null when infeasible, and so the next. */
  readonly cost: ScheduleCost | null
  readonly crossSubsidy: CrossSubsidy | null
  /** Every populated cell in order of its index; empty when infeasible. */
  readonly schedule: readonly RateChange[]
  /** The whole table by cellIndex, empty cells fitted in; null when infeasible. */
  readonly rates: readonly Rate[] | null
}

export interface GoalOutcome extends Omit<CoverageGoal, 'level' | 'ratio'> {
  /** The goal's name among the constraints. */
  readonly name: string
  /** Null for expected coverage. */
  readonly level: number | null
  /** Null for any other. */
  readonly ratio: number | null
  /** Surplus that the goal counts, at the rates offered today and at the schedule found: met at 0 and above. */
  readonly before: Rate
  readonly after: Rate | null
  /** Coverage ratio of `expected`, coverage probability of `probability`; null for the worst paths, and without loss. */
  readonly achieved: { readonly before: number | null; readonly after: number | null }
  readonly binding: boolean
  /** Mean balance over the horizon: a surplus times this is money a year. */
  readonly balance: Money
}

export interface ScheduleCost {
  /** √(Σ w·(r − r0)² ÷ Σ w), r0 and w as the settings say: the distance that is least. */
  readonly distance: Rate
  /** Balance-weighted mean of the change of rates against today's, up or down. */
  readonly meanChange: Rate
  readonly largestChange: Rate
  /** Rise of interest ÷ balance against today's, by goal. */
  readonly yieldRise: readonly { readonly name: string; readonly rise: Rate }[]
}

/** How far cells fall short of their required rate in the first goal's scenario: others pay for them. */
export interface CrossSubsidy {
  /** Largest shortfall and the key of its cell; 0 and null where every cell pays for itself. */
  readonly largest: Rate
  readonly cell: string | null
  /** Balance-weighted sum of the shortfalls ÷ balance. */
  readonly total: Rate
}

export interface RateChange {
  /** `grade|termBand|collateral`. */
  readonly cell: string
  /** Offered today. */
  readonly from: Rate
  readonly rate: Rate
}

/** What a constraint costs. */
export interface ShadowPrice {
  /** Name of a goal or of a limit. */
  readonly constraint: string
  /** Fall of the distance by unit that the constraint is relaxed: a goal's surplus below 0, a limit's one level for all cells. */
  readonly price: number
  /** Keys of the cells that it holds; empty for a goal. */
  readonly cells: readonly string[]
}

export interface Compared {
  readonly name: 'today' | 'nearest' | 'rounded' | AlternativeName
  /** Null where there is no such schedule. */
  readonly cost: ScheduleCost | null
  readonly crossSubsidy: CrossSubsidy | null
  readonly reason: 'outOfReach' | 'degenerate' | 'stepped' | null
}
