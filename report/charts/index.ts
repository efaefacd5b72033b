/** The charts of the report. To add one: a file that exports its function, and a line here. */
import type { ReportData, ReportEntry } from '../reportData.ts'
import type { Lang } from '../text.ts'
import type { ChartSpec } from './chartSpec.ts'
import { coverageByGrade } from './coverageByGrade.ts'
import { lossDistribution } from './lossDistribution.ts'
import { nplPath } from './nplPath.ts'
import { offeredRequiredHeatMap } from './offeredRequiredHeatMap.ts'
import { scenarioStrip, scenarioStripNarrow } from './scenarioStrip.ts'
import { yieldWaterfall } from './yieldWaterfall.ts'

/** A chart of the whole run. Its title states what it shows. */
type RunChart = (data: ReportData, lang: Lang) => ChartSpec
/** A chart of one entry; the run gives the scales that all entries share. */
type EntryChart = (entry: ReportEntry, data: ReportData, lang: Lang) => ChartSpec

export const RUN_CHARTS: Readonly<Record<string, RunChart>> = { scenarioStrip, scenarioStripNarrow }

/** In the order of the page. */
export const ENTRY_CHARTS: Readonly<Record<string, EntryChart>> = {
  yieldWaterfall,
  lossDistribution,
  coverageByGrade,
  nplPath,
  offeredRequiredHeatMap,
}
