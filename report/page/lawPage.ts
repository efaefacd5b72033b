import { blocks } from './bilingual.ts'
import { lawSection } from './lawSection.ts'
import type { Markup } from './markup.ts'
import type { PageContent } from './pageContent.ts'

/** How far the law of large numbers carries; null where no entry studied it. */
export function lawPage({ data, shown, charts }: PageContent): readonly Markup[] | null {
  const studied = shown.filter((i) => data.entries[i]!.result.lawOfLargeNumbers)
  if (studied.length === 0) return null
  return blocks((lang) =>
    lawSection(
      studied.map((i) => ({ entry: data.entries[i]!, charts: Object.values(charts.entries.law.get(i)![lang]) })),
      data.entries.length > 1,
      lang,
    ),
  )
}
