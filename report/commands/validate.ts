import Table from 'cli-table3'
import { Command } from 'commander'
import { type Check, validate } from '../../sim/validate/validate.ts'
import { CheckFailed } from '../errors.ts'
import { ProgressBar } from '../progressBar.ts'
import { interruptible } from './interrupt.ts'
import * as option from './options.ts'
import { PLAIN, printJson } from './print.ts'

interface ValidateOptions {
  readonly workers?: number
  readonly json?: boolean
}

/** `yieldcover validate`: formulas and engine against published and exact figures. */
export const validateCommand = (): Command =>
  new Command('validate')
    .summary('reproduce published and exact figures')
    .description(
      'Holds the formulas and the simulation against published and exactly computed figures, prints a row a figure, and exits with 1\n' +
        'when any misses. Figures are decimals (.0406 is 4.06 %), money or counts. A published figure may differ by half a unit of its\n' +
        'last digit, two exact methods by 1e-9 of the figure, a simulated one by 4 of its standard errors.',
    )
    .addOption(option.workers())
    .option('--json', 'print JSON')
    .action(({ workers, json }: ValidateOptions) =>
      interruptible(async (signal) => {
        const checks = await withProgress((onProgress) => validate({ workers, onProgress, signal }))
        if (json) printJson(checks)
        else console.log(checkTable(checks))
        const missed = checks.filter(({ pass }) => !pass)
        if (missed.length > 0) throw new CheckFailed(`missed: ${missed.length} of ${checks.length}`)
        if (!json) console.log(`all ${checks.length} agree`)
      }),
    )

async function withProgress<T>(task: (onProgress: ProgressBar['update']) => Promise<T>): Promise<T> {
  const bar = new ProgressBar()
  try {
    return await task(bar.update)
  } finally {
    bar.stop()
  }
}

function checkTable(checks: readonly Check[]): string {
  const table = new Table({
    ...PLAIN,
    head: ['Check', 'Source', 'Expected', 'Actual', 'Tolerance', ''],
    colAligns: ['left', 'left', 'right', 'right', 'right', 'left'],
    // wrapped, or the table is too wide for most terminals
    colWidths: [66, 44],
    wordWrap: true,
  })
  for (const { name, source, expected, actual, tolerance, pass } of checks)
    table.push([
      name,
      source,
      figure(expected, tolerance),
      figure(actual, tolerance),
      tolerance === null ? '–' : tolerance.toPrecision(2),
      pass ? 'ok' : 'MISSED',
    ])
  return table.toString()
}

/** A figure with a digit more than its tolerance can tell apart. */
function figure(value: number | null, tolerance: number | null): string {
  if (value === null || !Number.isFinite(value)) return '–'
  const decimals = tolerance !== null && tolerance > 0 ? Math.ceil(-Math.log10(tolerance)) + 1 : 15
  return value.toFixed(Math.min(15, Math.max(0, decimals)))
}
