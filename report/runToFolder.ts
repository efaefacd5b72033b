import type { Study } from '../models/study.ts'
import { runId } from '../sim/runId.ts'
import type { Checkpoints, RunResult } from '../sim/types.ts'
import { checkpointsIn } from './checkpoints.ts'
import { Interrupted } from './errors.ts'
import { type ReportData, toReportData } from './reportData.ts'
import { reportFiles } from './reportFiles.ts'
import type { Lang } from './text.ts'
import { withFolder } from './withFolder.ts'
import { writeRun } from './writeRun.ts'

interface RunToFolderOptions {
  /** Folder that holds the run folders. */
  readonly dir: string
  /** Language first shown. */
  readonly lang: Lang
  readonly signal: AbortSignal
}

/** A run that is written. */
export interface WrittenRun {
  readonly result: RunResult
  readonly data: ReportData
  /** Path of its folder. */
  readonly folder: string
}

/**
 * Runs a study and writes its folder; what an earlier, interrupted run of the study has finished is not simulated again.
 *
 * @param simulate  runs the study, with these checkpoints
 * @throws {UsageError} when the folder cannot be made or written to
 * @throws {Interrupted} saying what is kept, when the signal aborts with one
 * @throws whatever `simulate` throws
 */
export const runToFolder = (
  study: Study,
  { dir, lang, signal }: RunToFolderOptions,
  simulate: (checkpoints: Checkpoints) => Promise<RunResult>,
): Promise<WrittenRun> =>
  withFolder(dir, async () => {
    const checkpoints = checkpointsIn(dir, runId(study))
    try {
      const result = await simulate(checkpoints)
      signal.throwIfAborted()
      const data = toReportData(result)
      return { result, data, folder: await writeRun(dir, result, await reportFiles(data, lang)) }
    } catch (error) {
      const kept = checkpoints.kept()
      if (!(error instanceof Interrupted) || kept === 0) throw error
      const all = study.books.length * study.scenarios.length
      throw new Interrupted(`${kept} of ${all} simulations are finished and kept; the same command goes on from there`)
    }
  })
