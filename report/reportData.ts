import type { BookCheck, PathTable, Result } from '../models/result.ts'
import type { Shocks } from '../models/scenario.ts'
import type { Schedule } from '../models/schedule.ts'
import type { Study } from '../models/study.ts'
import type { Text } from '../models/text.ts'
import { type IdleLever, idleLevers } from '../scenarios/index.ts'
import type { ResultTables, RunResult } from '../sim/types.ts'
import { type BookProfile, bookProfile } from './bookProfile.ts'
import { type Convergence, convergenceOf } from './convergence.ts'
import { type Assumptions, assumptionsOf } from './assumptions.ts'
import { type RowsLeftOut, rowsLeftOut } from './rowsLeftOut.ts'
import { type ReportComparison, reportComparisons } from './comparisons.ts'
import { type FileStories, fileStories } from './fileStories.ts'
import { firstPopulation } from './firstPopulation.ts'
import { binWidth, histogram, type Histogram } from './histogram.ts'
import { entryLabel, isScenarioNamed, itemOf, titlesOf, varied, varyingAxes, type Titles } from './labels.ts'
import { limitationOf } from './limitationOf.ts'
import { type PricedWays, pricedWays } from './pricedWays.ts'
import { type Selections, selectionsOf } from './selections.ts'

/** Version of the shape of `report.json`; a file of another version is not shown. */
export const REPORT_FORMAT = 7

const BINS = 60

/** One book × strategy × schedule × scenario as the report shows it. */
export interface ReportEntry {
  /** What tells this entry from the others of the run (labels.ts). */
  readonly label: Text
  readonly titles: Titles
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
  /** How its main figures settled as paths came in; null where a path stands for many futures. */
  readonly convergence: Convergence | null
}

/** All that the report shows of a run, as JSON: the file `report.json` of its folder. */
export interface ReportData extends ReportEntries {
  readonly format: typeof REPORT_FORMAT
  readonly runId: string
  readonly study: Pick<Study, 'id' | 'title' | 'simulation' | 'verdict' | 'notices' | 'inputs'>
  /** Strategies side by side; empty where the study has one. */
  readonly comparisons: readonly ReportComparison[]
  /** How the strategies choose; null where none does, as with a tape. */
  readonly selections: Selections | null
  /** A few files explained; null where there are none. */
  readonly files: FileStories | null
  /** Who is in the first book. */
  readonly profile: BookProfile
  /** What each way to price asks for the loans of the first book and strategy. */
  readonly ways: readonly PricedWays[]
  /** How the schedules price; those of a vary study all. */
  readonly schedules: readonly Pick<Schedule, 'title' | 'kind' | 'costs' | 'crossIncome' | 'cap'>[]
  readonly assumptions: Assumptions
  readonly checks: readonly BookCheck[]
  readonly rowsLeftOut: readonly RowsLeftOut[]
  /** Seconds by stage. */
  readonly timings: Readonly<Record<string, number>>
}

/** Entries of a run one by one, and what tells them apart. */
export interface ReportEntries {
  /** Axes with more than one value, besides the scenario. */
  readonly axes: readonly string[]
  readonly entries: readonly ReportEntry[]
}

/** What the report needs of a finished run; entries of the first population only, where strategies are compared over several. */
export function toReportData(run: RunResult): ReportData {
  const { id, title, simulation, verdict, notices, inputs } = run.study
  const shown = firstPopulation(run)
  return {
    format: REPORT_FORMAT,
    runId: run.runId,
    study: { id, title, simulation, verdict, notices, inputs },
    ...reportEntries(shown),
    comparisons: reportComparisons(run, shown.results),
    selections: selectionsOf(run),
    files: fileStories(run),
    profile: bookProfile(run.books[0]!),
    ways: pricedWays(run),
    schedules: run.study.schedules.map(({ title, vary, kind, costs, crossIncome, cap }) => ({
      title: varied(title, vary),
      kind,
      costs,
      crossIncome,
      cap,
    })),
    assumptions: assumptionsOf(run.study),
    checks: shown.books.flatMap((book) => book.checks),
    rowsLeftOut: rowsLeftOut(run),
    timings: run.timings,
  }
}

/** Every entry of a run: figures, labels, and the paths summed up in histograms with common bins. */
export function reportEntries({ study, results, tables }: RunResult): ReportEntries {
  const axes = varyingAxes(results)
  const lossRates = tables.map(pathLossRates)
  const width = binWidth(
    lossRates.reduce((max, rates) => rates.reduce((a, b) => Math.max(a, b), max), 0),
    BINS,
  )
  const hasScenario = isScenarioNamed(axes, results)
  return {
    axes,
    entries: tables.map((table, i) => {
      const titles = titlesOf(study, table.result)
      const label = entryLabel(axes, titles, table.result.vary, hasScenario)
      return toEntry(study, { label, titles }, table, lossRates[i]!, width)
    }),
  }
}

function toEntry(
  study: Study,
  names: Pick<ReportEntry, 'label' | 'titles'>,
  table: ResultTables,
  lossRates: Float64Array,
  width: number,
): ReportEntry {
  const { result, paths } = table
  const scenario = itemOf(study.scenarios, 'scenario', result)
  const book = itemOf(study.books, 'book', result)
  const idle = idleLevers(book, scenario, [itemOf(study.strategies, 'strategy', result)])
  return {
    ...names,
    unit: book.unit,
    shocks: scenario.shocks,
    idle,
    notSimulated: Object.keys(scenario.context),
    limitation: limitationOf(scenario, idle),
    result,
    lossRates: histogram(lossRates, width),
    npl: paths.npl,
    convergence: convergenceOf(table, lossRates, study.simulation.fidelity, study.verdict.confidence),
  }
}

/** Loss of each path ÷ opening exposure, which the mean in money and the mean as a rate give. */
function pathLossRates({ result, paths }: ResultTables): Float64Array {
  const meanLoss = paths.loss.reduce((sum, loss) => sum + loss, 0) / paths.loss.length
  return meanLoss > 0 ? paths.loss.map((loss) => (loss / meanLoss) * result.lossRate.mean) : paths.loss
}
