import { words } from '../text.ts'
import { blocks } from './bilingual.ts'
import { checksSection } from './checksSection.ts'
import { filesSection } from './filesSection.ts'
import { type Markup, html } from './markup.ts'
import type { PageContent } from './pageContent.ts'
import { profileSection } from './profileSection.ts'

/** Who is in the book, how its files were decided, and how close a synthetic one came to its recipe. */
export const bookPage = ({ data, charts }: PageContent): readonly Markup[] => [
  ...blocks((lang) => html`<h1>${words(lang).pages.names.book}</h1>`),
  ...blocks((lang) => profileSection(data, charts.book[lang], lang)),
  ...(data.files ? blocks((lang) => filesSection(data.files!, lang)) : []),
  ...blocks((lang) => checksSection(data.checks, lang)),
]
