import { share } from '../format.ts'
import type { ReportData, ReportEntry } from '../reportData.ts'
import { MOST_PARTS, leadingPart, riskParts } from '../riskParts.ts'
import { type Lang, words } from '../text.ts'
import type { ChartSpec } from './chartSpec.ts'
import { contributionBars } from './contributionBars.ts'

/** Shares of the heaviest cells in the risk of the book; null where nothing is lost. */
export function cellContributions({ result }: ReportEntry, _data: ReportData, lang: Lang): ChartSpec | null {
  const text = words(lang).contributions
  const parts = riskParts(result, 'cell')
  const shown = parts.slice(0, MOST_PARTS)
  const [first] = shown
  if (!first || leadingPart(first).share === 0) return null
  const together = shown.reduce((sum, part) => sum + leadingPart(part).share, 0)
  const sentence = first.expectedShortfall99 ? text.cells : text.cellsSwing
  return contributionBars(shown, 'cell', sentence(shown.length, parts.length, share(together)), lang)
}
