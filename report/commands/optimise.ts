import { Command } from 'commander'
import type { Study } from '../../models/study.ts'
import { optimiseStudy } from '../../sim/optimise/optimiseStudy.ts'
import type { OptimisedStudy } from '../../sim/optimise/optimiseStudy.ts'
import { CheckFailed, UsageError } from '../errors.ts'
import { describeOptimised, goalName } from '../optimise/describeOptimised.ts'
import { requireNewFile, writeNewSchedule } from '../optimise/newScheduleFile.ts'
import { optimiseText } from '../optimise/optimiseText.ts'
import { ProgressBar } from '../progressBar.ts'
import { type Lang, words } from '../text.ts'
import { optimiseWords } from '../words/optimise.ts'
import { indexOf } from './indexOf.ts'
import { interruptible } from './interrupt.ts'
import * as option from './options.ts'
import { printJson } from './print.ts'
import { type SimulationOptions, addSimulationOptions, readStudyFile } from './simulation.ts'

interface OptimiseCommandOptions extends SimulationOptions {
  readonly book?: string
  readonly strategy?: string
  readonly schedule?: string
  readonly confirm?: true
  readonly outSchedule?: string
  readonly json?: true
  readonly lang: Lang
}

/** `yieldcover optimise STUDY`: the schedule nearest to today's that covers where the study says it must. */
export const optimiseCommand = (): Command =>
  addSimulationOptions(new Command('optimise'))
    .summary('the nearest schedule that covers')
    .description(
      'Simulates the scenarios of the study’s `optimise.scenarios` and finds the rates nearest to today’s that cover in all of them, within the ' +
        'limits that `optimise` sets; says what holds them back, and how other ways to the same goals compare. Exits 1 with the conflicting ' +
        'constraints where there are none.',
    )
    .option('--book <id>', 'book to look at, by default the study’s first')
    .option('--strategy <id>', 'strategy to look at, by default the study’s first')
    .option('--schedule <id>', 'schedule to start from, by default the study’s first')
    .option('--confirm', 'try the schedule found on the same book with another seed; exits 1 where it does not cover')
    .option('--out-schedule <file>', 'write the schedule found to a new YAML file')
    .addOption(option.lang())
    .option('--json', 'print JSON')
    .action((path: string, options: OptimiseCommandOptions) =>
      interruptible(async (signal) => {
        const { outSchedule, json, lang } = options
        if (outSchedule !== undefined) await requireNewFile(outSchedule)
        const study = await readStudyFile(path, options)
        const { optimised, schedule, confirmed } = await find(study, options, signal)
        const book = study.books[indexOf(study.books, options.book, '--book')]!
        const described = describeOptimised(optimised, study.scenarios, book.unit)
        if (json) printJson({ ...described, ...(confirmed && { confirmed }) })
        else console.log(optimiseText(described, confirmed, study, lang))
        if (!schedule) throw new CheckFailed(optimiseWords(lang).infeasible)
        if (outSchedule !== undefined) await writeNewSchedule(outSchedule, schedule, commandAgain(path, options, study))
        const failed = optimised.scenarios.filter((_, g) => confirmed?.[g]?.holds === false)
        const names = failed.map((goal) => goalName(goal, optimised.scenarios, study.scenarios, lang))
        if (failed.length > 0) throw new CheckFailed(optimiseWords(lang).notConfirmed(words(lang).list(names)))
      }),
    )

/** The command line that finds the same schedule again. */
function commandAgain(path: string, options: OptimiseCommandOptions, { simulation }: Study): string {
  const given = (['book', 'strategy', 'schedule', 'fidelity', 'correlation'] as const).flatMap((name) =>
    options[name] === undefined ? [] : [`--${name}`, options[name]],
  )
  const { targetError, skipBadRows } = options
  const typed = [
    ...[path, '--paths', String(simulation.paths), '--seed', simulation.seed, ...given],
    ...(targetError === undefined ? [] : ['--target-error', String(targetError)]),
    ...(skipBadRows ? ['--skip-bad-rows'] : []),
  ]
  return ['yieldcover optimise', ...typed.map((word) => (/^[\w./-]+$/.test(word) ? word : JSON.stringify(word)))].join(
    ' ',
  )
}

/** @throws {UsageError} when the study is sound and yet nothing can be found */
async function find(study: Study, options: OptimiseCommandOptions, signal: AbortSignal): Promise<OptimisedStudy> {
  const { workers, skipBadRows } = options
  const choice = {
    book: indexOf(study.books, options.book, '--book'),
    strategy: indexOf(study.strategies, options.strategy, '--strategy'),
  }
  const schedule = indexOf(study.schedules, options.schedule, '--schedule')
  const bar = new ProgressBar()
  try {
    return await optimiseStudy(study, {
      workers,
      skipBadRows,
      signal,
      choice,
      schedule,
      confirm: options.confirm,
      onProgress: bar.update,
    })
  } catch (error) {
    if (error instanceof RangeError && /^(book|strategy|goal) /.test(error.message)) throw new UsageError(error.message)
    throw error
  } finally {
    bar.stop()
  }
}
