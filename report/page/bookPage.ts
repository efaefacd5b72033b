import { words } from '../text.ts'
import { blocks } from './bilingual.ts'
import { checksSection } from './checksSection.ts'
import { filesSection } from './filesSection.ts'
import { type Markup, html } from './markup.ts'
import type { PageContent } from './pageContent.ts'

/** Who is in the book, and how close a synthetic one came to its recipe; null where there is nothing to tell. */
export function bookPage({ data: { files, checks } }: PageContent): readonly Markup[] | null {
  if (!files && checks.length === 0) return null
  return [
    ...blocks((lang) => html`<h1>${words(lang).pages.names.book}</h1>`),
    ...(files ? blocks((lang) => filesSection(files, lang)) : []),
    ...blocks((lang) => checksSection(checks, lang)),
  ]
}
