import { words } from '../text.ts'
import { blocks } from './bilingual.ts'
import { costsTable } from './costsTable.ts'
import { formulasSection } from './formulasSection.ts'
import { glossarySection } from './glossarySection.ts'
import { type Markup, html } from './markup.ts'
import { methodSection } from './methodSection.ts'
import type { PageContent } from './pageContent.ts'

/** How the figures come about, what they mean, and how to compute them again. */
export const methodPage = ({ data }: PageContent): readonly Markup[] => [
  ...blocks((lang) => html`<h1>${words(lang).pages.names.method}</h1>`),
  ...blocks((lang) => methodSection(data, lang)),
  ...blocks((lang) => costsTable(data, lang)),
  ...blocks(formulasSection),
  ...blocks(glossarySection),
]
