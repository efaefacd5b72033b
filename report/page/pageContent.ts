import type { DrawnCharts } from '../drawCharts.ts'
import type { ReportData } from '../reportData.ts'

/** What a page is made from. */
export interface PageContent {
  readonly data: ReportData
  /** Entries with charts and tables of their own, as indices. */
  readonly shown: readonly number[]
  readonly charts: DrawnCharts
}
