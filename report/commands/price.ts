import Table from 'cli-table3'
import { Command, Option } from 'commander'
import { crossSubsidy } from '../../models/pricing/crossSubsidy.ts'
import type { Study } from '../../models/study.ts'
import type { Text } from '../../models/text.ts'
import { explainStudy } from '../../sim/explainStudy.ts'
import { type WaysToPrice, waysToPriceOf } from '../../sim/waysToPrice.ts'
import { UsageError } from '../errors.ts'
import { fileText } from '../fileText.ts'
import { priceTable } from '../priceTable.ts'
import { pricedLabel } from '../pricedWays.ts'
import { type ReportEntries, type ReportEntry, reportEntries } from '../reportData.ts'
import { standardError } from '../standardError.ts'
import { type Lang, inLang } from '../text.ts'
import { waysFinding, waysNotes, waysTable } from '../waysTable.ts'
import { interruptible } from './interrupt.ts'
import * as option from './options.ts'
import { priceDemand } from './priceDemand.ts'
import { PLAIN, printJson } from './print.ts'
import { type SimulationOptions, addSimulationOptions, readStudyFile, simulate } from './simulation.ts'

interface PriceOptions extends SimulationOptions {
  readonly json?: boolean
  readonly explain?: string
  readonly kinds?: boolean
  readonly demand?: boolean
  readonly probability?: number
  readonly lang: Lang
}

/** `yieldcover price STUDY`: offered, floor and required rate of every cell in every scenario. */
export const priceCommand = (): Command =>
  addSimulationOptions(new Command('price'))
    .summary('offered, floor and required rate by cell')
    .description(
      'Runs a study, writes nothing, and prints for every scenario the offered, floor and required rate of each cell, which cells pay\n' +
        'for which, and by how much all rates would have to move to be just covered.',
    )
    .addOption(option.lang())
    .addOption(option.probability())
    .addOption(
      new Option('--explain <firm>', 'instead, why each strategy decides on a firm as it does and why at this rate'),
    )
    .addOption(
      new Option('--kinds', 'instead, what each way to price asks for the same loans; nothing is simulated').conflicts(
        'explain',
      ),
    )
    .addOption(
      new Option(
        '--demand',
        'instead, who takes the loans at other rates and what that earns, by the demand of the study or else the default',
      ).conflicts(['explain', 'kinds', 'probability']),
    )
    .option('--json', 'print JSON')
    .action((path: string, options: PriceOptions) =>
      interruptible(async (signal) => {
        const study = withLevel(await readStudyFile(path, options), options.probability)
        if (options.explain !== undefined) await explain(study, options.explain, options, signal)
        else if (options.kinds) await compareKinds(study, options, signal)
        else if (options.demand) await priceDemand(study, options, signal)
        else await price(study, options, signal)
      }),
    )

/** A study that asks for another coverage probability. */
const withLevel = (study: Study, coverageProbability = study.verdict.coverageProbability): Study => ({
  ...study,
  verdict: { ...study.verdict, coverageProbability },
})

async function price(study: Study, options: PriceOptions, signal: AbortSignal): Promise<void> {
  const data = reportEntries(await simulate(study, options, signal))
  const level = study.verdict.coverageProbability
  if (options.json) printJson(data.entries.map((entry) => toPrices(data, entry, level)))
  else console.log(data.entries.map((entry) => priceTable(entry, level, options.lang)).join('\n\n'))
}

/** Why each strategy lends to a firm of the first book, or does not; nothing is simulated. */
async function explain(study: Study, firm: string, { json, lang }: PriceOptions, signal: AbortSignal): Promise<void> {
  const [book] = study.books
  const files = await explainStudy(study, firm, { signal }).catch((error: unknown) => {
    throw error instanceof RangeError ? new UsageError(error.message) : error
  })
  const titleOf = (id: string): Text => study.strategies.find((strategy) => strategy.id === id)!.title
  if (json) printJson(files)
  else console.log(files.map((file) => fileText(file, titleOf(file.strategy), book!.unit, lang)).join('\n\n'))
}

/** What each way to price asks for the loans of the first book; nothing is simulated. */
async function compareKinds(
  study: Study,
  { json, lang, skipBadRows = false }: PriceOptions,
  signal: AbortSignal,
): Promise<void> {
  const ways = await waysToPriceOf(study, { signal, skipBadRows }).catch((error: unknown) => {
    throw error instanceof RangeError ? new UsageError(error.message) : error
  })
  if (json) printJson(ways)
  else console.log(ways.map((one) => kindsTable(study, one, lang)).join('\n\n'))
}

function kindsTable(study: Study, ways: WaysToPrice, lang: Lang): string {
  const { head, rows } = waysTable(ways, lang)
  const heads = head.map(({ name, note = '' }) => `${name}\n${note}`.trimEnd())
  const table = new Table({ ...PLAIN, head: heads, colAligns: head.map((_, i) => (i === 0 ? 'left' : 'right')) })
  table.push(...rows)
  return [
    inLang(pricedLabel(study, ways), lang),
    waysFinding(ways, lang),
    table.toString(),
    ...waysNotes(ways, lang),
  ].join('\n')
}

/**
 * An entry by its scenario, and by book, strategy, schedule and vary values where these differ within the run.
 *
 * @param level  coverage probability of the shift
 */
function toPrices({ axes }: ReportEntries, { result }: ReportEntry, level: number): object {
  const named = (['book', 'strategy', 'schedule'] as const).filter((axis) => axes.includes(axis))
  const errorOf = (path: string): number | null => standardError(result, path)
  return {
    scenario: result.scenario,
    ...Object.fromEntries(named.map((axis) => [axis, result[axis]])),
    ...(result.vary && { vary: result.vary }),
    cells: result.cells.map(({ cell, offeredRate, floorRate, requiredRate, gap }) => ({
      cell,
      offeredRate,
      floorRate,
      requiredRate,
      gap,
    })),
    parallelShift: { ...result.parallelShift, level },
    crossSubsidy: crossSubsidy(result.cells),
    standardErrors: {
      cells: result.cells.map(({ cell }, i) => ({
        cell,
        requiredRate: errorOf(`cells.${i}.requiredRate`),
        gap: errorOf(`cells.${i}.gap`),
      })),
      parallelShift: { ratio: errorOf('parallelShift.ratio'), probability: errorOf('parallelShift.probability') },
    },
    reasons: Object.fromEntries(
      Object.entries(result.reasons).filter(([path]) => /^(cells|parallelShift)\./.test(path)),
    ),
  }
}
