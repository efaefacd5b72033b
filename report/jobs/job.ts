/** A run that the server was asked for. */
import type { Terms } from '../../models/reprice/terms.ts'
import type { RiskChanges } from '../../models/reprice/riskChanges.ts'
import type { Text } from '../../models/text.ts'
import type { Progress } from '../../sim/types.ts'
import type { Lang } from '../text.ts'

/** As the page sees it. */
export interface Job {
  readonly id: string
  readonly title: Text
  /** ISO 8601. */
  readonly created: string
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  /** Null until the work has begun. */
  readonly progress: Progress | null
  /** Of the finished run; null until then. */
  readonly runId: string | null
  /** Why it failed. */
  readonly message: string | null
}

/** Whether a job has come to its end, one way or another. */
export const isOver = ({ state }: Job): boolean => state !== 'queued' && state !== 'running'

/** What is to be run. */
export type JobSource =
  | { readonly kind: 'study'; readonly path: string; readonly paths?: number; readonly seed?: string }
  | {
      readonly kind: 'confirm'
      /** Of the run whose study it is. */
      readonly manifest: string
      readonly schedule: string
      readonly title: string
      readonly terms: Terms
      readonly risk: RiskChanges | null
    }

/** What the process that runs a job is told, once. */
export interface JobTask {
  readonly source: JobSource
  /** Folder that holds the run folders. */
  readonly dir: string
  /** Language of the stored page. */
  readonly lang: Lang
  readonly workers: number | null
}

/** What that process tells. */
export type JobReport =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly runId: string }
  | { readonly kind: 'failed'; readonly message: string }
