import { words } from '../text.ts'
import { blocks } from './bilingual.ts'
import { chooser, panels } from './chooser.ts'
import { lossesPanel } from './lossesPanel.ts'
import { type Markup, html } from './markup.ts'
import type { PageContent } from './pageContent.ts'

/** How large losses are, how sure that is, and where they come from. */
export const lossesPage = ({ data, shown, charts }: PageContent): readonly Markup[] => [
  ...blocks((lang) => html`<h1>${words(lang).pages.names.losses}</h1>`),
  chooser(data, shown),
  panels(shown, (i) =>
    blocks((lang) => lossesPanel(data.entries[i]!, Object.values(charts.entries.losses.get(i)![lang]), lang)),
  ),
]
