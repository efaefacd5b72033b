import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import { EXPORTS, type ExportForm, exportRun } from '../exportRun.ts'
import { UsageError } from '../errors.ts'
import type { Lang } from '../text.ts'
import * as option from './options.ts'

interface ExportOptions {
  readonly to: ExportForm
  readonly out: string
  readonly lang: Lang
}

/** `yieldcover export RUN --to FORM`: hands on a finished run. */
export const exportCommand = (): Command =>
  new Command('export')
    .summary('hand on the report, the tables or the charts of a finished run')
    .description(
      'Writes the self-contained report (html) or its printed pages (pdf), the tables (csv, parquet) or the charts (svg, png) of a\n' +
        'finished run to a folder.',
    )
    .argument('<run>', 'run folder, or the id of a run under runs/')
    .addOption(new Option('--to <form>', 'what to write').choices([...EXPORTS]).makeOptionMandatory())
    .option('--out <dir>', 'folder to write to', '.')
    .addOption(option.lang())
    .action(async (run: string, { to, out, lang }: ExportOptions) => {
      for (const file of await exportRun(await runFolder(run), to, out, lang)) console.log(file)
    })

async function runFolder(run: string): Promise<string> {
  for (const folder of [run, join('runs', run)]) if (await exists(join(folder, 'summary.json'))) return folder
  throw new UsageError(`no finished run "${run}": neither ${run} nor ${join('runs', run)} is a run folder`)
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )
