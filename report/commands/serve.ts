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
}

/** `yieldcover serve [DIR]`: serves the reports of finished runs. */
export const serveCommand = (): Command =>
  new Command('serve')
    .summary('serve the reports of finished runs')
    .description('Serves the reports of the finished runs of a folder to this machine, until Ctrl-C.')
    .argument('[dir]', 'folder that holds the run folders', 'runs')
    .addOption(option.port())
    .addOption(option.lang())
    .action((dir: string, options: ServeOptions) =>
      interruptible(async (signal) => {
        if (!existsSync(dir)) throw new UsageError(`no folder "${dir}": \`yieldcover run\` makes it`)
        await serveRuns(dir, { ...options, tell: console.log }, signal)
      }),
    )
