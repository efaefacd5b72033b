import { Command, Option } from 'commander'
import { MEASURES } from '../../models/judge/coverage.ts'
import type { Measure } from '../../models/judge/coverage.ts'
import type { Study } from '../../models/study.ts'
import { suggest } from '../../scenarios/index.ts'
import { simulateCases } from '../../sim/cases.ts'
import type { Reversal } from '../../sim/reverse/reversal.ts'
import { reverse, reverseAll } from '../../sim/reverse/reverse.ts'
import { SHOCK_IDS } from '../../sim/reverse/shocks/index.ts'
import type { ShockId } from '../../sim/reverse/shocks/index.ts'
import { UsageError } from '../errors.ts'
import { ProgressBar } from '../progressBar.ts'
import { reasonText } from '../reverse/describeReversal.ts'
import { reverseText } from '../reverse/reverseText.ts'
import type { Lang } from '../text.ts'
import { reverseWords } from '../words/reverse.ts'
import { indexOf } from './indexOf.ts'
import { interruptible } from './interrupt.ts'
import * as option from './options.ts'
import { printJson } from './print.ts'
import { readStudyFile } from './simulation.ts'

interface ReverseCommandOptions {
  readonly shock: string
  readonly scenario?: string
  readonly measure: Measure
  readonly level?: number
  readonly book?: string
  readonly strategy?: string
  readonly schedule?: string
  readonly paths?: number
  readonly seed?: string
  readonly correlation?: 'model' | 'none'
  readonly workers?: number
  readonly skipBadRows?: boolean
  readonly lang: Lang
  readonly json?: true
}

const ALL = 'all'

/** `yieldcover reverse STUDY --shock S`: the size of a shock at which coverage is lost. */
export const reverseCommand = (): Command =>
  new Command('reverse')
    .summary('the size of a shock at which coverage is lost')
    .description(
      'Finds the size of a shock, the same in all years and on top of a scenario, at which coverage is at a level: the ratio is searched for on ' +
        'means given the factors, the probability on their distributions, and the size found is held once against drawn defaults.',
    )
    .argument('<study>', 'id of a shipped study, a YAML file, or the manifest.json of an earlier run')
    .requiredOption('--shock <name>', `${SHOCK_IDS.join(', ')}; or ${ALL}`)
    .option('--scenario <id>', 'scenario that it comes on top of, by default the study’s first')
    .addOption(new Option('--measure <kind>', 'what coverage is measured by').choices([...MEASURES]).default('ratio'))
    .addOption(option.level())
    .option('--book <id>', 'book to look at, by default the study’s first')
    .option('--strategy <id>', 'strategy to look at, by default the study’s first')
    .option('--schedule <id>', 'schedule to look at, by default the study’s first')
    .addOption(option.paths())
    .addOption(option.seed())
    .addOption(option.correlation())
    .addOption(option.workers())
    .addOption(option.skipBadRows())
    .addOption(option.lang())
    .option('--json', 'print JSON')
    .action((path: string, options: ReverseCommandOptions) =>
      interruptible(async (signal) => {
        const { json, lang, measure, level, correlation, paths, seed } = options
        const shocks = shocksOf(options.shock)
        if (measure === 'probability' && level !== undefined && !(level < 1))
          throw new UsageError(`--level: must be < 1 for a probability, got ${level}`)
        const study = await readStudyFile(path, { correlation, paths, seed })
        const reversals = await find(study, shocks, options, signal)
        if (!json) {
          const scenario = study.scenarios[indexOf(study.scenarios, options.scenario, '--scenario')]!
          console.log(reverseText(reversals, scenario, study.simulation.paths, lang))
        } else printJson(shocks === ALL ? reversals.map(toJson) : toJson(reversals[0]!))
      }),
    )

function shocksOf(name: string): ShockId | typeof ALL {
  if (name === ALL) return ALL
  const known = SHOCK_IDS.find((id) => id === name)
  if (!known) throw new UsageError(`--shock: unknown shock "${name}"${suggest(name, [...SHOCK_IDS, ALL])}`)
  return known
}

/** @throws {UsageError} when the study is sound and yet the shock cannot be looked for in it */
async function find(
  study: Study,
  shock: ShockId | typeof ALL,
  options: ReverseCommandOptions,
  signal: AbortSignal,
): Promise<readonly Reversal[]> {
  const { workers, skipBadRows, measure, level } = options
  const choice = {
    book: indexOf(study.books, options.book, '--book'),
    strategy: indexOf(study.strategies, options.strategy, '--strategy'),
  }
  const schedule = study.schedules[indexOf(study.schedules, options.schedule, '--schedule')]!
  const scenario = study.scenarios[indexOf(study.scenarios, options.scenario, '--scenario')]!
  const bar = new ProgressBar()
  const total = shock === ALL ? SHOCK_IDS.length : 1
  const onSize = (id: ShockId): void => {
    const done = shock === ALL ? SHOCK_IDS.indexOf(id) : 0
    bar.update({ stage: { en: reverseWords('en').shocks[id] }, unit: 'shocks', done, total })
  }
  try {
    const cases = await simulateCases(study, {
      workers,
      skipBadRows,
      signal,
      choice,
      scenarios: [],
      onProgress: bar.update,
    })
    try {
      const asked = { scenario, measure, level, onSize }
      return shock === ALL ? await reverseAll(cases, schedule, asked) : [await reverse(cases, schedule, shock, asked)]
    } finally {
      await cases.close()
    }
  } catch (error) {
    if (error instanceof RangeError && /^(book|strategy|shock) /.test(error.message))
      throw new UsageError(error.message)
    throw error
  } finally {
    bar.stop()
  }
}

/** As the command line's contract names it; `reason` says why there is no root. */
function toJson(reversal: Reversal): object {
  const { shock, scenario, measure, level, root, standardError, confirmed, fidelity, reason } = reversal
  return {
    shock,
    scenario,
    measure,
    level,
    root,
    standardError,
    confirmed,
    fidelity,
    ...(reason && { reason: reasonText(reason, reversal, 'en') }),
  }
}
