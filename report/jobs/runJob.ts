import { readStudy } from '../../scenarios/index.ts'
import type { Study } from '../../models/study.ts'
import { runStudy } from '../../sim/runStudy.ts'
import type { Progress } from '../../sim/types.ts'
import { atMostEvery } from '../atMostEvery.ts'
import { Interrupted } from '../errors.ts'
import { runToFolder } from '../runToFolder.ts'
import { confirmedStudy } from './confirmedStudy.ts'
import type { JobReport, JobSource, JobTask } from './job.ts'

/** Least time between two reports of progress, milliseconds. */
const PROGRESS_EVERY = 100

/**
 * A job's life in a process of its own: take the task, run it, tell how far it is and how it ended. It stops, keeping what is finished,
 * when it is told to or when the server is gone.
 */
export function runJob(): void {
  const stopped = new AbortController()
  process.once('disconnect', () => stopped.abort(new Interrupted()))
  // Ctrl-C in a terminal reaches every process of the group; the server decides what becomes of its jobs.
  process.on('SIGINT', () => undefined)
  process.once('message', (task: JobTask) => {
    void work(task, stopped.signal)
      .catch((error: unknown): JobReport => ({
        kind: 'failed',
        message: error instanceof Error ? error.message : String(error),
      }))
      .then((report) => {
        tell(report, () => process.disconnect())
      })
  })
}

/** Does nothing when the server is gone. */
function tell(report: JobReport, told: () => void = () => undefined): void {
  if (process.connected)
    process.send!(report, (error: Error | null) => {
      if (error === null) told()
    })
}

async function work({ source, dir, lang, workers }: JobTask, signal: AbortSignal): Promise<JobReport> {
  const study = await studyOf(source)
  const onProgress = atMostEvery(PROGRESS_EVERY, (progress: Progress) => {
    tell({ kind: 'progress', progress })
  })
  const { result } = await runToFolder(study, { dir, lang, signal }, (checkpoints) =>
    runStudy(study, {
      signal,
      checkpoints,
      onProgress,
      // The run that is confirmed was finished, so its bad rows, if there were any, were left out.
      skipBadRows: source.kind === 'confirm',
      ...(workers !== null && { workers }),
    }),
  )
  return { kind: 'done', runId: result.runId }
}

async function studyOf(source: JobSource): Promise<Study> {
  if (source.kind === 'confirm') return confirmedStudy(await readStudy(source.manifest), source)
  const { path, paths, seed } = source
  return readStudy(path, { ...(paths !== undefined && { paths }), ...(seed !== undefined && { seed }) })
}
