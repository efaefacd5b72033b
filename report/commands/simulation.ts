import type { Command } from 'commander'
import type { Result } from '../../models/result.ts'
import type { Fidelity, Study } from '../../models/study.ts'
import { readStudy } from '../../scenarios/index.ts'
import { runStudy } from '../../sim/runStudy.ts'
import type { Checkpoints, RunResult } from '../../sim/types.ts'
import { contextNotice } from '../contextNotice.ts'
import { ProgressBar } from '../progressBar.ts'
import { UsageError } from '../errors.ts'
import { whole } from '../format.ts'
import { reportEntries } from '../reportData.ts'
import { type RowsLeftOut, rowsLeftOut } from '../rowsLeftOut.ts'
import { words } from '../text.ts'
import * as option from './options.ts'

/** Options of the commands that simulate a study; what is not given stays as the study says. */
export interface SimulationOptions {
  readonly paths?: number
  readonly seed?: string
  readonly fidelity?: Fidelity
  readonly correlation?: 'model' | 'none'
  readonly targetError?: number
  readonly tail?: true
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
    .addOption(option.targetError())
    .addOption(option.tail())
    .addOption(option.workers())
    .addOption(option.skipBadRows())

/**
 * Reads a study, and says on stderr what of it this version does not simulate, and how many paths it takes instead of those asked for.
 *
 * @throws {InputError} with every problem of every file
 */
export async function readStudyFile(path: string, options: SimulationOptions): Promise<Study> {
  const { paths, seed, fidelity, correlation, targetError, tail } = options
  const study = await readStudy(path, { paths, seed, fidelity, correlation, targetError, tail })
  const { paths: used, replicates } = study.simulation
  if (paths !== undefined && used !== paths)
    console.error(`note: ${whole(used)} paths instead of ${whole(paths)}: as many in each of ${replicates} replicates`)
  const contexts = study.notices.map(contextNotice).filter((context) => context !== null)
  if (contexts.length > 0) console.error(contextNote(contexts.map(({ levers }) => levers)))
  for (const notice of study.notices.filter((one) => contextNotice(one) === null)) console.error(`note: ${notice}`)
  return study
}

/** What files keep as context, in one line; the first names stand for all. */
function contextNote(files: readonly (readonly string[])[]): string {
  const names = [...new Set(files.flat())]
  const some = names.slice(0, 3).join(', ') + (names.length > 3 ? ' …' : '')
  const who = files.length === 1 ? '1 file has' : `${files.length} files have`
  return `note: ${who} context that this version does not simulate (${some}); the report of a run lists it`
}

/**
 * Runs a study with a progress bar on stderr, and says there what was left out and which target error was not reached.
 *
 * @param checkpoints  where to leave what is finished, and to go on from; without, nothing is kept
 * @throws {UsageError} when the study is sound and yet nothing can be simulated, such as a book in which nobody is admitted
 * @throws the signal's reason when it aborts
 */
export async function simulate(
  study: Study,
  options: SimulationOptions,
  signal: AbortSignal,
  checkpoints?: Checkpoints,
): Promise<RunResult> {
  const { workers, skipBadRows } = options
  const bar = new ProgressBar()
  try {
    const run = await runStudy(study, { workers, skipBadRows, signal, checkpoints, onProgress: bar.update })
    bar.stop()
    for (const one of rowsLeftOut(run)) console.error(leftOutNote(one))
    for (const note of missedTargets(run)) console.error(note)
    return run
  } catch (error) {
    if (error instanceof RangeError && /^(book|strategy) /.test(error.message)) throw new UsageError(error.message)
    throw error
  } finally {
    bar.stop()
  }
}

/** Which entries are less sure than `--target-error` asks, and why. */
function missedTargets(run: RunResult): string[] {
  const reasonOf = ({ reasons }: Result): string | undefined => reasons['targetError']
  if (!run.results.some(reasonOf)) return []
  return reportEntries(run).entries.flatMap(({ label, result }) => {
    const reason = reasonOf(result)
    return reason === undefined ? [] : [`note: ${label.en}: ${reason}`]
  })
}

/** What `--skip-bad-rows` skipped, with the first reasons; notes of a run are English, like its error messages. */
const leftOutNote = ({ book, skipped, read, problems }: RowsLeftOut): string =>
  [`note: ${book.en}: ${words('en').rowsLeftOut(whole(skipped), whole(read))}`, ...problems].join('\n  ')
