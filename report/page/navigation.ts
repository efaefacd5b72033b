import { words } from '../text.ts'
import { spans } from './bilingual.ts'
import { type Markup, html, raw } from './markup.ts'
import type { PageId } from './pages.ts'

/** Stands in a stored report where the server puts the links that only it can follow. */
const SERVED = '<!--served-->'

/** Links to the pages of a report. */
export const navigation = (pages: readonly PageId[]): Markup => html`
  <nav>
    ${pages.map((id) => html`<a href="#${id}">${spans((lang) => words(lang).pages.names[id])}</a>`)} ${raw(SERVED)}
  </nav>
`

/** A stored report as the server shows it: with links to the pricing desk of its run, to the list of runs and to itself as a file. */
export const withServedLinks = (page: string, runId: string): string =>
  page.replace(
    SERVED,
    served(`/runs/${runId}/desk`, 'desk') + served('/', 'runs') + served(`/runs/${runId}/report.html`, 'save'),
  )

const served = (address: string, name: 'desk' | 'runs' | 'save'): string =>
  html`<a href="${address}">${spans((lang) => words(lang).pages[name])}</a>`.markup
