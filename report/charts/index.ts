/** The charts of the report. To add one: a file that exports its function, and a line here. */
import type { ReportData, ReportEntry } from '../reportData.ts'
import type { Lang } from '../text.ts'
import type { ChartSpec } from './chartSpec.ts'
import { alarmLead } from './alarmLead.ts'
import { bookProfile } from './bookProfile.ts'
import { calibrationByGrade } from './calibrationByGrade.ts'
import { cellContributions } from './cellContributions.ts'
import { convergence } from './convergence.ts'
import { coverageByGrade } from './coverageByGrade.ts'
import { coverageBySize } from './coverageBySize.ts'
import { cutOffFrontier } from './cutOffFrontier.ts'
import { demandCurve } from './demandCurve.ts'
import { lossDistribution } from './lossDistribution.ts'
import { lossVolatilityBySize } from './lossVolatilityBySize.ts'
import { nplPath } from './nplPath.ts'
import { offeredRequiredHeatMap } from './offeredRequiredHeatMap.ts'
import { pairedDifferences } from './pairedDifferences.ts'
import { roc } from './roc.ts'
import { scenarioStrip, scenarioStripNarrow } from './scenarioStrip.ts'
import { sectorContributions } from './sectorContributions.ts'
import { shockFrontier } from './shockFrontier.ts'
import { shockHeatMap } from './shockHeatMap.ts'
import { strategyCoverage } from './strategyCoverage.ts'
import { tornado } from './tornado.ts'
import { yieldWaterfall } from './yieldWaterfall.ts'

/** A chart of the whole run. Its title states what it shows. */
type RunChart = (data: ReportData, lang: Lang) => ChartSpec
/** The same, null where the run has nothing to show. */
type PartialRunChart = (data: ReportData, lang: Lang) => ChartSpec | null
/** A chart of one entry; the run gives the scales that all entries share. Null where the entry has nothing to show. */
type EntryChart = (entry: ReportEntry, data: ReportData, lang: Lang) => ChartSpec | null

export const RUN_CHARTS: Readonly<Record<string, RunChart>> = { scenarioStrip, scenarioStripNarrow }

/** Strategies side by side. */
export const COMPARISON_CHARTS: Readonly<Record<string, PartialRunChart>> = { strategyCoverage, pairedDifferences }

/** Who is in the book. */
export const BOOK_CHARTS: Readonly<Record<string, RunChart>> = { bookProfile }

/** Cases that differ in one or two values. */
export const VARY_CHARTS: Readonly<Record<string, PartialRunChart>> = { tornado, shockHeatMap, shockFrontier }

/** How strategies choose. */
export const SELECTION_CHARTS: Readonly<Record<string, PartialRunChart>> = {
  cutOffFrontier,
  roc,
  calibrationByGrade,
  alarmLead,
}

/** Charts of one entry by the page they stand on, in its order. */
export const ENTRY_CHARTS = {
  verdict: { yieldWaterfall, coverageByGrade, offeredRequiredHeatMap, demandCurve },
  losses: { lossDistribution, convergence, sectorContributions, cellContributions },
  law: { lossVolatilityBySize, coverageBySize },
  stress: { nplPath },
} satisfies Readonly<Record<string, Readonly<Record<string, EntryChart>>>> as Readonly<
  Record<'verdict' | 'losses' | 'law' | 'stress', Readonly<Record<string, EntryChart>>>
>
