import { existsSync } from 'node:fs'
import { Command } from 'commander'
import type { Lang } from '../text.ts'
import { UsageError } from '../errors.ts'
import { interruptible } from './interrupt.ts'
import * as option from './options.ts'
import { serveRuns } from './serveRuns.ts'

interface ServeOptions {
  readonly port?: number
  readonly lang: Lang
  readonly study?: readonly string[]
  readonly workers?: number
  readonly log?: true
}

/** `yieldcover serve [DIR]`: serves the reports of finished runs. */
export const serveCommand = (): Command =>
  new Command('serve')
    .summary('serve finished runs, their pricing desk, and new runs')
    .description(
      'Serves the finished runs of a folder to this machine until Ctrl-C: their reports, the desk on which their rates are tried, and a\n' +
        'page that starts new runs.',
    )
    .argument('[dir]', 'folder that holds the run folders', 'runs')
    .addOption(option.port())
    .addOption(option.lang())
    .addOption(option.workers())
    .option('--study <file>', 'a study of one’s own that the page may start; may be repeated', collect)
    .option('--log', 'a line on stderr for every request')
    .action((dir: string, options: ServeOptions) =>
      interruptible(async (signal) => {
        if (!existsSync(dir)) throw new UsageError(`no folder "${dir}": \`yieldcover run\` makes it`)
        const { study: studies = [], log, ...others } = options
        await serveRuns(dir, { ...others, studies, tell: console.log, ...(log && { log: console.error }) }, signal)
      }),
    )

const collect = (file: string, before: readonly string[] = []): readonly string[] => [...before, file]
