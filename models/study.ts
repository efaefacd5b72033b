/** What a user writes, with every default filled in: the reader in scenarios/ makes it, with its books, strategies, schedules and scenarios, from YAML. */
import type { Book } from './book.ts'
import type { Scenario } from './scenario.ts'
import type { Schedule } from './schedule.ts'
import type { Strategy } from './strategy.ts'
import type { Named } from './text.ts'
import type { Probability, Rate } from './types.ts'

export const VERDICT_TESTS = ['expectedCoverage', 'coverageProbability', 'nplCeiling', 'largestClusterShare'] as const
export type VerdictTest = (typeof VERDICT_TESTS)[number]

export interface VerdictRules {
  /** Tests that must hold; the verdict is the worst of them. */
  readonly mustHold: readonly VerdictTest[]
  /** Level asked of the coverage probability. */
  readonly coverageProbability: Probability
  /** NPL ratio of the bank's whole book; the ceiling is this plus `nplMargin`. */
  readonly bankNpl: number
  readonly nplMargin: number
  /** Largest share of month-0 balance in one cluster. */
  readonly largestClusterShare: number
  /** Confidence level of every interval. */
  readonly confidence: Probability
}

export interface SimulationSettings {
  readonly seed: string
  /** Seed of the firms where they are those of another run, so that only their futures differ; null is `seed`. */
  readonly bookSeed: string | null
  /** Simulated futures; rounded up to a multiple of `replicates`. */
  readonly paths: number
  readonly replicates: number
  readonly horizonMonths: number
  /** exact: every default drawn; lln: conditional means given the factors; clt: and their conditional variance (MODEL §7). */
  readonly fidelity: Fidelity
  /** `none` sets every factor loading to 0: the law-of-large-numbers assumption. */
  readonly correlation: 'model' | 'none'
  /** Replicates are doubled until the standard error of every mean surplus (decimal per year) is at most this; null: as many as asked. */
  readonly targetError: number | null
  /** A second, importance-sampled set of paths for the 99.9 % tail; null without. */
  readonly tail: { readonly paths: number } | null
}

export const FIDELITIES = ['exact', 'clt', 'lln'] as const
export type Fidelity = (typeof FIDELITIES)[number]

/** How far the law of large numbers carries: books of these sizes are held against each other; null leaves the study out. */
export interface LawOfLargeNumbersSettings {
  /** Numbers of loans, rising; those above the book's are left out. */
  readonly loans: readonly number[]
  /** Paths of each, exact and by formula. */
  readonly paths: number
}

/** Upper edges of grades 1..9 in assigned PD, or fitted at citic-trade's level cuts. */
export type MasterScale =
  { readonly kind: 'calibrated' } | { readonly kind: 'cuts'; readonly cuts: readonly Probability[] }

/** A scenario in which an optimised schedule must cover, and how. */
export interface CoverageGoal {
  readonly scenario: string
  /**
   * `expected`: a coverage ratio of at least `ratio`; `probability`: a coverage probability of at least `level`;
   * `conditionalValueAtRisk`: a mean surplus of at least 0 of the worst 1 − `level` of paths.
   */
  readonly coverage: (typeof COVERAGES)[number]
  readonly level: Probability
  readonly ratio: number
}

export const COVERAGES = ['expected', 'probability', 'conditionalValueAtRisk'] as const

/** What the nearest covering schedule is held to (MODEL §8). */
export interface OptimiseSettings {
  readonly scenarios: readonly CoverageGoal[]
  /** Rates it stays near: those offered today, or those required in the first of the scenarios. */
  readonly start: 'offered' | 'required'
  /** Weight of a cell's change: its earned balance, or that ÷ its expected loss. */
  readonly weights: 'even' | 'byRisk'
  /** Whether a worse grade never pays less, at one term band and collateral. */
  readonly monotone: boolean
  /** Least and highest rate; a null highest is the schedule's cap. */
  readonly minimumRate: Rate
  readonly maximumRate: Rate | null
  /** Largest change of a cell's rate from the start; null is any. */
  readonly largestStep: Rate | null
  /** Most by which a cell may fall short of its required rate in the first of the scenarios; null is any. */
  readonly maxCrossSubsidy: Rate | null
}

/**
 * Share of applicants who take a loan at a rate, by grade and by band of true PD within the grade.
 *
 *     a(r) = 1 − mostLost·(1 − exp(−elasticity_band·max(0, r − freeRate) / scale_grade))
 */
export interface DemandModel {
  /** Rate up to which nobody goes elsewhere. */
  readonly freeRate: Rate
  readonly mostLost: Probability
  /** By grade 1..10, above 0: the smaller, the sooner applicants leave. */
  readonly scale: readonly Rate[]
  /** Of the lowest, middle and highest third of true PD within a grade; falling values are adverse selection. */
  readonly elasticity: readonly [number, number, number]
}

export interface Study extends Named {
  readonly books: readonly Book[]
  readonly strategies: readonly Strategy[]
  readonly schedules: readonly Schedule[]
  readonly scenarios: readonly Scenario[]
  readonly simulation: SimulationSettings
  readonly verdict: VerdictRules
  readonly masterScale: MasterScale
  readonly lawOfLargeNumbers: LawOfLargeNumbersSettings | null
  readonly optimise: OptimiseSettings
  /** Null: every applicant takes the loan at any rate. */
  readonly demand: DemandModel | null
  /** Levers read that are not simulated or have no effect, and networks that calls run through; one line each, with file:line:column. */
  readonly notices: readonly string[]
  /** SHA-256 of each file read, by path as written. */
  readonly inputs: Readonly<Record<string, string>>
}
