import { words } from '../text.ts'
import { blocks } from './bilingual.ts'
import { chooser, panels } from './chooser.ts'
import { type Markup, html } from './markup.ts'
import type { PageContent } from './pageContent.ts'
import { roomSection } from './roomSection.ts'
import { stressPanel } from './stressPanel.ts'
import { varySection } from './varySection.ts'

/** What each scenario is, and what it does to the book. */
export const stressPage = ({ data, shown, charts }: PageContent): readonly Markup[] => [
  ...blocks((lang) => html`<h1>${words(lang).pages.names.stress}</h1>`),
  ...(Object.keys(charts.vary.en).length > 0 ? blocks((lang) => varySection(data, charts.vary[lang], lang)) : []),
  ...blocks((lang) => roomSection(data, lang)),
  chooser(data, shown),
  panels(shown, (i) =>
    blocks((lang) => stressPanel(data.entries[i]!, Object.values(charts.entries.stress.get(i)![lang]), lang)),
  ),
]
