import { words } from '../text.ts'
import { blocks } from './bilingual.ts'
import { type Markup, NOTHING, html } from './markup.ts'
import type { PageContent } from './pageContent.ts'
import { takesTable } from './takesTable.ts'
import { waysSection } from './waysSection.ts'

/** What rates it would take to cover, which cells pay for which, and what other ways to price would ask. */
export const pricesPage = ({ data }: PageContent): readonly Markup[] => [
  ...blocks((lang) => {
    const own = words(lang)
    const table = takesTable(data, lang)
    const isCompared = data.comparisons.length > 0
    return html`
      <h1>${own.pages.names.prices}</h1>
      <h2>${own.pricing.takes}</h2>
      ${
        isCompared
          ? html`<details>
              <summary>${own.comparison.everyCase(data.entries.length, data.comparisons[0]?.populations ?? 1)}</summary>
              ${table}
            </details>`
          : table
      }
      ${data.ways.length === 0 ? NOTHING : waysSection(data.ways, lang)}
    `
  }),
]
