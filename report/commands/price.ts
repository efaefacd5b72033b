import Table from 'cli-table3'
import { Command, Option } from 'commander'
import type { Study, Text } from '../../models/study.ts'
import { explainStudy } from '../../sim/explainStudy.ts'
import { cellName } from '../cellName.ts'
import { UsageError } from '../errors.ts'
import { fileText } from '../fileText.ts'
import { basisPoints, percent, whole } from '../format.ts'
import { GLOSSARY } from '../glossary.ts'
import { type ReportEntries, type ReportEntry, reportEntries } from '../reportData.ts'
import { type Lang, inLang, words } from '../text.ts'
import { interruptible } from './interrupt.ts'
import * as option from './options.ts'
import { priceDemand } from './priceDemand.ts'
import { PLAIN, printJson } from './print.ts'
import { type SimulationOptions, addSimulationOptions, readStudyFile, simulate } from './simulation.ts'

interface PriceOptions extends SimulationOptions {
  readonly json?: boolean
  readonly explain?: string
  readonly demand?: boolean
  readonly lang: Lang
}

/** `yieldcover price STUDY`: offered, floor and required rate of every cell in every scenario. */
export const priceCommand = (): Command =>
  addSimulationOptions(new Command('price'))
    .summary('offered, floor and required rate by cell')
    .description(
      'Runs a study, writes nothing, and prints for every scenario the offered, floor and required rate of each cell.',
    )
    .addOption(option.lang())
    .option('--explain <firm>', 'instead, why each strategy decides on a firm as it does and why at this rate')
    .addOption(
      new Option(
        '--demand',
        'instead, who takes the loans at other rates and what that earns, by the demand of the study or else the default',
      ).conflicts('explain'),
    )
    .option('--json', 'print JSON')
    .action((path: string, options: PriceOptions) =>
      interruptible(async (signal) => {
        const study = await readStudyFile(path, options)
        if (options.explain !== undefined) {
          await explain(study, options.explain, options, signal)
          return
        }
        if (options.demand) {
          await priceDemand(study, options, signal)
          return
        }
        const data = reportEntries(await simulate(study, options, signal))
        if (options.json) printJson(data.entries.map((entry) => toPrices(data, entry)))
        else console.log(data.entries.map((entry) => priceTable(entry, options.lang)).join('\n\n'))
      }),
    )

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

/** An entry by its scenario, and by book, strategy, schedule and vary values where these differ within the run. */
function toPrices({ axes }: ReportEntries, { result }: ReportEntry): object {
  const named = (['book', 'strategy', 'schedule'] as const).filter((axis) => axes.includes(axis))
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
  }
}

function priceTable({ label, result }: ReportEntry, lang: Lang): string {
  const table = new Table({
    ...PLAIN,
    head: [
      GLOSSARY.cell[lang].name,
      words(lang).loans,
      ...(['offeredRate', 'floorRate', 'requiredRate', 'gap'] as const).map((figure) => GLOSSARY[figure][lang].name),
    ],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right'],
  })
  for (const { cell, loans, offeredRate, floorRate, requiredRate, gap } of result.cells)
    table.push([
      cellName(cell, lang),
      whole(loans),
      percent(offeredRate),
      percent(floorRate),
      percent(requiredRate),
      basisPoints(gap),
    ])
  return `${inLang(label, lang)}\n${table.toString()}`
}
