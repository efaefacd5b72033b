/** What a run returns and takes. */
import type { BookCheck, Comparison, PathTable, Result } from '../models/result.ts'
import type { Book } from '../models/book.ts'
import type { Strategy } from '../models/strategy.ts'
import type { Study } from '../models/study.ts'
import type { Text } from '../models/text.ts'
import type { Firms, Loans } from '../models/types.ts'
import type { ExampleFile } from './exampleFiles.ts'
import type { WaysToPrice } from './waysToPrice.ts'

/** How far a run has come. */
export interface Progress {
  /** What is being done: title of the book or the scenario. */
  readonly stage: Text
  /**
   * Firms drawn of a book, path × scenario simulations, or groups of checks: finished and in all. A target error may add to the paths
   * on the way.
   */
  readonly unit: 'firms' | 'paths' | 'groups' | 'shocks'
  readonly done: number
  /** 0 while it is not known. */
  readonly total: number
}

/** Where a run leaves what it has finished, so that the same run can go on from there after an interruption. */
export interface Checkpoints {
  /** What a run of the same study has finished under a key; null when it has not. */
  readonly load: (key: string) => Promise<readonly ResultTables[] | null>
  readonly save: (key: string, tables: readonly ResultTables[]) => Promise<void>
}

export interface RunOptions {
  /** Worker threads; default the machine's cores, at most 8. Never changes a figure. */
  readonly workers?: number
  readonly onProgress?: (progress: Progress) => void
  /** Aborts between work units; runStudy rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /** Skip a tape's bad rows and say so, instead of refusing the tape. */
  readonly skipBadRows?: boolean
  /** One is kept for every book × scenario; without, an interrupted run starts over. Never changes a figure. */
  readonly checkpoints?: Checkpoints
}

/** One finished entry with its tables. */
export interface ResultTables {
  readonly result: Result
  readonly paths: PathTable
  /** Headline figures by replicate, linearised: their mean is the figure and their standard deviation ÷ √R its standard error. */
  readonly replicates: Readonly<Record<string, Float64Array>>
}

/** One book as used: its firms, and the loans of each strategy. */
export interface BookRun {
  readonly book: Book
  readonly firms: Firms
  /** In the order of the study's strategies, of which several may have one id in a vary study. */
  readonly loans: readonly { readonly strategy: Strategy; readonly loans: Loans }[]
  readonly checks: readonly BookCheck[]
  /** Upper edges of grades 1..9 in assigned PD. */
  readonly masterScale: readonly number[]
}

export interface RunResult {
  readonly runId: string
  readonly study: Study
  /** Master scales, calibrated PD curves, stratification direction, tape rows skipped: what the run worked out and a reader may ask for. */
  readonly derived: Readonly<Record<string, unknown>>
  readonly results: readonly Result[]
  readonly tables: readonly ResultTables[]
  readonly comparisons: readonly Comparison[]
  readonly books: readonly BookRun[]
  /** Files of the first book that show how its first strategy decides; none for a tape. */
  readonly examples: readonly ExampleFile[]
  /** What each way to price asks for the loans of the first book and strategy, by schedule. */
  readonly ways: readonly WaysToPrice[]
  /** Seconds by stage. */
  readonly timings: Readonly<Record<string, number>>
}
