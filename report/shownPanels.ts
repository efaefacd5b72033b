import { MOST_PANELS } from './page/pages.ts'
import type { ReportData } from './reportData.ts'

/** The same where strategies are compared: what tells them apart is in the comparison. */
const MOST_COMPARED = 16

/**
 * Entries that the page shows with charts and tables, as indices: the first ones; where strategies are compared, every strategy in the
 * first scenario and the first strategy in every scenario.
 */
export function shownPanels({ entries, comparisons }: ReportData): readonly number[] {
  if (comparisons.length === 0) return entries.map((_, i) => i).slice(0, MOST_PANELS)
  const wanted = comparisons.flatMap(({ strategies }, i) => strategies.filter((_, k) => i === 0 || k === 0))
  const found = wanted.flatMap(({ entry }) => (entry === null ? [] : [entry]))
  return [...new Set(found)].sort((a, b) => a - b).slice(0, MOST_COMPARED)
}
