/**
 * What the pricing desk's page and the server say to each other: JSON both ways, no numbers formatted. All paths start with
 * `/api/runs/:id/desk`; a refused request is `{ error: { code, message } }` with status 4xx.
 *
 *     GET  /            → DeskState                  POST /open      CaseNames → DeskState     the cubes are simulated anew, to the same bits
 *     GET  /events      → server-sent DeskStates until ready
 *     POST /reprice     RepriceRequest → RepriceAnswer           every edit
 *     POST /detail      DetailRequest → DetailAnswer             all figures of one scenario, slower
 *     POST /risk        RiskRequest → RiskAnswer                 one scenario by clt
 *     POST /demand      RepriceRequest → DemandAnswer
 *     POST /optimise    OptimiseRequest → OptimiseAnswer
 *     POST /schedule    SaveRequest → a schedule file, YAML
 *     POST /confirm     ConfirmRequest → ConfirmAnswer           a run of its own: see /api/jobs
 */
import type { CellFlag } from '../../models/pricing/cellFlag.ts'
import type { RiskChanges } from '../../models/reprice/riskChanges.ts'
import type { Repriced, Terms } from '../../models/reprice/terms.ts'
import type { Optimised } from '../../models/optimise/optimised.ts'
import type { Result, TestResult } from '../../models/result.ts'
import type { OptimiseSettings } from '../../models/study.ts'
import type { Text } from '../../models/text.ts'

/** Which of a run's books, strategies and schedules the desk looks at, by id. */
export interface CaseNames {
  readonly book: string
  readonly strategy: string
  readonly schedule: string
}

/** A populated cell. */
export interface DeskCell {
  /** Index of the cell, cellIndex; its rate is `terms.rates[index]`. */
  readonly index: number
  /** `grade|termBand|collateral`. */
  readonly cell: string
  readonly loans: number
}

/** How far the desk is. */
export type DeskState =
  | { readonly status: 'closed'; readonly choices: DeskChoices }
  | { readonly status: 'opening'; readonly done: number; readonly total: number; readonly stage: Text }
  | { readonly status: 'failed'; readonly message: string }
  | ReadyDesk

/** What can be opened. */
export interface DeskChoices {
  readonly books: readonly NamedText[]
  readonly strategies: readonly NamedText[]
  readonly schedules: readonly NamedText[]
}

export interface NamedText {
  readonly id: string
  readonly title: Text
}

export interface ReadyDesk {
  readonly status: 'ready'
  readonly names: CaseNames
  readonly choices: DeskChoices
  readonly scenarios: readonly NamedText[]
  readonly unit: Text
  readonly paths: number
  /** Terms of the schedule as run. */
  readonly today: Terms
  readonly cells: readonly DeskCell[]
  /** Answers to today's terms, to compare with. */
  readonly answers: readonly Repriced[]
  readonly optimise: OptimiseSettings
  /** Of the run that a schedule is confirmed by. */
  readonly confirmationSeed: string
  readonly hasDemand: boolean
  /** Why a part of the desk is off, by part (`risk`, `demand`), in plain words; empty when all is on. */
  readonly off: Readonly<Record<string, Text>>
}

export interface RepriceRequest {
  readonly terms: Terms
}

export interface RepriceAnswer {
  readonly answers: readonly Repriced[]
  /** Faults of single cells that do not forbid an answer: above the cap, not rising with the grade. */
  readonly flags: readonly CellFlag[]
  /** Server time. */
  readonly milliseconds: number
}

export interface DetailRequest extends RepriceRequest {
  readonly scenario: string
}

export interface DetailAnswer {
  readonly result: Omit<Result, 'selection' | 'lawOfLargeNumbers'>
}

export interface RiskRequest extends RepriceRequest {
  readonly scenario: string
  readonly risk: RiskChanges
}

export interface RiskAnswer {
  readonly answer: Repriced
  /** Paths of the answer; fidelity is `clt`. */
  readonly paths: number
  readonly milliseconds: number
}

export interface OptimiseRequest extends RepriceRequest {
  readonly settings: OptimiseSettings
}

export interface OptimiseAnswer {
  readonly optimised: Optimised
  /** Of the schedule in whole basis points, by scenario in the desk's order; null when infeasible. */
  readonly verdicts: readonly TestResult[] | null
}

export interface SaveRequest extends RepriceRequest {
  readonly title: string
}

export interface ConfirmRequest extends RepriceRequest {
  readonly title: string
  readonly risk: RiskChanges | null
}

export interface ConfirmAnswer {
  /** Id of the job: GET /api/jobs/:id. */
  readonly job: string
}
