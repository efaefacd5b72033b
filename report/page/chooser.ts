import type { ReportData } from '../reportData.ts'
import { inLang, words } from '../text.ts'
import { spans } from './bilingual.ts'
import { type Markup, html, raw } from './markup.ts'

/** Radio buttons, one an entry shown, that choose it on all pages at once; their labels stand on the pages. */
export const chosenEntry = ({ entries }: ReportData, shown: readonly number[]): Markup[] =>
  shown.map(
    (i) => html`
      <input
        class="choose"
        type="radio"
        name="entry"
        id="entry-${i}"
        autocomplete="off"
        aria-labelledby="entry-${i}-name"
        ${raw(shown[0] === i ? 'checked' : '')}
      /><span class="unseen" id="entry-${i}-name">${spans((lang) => inLang(entries[i]!.label, lang))}</span>
    `,
  )

/** A label an entry: which of them the page shows. */
export function chooser({ entries, axes }: ReportData, shown: readonly number[]): Markup {
  if (shown.length < 2) return html``
  return html`
    <div class="chooser">
      <span class="quiet"
        >${spans((lang) => words(lang)[axes.length === 0 ? 'scenario' : 'caseName'] + words(lang).colon)}</span
      >
      ${shown.map((i) => html`<label for="entry-${i}">${spans((lang) => inLang(entries[i]!.label, lang))}</label>`)}
    </div>
    <p class="quiet screen">${spans((lang) => words(lang).pages.chooseNote)}</p>
  `
}

/** What a page shows of each entry; the one chosen is seen, all are printed. */
export const panels = (shown: readonly number[], panel: (entry: number) => readonly Markup[]): Markup => html`
  ${shown.map((i) => html`<section class="panel of-${i}">${panel(i)}</section>`)}
`
