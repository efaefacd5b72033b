import {
  BOOK_CHARTS,
  COMPARISON_CHARTS,
  ENTRY_CHARTS,
  RUN_CHARTS,
  SELECTION_CHARTS,
  VARY_CHARTS,
} from './charts/index.ts'
import type { ChartSpec } from './charts/chartSpec.ts'
import type { ReportData } from './reportData.ts'
import { shownPanels } from './shownPanels.ts'
import type { Lang } from './text.ts'

/** A chart as it may be handed on by itself. */
export interface NamedChart {
  /** Of letters, digits, dots and dashes: the chart, and for one of an entry the entry's scenario and number. */
  readonly name: string
  readonly spec: ChartSpec
}

/** Every chart of a report in one language. */
export function namedCharts(data: ReportData, lang: Lang): NamedChart[] {
  const isCompared = data.comparisons.length > 0
  const ofRun = Object.entries({
    ...(isCompared ? COMPARISON_CHARTS : { scenarioStrip: RUN_CHARTS['scenarioStrip']! }),
    ...SELECTION_CHARTS,
    ...VARY_CHARTS,
    ...BOOK_CHARTS,
  }).map(([name, chart]) => ({ name, spec: chart(data, lang) }))
  const ofEntries = shownPanels(data).flatMap((i) => {
    const entry = data.entries[i]!
    return Object.values(ENTRY_CHARTS)
      .flatMap((page) => Object.entries(page))
      .map(([name, chart]) => ({
        name: `${name}-${i + 1}-${entry.result.scenario.replace(/[^\w.-]/g, '_')}`,
        spec: chart(entry, data, lang),
      }))
  })
  return [...ofRun, ...ofEntries].flatMap(({ name, spec }) => (spec ? [{ name, spec }] : []))
}
