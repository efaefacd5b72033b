import type { Study } from '../models/study.ts'
import type { FactorSpace } from './engine/factors.ts'
import type { Pool } from './engine/pool.ts'
import type { PathProgress } from './pathProgress.ts'
import type { Stopwatch } from './stopwatch.ts'

/** What the simulations of a run share. */
export interface RunContext {
  readonly study: Study
  readonly factors: FactorSpace
  readonly pool: Pool
  readonly watch: Stopwatch
  readonly progress: PathProgress
  readonly signal: AbortSignal | undefined
}
