import type { Command } from 'commander'
import type { Study } from '../../models/study.ts'
import { readStudy } from '../../scenarios/index.ts'
import { runStudy } from '../../sim/runStudy.ts'
import type { RunResult } from '../../sim/types.ts'
import { ProgressBar } from '../progressBar.ts'
import { UsageError } from '../errors.ts'
import { whole } from '../format.ts'
import { type RowsLeftOut, rowsLeftOut } from '../rowsLeftOut.ts'
import { words } from '../text.ts'
import * as option from './options.ts'

/** Options of the commands that simulate a study; what is not given stays as the study says. */
export interface SimulationOptions {
  readonly paths?: number
  readonly seed?: string
  readonly fidelity?: string
  readonly correlation?: 'model' | 'none'
  readonly workers?: number
  readonly skipBadRows?: boolean
}

/** Gives a command its `<study>` argument and the {@link SimulationOptions}. */
export const addSimulationOptions = (command: Command): Command =>
  command
    .argument('<study>', 'id of a shipped study, a YAML file, or the manifest.json of an earlier run')
    .addOption(option.paths())
    .addOption(option.seed())
    .addOption(option.fidelity())
    .addOption(option.correlation())
    .addOption(option.workers())
    .addOption(option.skipBadRows())

/**
 * Reads a study, and says on stderr what of it this version does not simulate.
 *
 * @throws {InputError} with every problem of every file
 */
export async function readStudyFile(path: string, options: SimulationOptions): Promise<Study> {
  const { paths, seed, fidelity, correlation } = options
  const study = await readStudy(path, { paths, seed, fidelity, correlation })
  for (const notice of study.notices) console.error(`note: ${notice}`)
  return study
}

/**
 * Runs a study with a progress bar on stderr.
 *
 * @throws {UsageError} when the study is sound and yet nothing can be simulated, such as a book in which nobody is admitted
 * @throws the signal's reason when it aborts
 */
export async function simulate(study: Study, options: SimulationOptions, signal: AbortSignal): Promise<RunResult> {
  const { workers, skipBadRows } = options
  const bar = new ProgressBar()
  try {
    const run = await runStudy(study, { workers, skipBadRows, signal, onProgress: bar.update })
    bar.stop()
    for (const one of rowsLeftOut(run)) console.error(leftOutNote(one))
    return run
  } catch (error) {
    if (error instanceof RangeError && error.message.startsWith('book ')) throw new UsageError(error.message)
    throw error
  } finally {
    bar.stop()
  }
}

/** What `--skip-bad-rows` skipped, with the first reasons; notes of a run are English, like its error messages. */
const leftOutNote = ({ book, skipped, read, problems }: RowsLeftOut): string =>
  [`note: ${book.en}: ${words('en').rowsLeftOut(whole(skipped), whole(read))}`, ...problems].join('\n  ')
