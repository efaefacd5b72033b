import { words } from '../text.ts'
import { blocks } from './bilingual.ts'
import { comparisonHead, comparisonTabs } from './comparisonSection.ts'
import { type Markup, NOTHING, html } from './markup.ts'
import type { PageContent } from './pageContent.ts'
import { selectionSection } from './selectionSection.ts'

/** How the strategies choose and, where there are several, how they compare; null where none chooses. */
export function strategiesPage({ data, charts }: PageContent): readonly Markup[] | null {
  const { comparisons, selections } = data
  const isCompared = comparisons.length > 0
  if (!isCompared && !selections) return null
  return [
    ...blocks((lang) => html`<h1>${words(lang).pages.names.strategies}</h1>`),
    ...(isCompared
      ? [
          ...blocks((lang) => comparisonHead(data, lang)),
          ...blocks(
            (lang) => html`<div class="charts">${charts.comparison[lang]['pairedDifferences'] ?? NOTHING}</div>`,
          ),
          comparisonTabs(data, blocks),
        ]
      : []),
    ...(selections ? blocks((lang) => selectionSection(selections, charts.selection[lang], lang)) : []),
  ]
}
