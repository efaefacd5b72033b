import { isDeepStrictEqual } from 'node:util'
import type { BookCheck, PathTable, Result } from '../models/result.ts'
import type { Named, Shocks, Study, Text } from '../models/study.ts'
import { type IdleLever, idleLevers } from '../scenarios/index.ts'
import type { ResultTables, RunResult } from '../sim/types.ts'
import { type Assumptions, assumptionsOf } from './assumptions.ts'
import { type RowsLeftOut, rowsLeftOut } from './rowsLeftOut.ts'
import { limitationOf } from './limitationOf.ts'
import { binWidth, histogram, type Histogram } from './histogram.ts'

/** Version of the shape of `report.json`; a file of another version is not shown. */
export const REPORT_FORMAT = 4

const BINS = 60

/** One book × strategy × schedule × scenario as the report shows it. */
export interface ReportEntry {
  /** What tells this entry from the others of the run: values of vary axes first, the scenario, each other axis with more than one value. */
  readonly label: Text
  readonly titles: Readonly<Record<'book' | 'strategy' | 'schedule' | 'scenario', Text>>
  /** The book's money unit. */
  readonly unit: Text
  readonly shocks: Shocks
  /** Shocks that change nothing here: the book or the strategy has nothing for them to act on. */
  readonly idle: readonly IdleLever[]
  /** Levers of the scenario's file that this version does not simulate. */
  readonly notSimulated: readonly string[]
  /** What of the scenario the entry leaves out; null where it is simulated as a whole. */
  readonly limitation: Text | null
  readonly result: Result
  /** Loss rates of the paths: loss ÷ opening exposure over the horizon. */
  readonly lossRates: Histogram
  readonly npl: PathTable['npl']
}

/** All that the report shows of a run, as JSON: the file `report.json` of its folder. */
export interface ReportData {
  readonly format: typeof REPORT_FORMAT
  readonly runId: string
  readonly study: Pick<Study, 'id' | 'title' | 'simulation' | 'verdict' | 'notices' | 'inputs'>
  /** Axes with more than one value, besides the scenario. */
  readonly axes: readonly string[]
  readonly entries: readonly ReportEntry[]
  readonly assumptions: Assumptions
  readonly checks: readonly BookCheck[]
  readonly rowsLeftOut: readonly RowsLeftOut[]
  /** Seconds by stage. */
  readonly timings: Readonly<Record<string, number>>
}

/** What the report needs of a finished run: figures, labels, and the paths summed up in histograms with common bins. */
export function toReportData(run: RunResult): ReportData {
  const { id, title, simulation, verdict, notices, inputs } = run.study
  const axes = varyingAxes(run.results)
  const lossRates = run.tables.map(pathLossRates)
  const width = binWidth(
    lossRates.reduce((max, rates) => rates.reduce((a, b) => Math.max(a, b), max), 0),
    BINS,
  )
  return {
    format: REPORT_FORMAT,
    runId: run.runId,
    study: { id, title, simulation, verdict, notices, inputs },
    axes,
    entries: run.tables.map((table, i) => toEntry(run.study, axes, table, histogram(lossRates[i]!, width))),
    assumptions: assumptionsOf(run.study),
    checks: run.books.flatMap((book) => book.checks),
    rowsLeftOut: rowsLeftOut(run),
    timings: run.timings,
  }
}

function toEntry(study: Study, axes: readonly string[], table: ResultTables, lossRates: Histogram): ReportEntry {
  const { result, paths } = table
  const book = itemOf(study.books, 'book', result)
  const scenario = itemOf(study.scenarios, 'scenario', result)
  const strategy = itemOf(study.strategies, 'strategy', result)
  const idle = idleLevers(book, scenario, [strategy])
  const titles = {
    book: book.title,
    strategy: strategy.title,
    schedule: itemOf(study.schedules, 'schedule', result).title,
    scenario: scenario.title,
  }
  const named = axes.filter(isNamed).map((axis) => titles[axis])
  const values = axes
    .filter((axis) => !isNamed(axis))
    .map((axis): Text => ({ en: `${shortName(axis, axes)} ${JSON.stringify(result.vary?.[axis] ?? null)}` }))
  return {
    label: joinTexts([...values, titles.scenario, ...named]),
    titles,
    unit: book.unit,
    shocks: scenario.shocks,
    idle,
    notSimulated: Object.keys(scenario.context),
    limitation: limitationOf(scenario, idle),
    result,
    lossRates,
    npl: paths.npl,
  }
}

/** Loss of each path ÷ opening exposure, which the mean in money and the mean as a rate give. */
function pathLossRates({ result, paths }: ResultTables): Float64Array {
  const meanLoss = paths.loss.reduce((sum, loss) => sum + loss, 0) / paths.loss.length
  return meanLoss > 0 ? paths.loss.map((loss) => (loss / meanLoss) * result.lossRate.mean) : paths.loss
}

const NAMED_AXES = ['book', 'strategy', 'schedule'] as const

const isNamed = (axis: string): axis is (typeof NAMED_AXES)[number] => NAMED_AXES.some((named) => named === axis)

/** The last part of a vary axis; the whole of it where another axis ends alike. */
function shortName(axis: string, axes: readonly string[]): string {
  const last = (path: string): string => path.split('.').at(-1)!
  return axes.filter((other) => last(other) === last(axis)).length === 1 ? last(axis) : axis
}

/** Axes along which the results differ, besides the scenario: book, strategy, schedule, then vary axes. */
function varyingAxes(results: readonly Result[]): string[] {
  const named = NAMED_AXES.filter((axis) => new Set(results.map((r) => r[axis])).size > 1)
  const vary = new Set(results.flatMap((result) => Object.keys(result.vary ?? {})))
  return [...named, ...vary]
}

/** The item a result names; of several with one id, which a vary study makes, the one with the result's values. */
function itemOf<T extends Named>(
  items: readonly T[],
  kind: 'book' | 'strategy' | 'schedule' | 'scenario',
  result: Result,
): T {
  const named = items.filter((item) => item.id === result[kind])
  const item =
    named.find((one) =>
      Object.entries(one.vary).every(([axis, value]) => isDeepStrictEqual(result.vary?.[axis], value)),
    ) ?? named[0]
  if (!item) throw new RangeError(`toReportData: ${kind} of a result must be in the study, got "${result[kind]}"`)
  return item
}

function joinTexts(texts: readonly Text[]): Text {
  const en = texts.map((text) => text.en).join(' · ')
  const zh = texts.map((text) => text.zh ?? text.en).join(' · ')
  return { en, zh }
}
