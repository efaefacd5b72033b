import { type Lang, words } from '../text.ts'
import { type Markup, html } from './markup.ts'

/** The formulas behind the figures. */
export const formulasSection = (lang: Lang): Markup => html`
  <h2>${words(lang).formulas.heading}</h2>
  <dl>
    ${words(lang).formulas.list.map(
      ({ name, formula, note }) => html`
        <dt>${name}</dt>
        <dd><code>${formula}</code><br />${note}</dd>
      `,
    )}
  </dl>
`
