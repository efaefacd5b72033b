import { capitalised, share } from '../format.ts'
import type { ReportData, ReportEntry } from '../reportData.ts'
import { MOST_PARTS, leadingPart, partName, riskParts } from '../riskParts.ts'
import { type Lang, words } from '../text.ts'
import type { ChartSpec } from './chartSpec.ts'
import { contributionBars } from './contributionBars.ts'

/** Share of each sector in the risk of the book; null for a book without sectors or losses. */
export function sectorContributions({ result }: ReportEntry, _data: ReportData, lang: Lang): ChartSpec | null {
  const text = words(lang).contributions
  const parts = riskParts(result, 'sector')
  const [first] = parts
  if (!first || leadingPart(first).share === 0) return null
  const sentence = first.expectedShortfall99 ? text.sector : text.sectorSwing
  const title = sentence(capitalised(partName('sector', first.key, lang)), share(leadingPart(first).share))
  return contributionBars(parts.slice(0, MOST_PARTS), 'sector', title, lang)
}
