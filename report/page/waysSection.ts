import type { PricedWays } from '../pricedWays.ts'
import { type Lang, inLang, words } from '../text.ts'
import { waysFinding, waysNotes, waysTable } from '../waysTable.ts'
import { type Markup, html } from './markup.ts'
import { plainTable } from './plainTable.ts'

/** What each way to price asks for the same loans: a table a schedule, whose costs are met; and how each comes about. */
export function waysSection(priced: readonly PricedWays[], lang: Lang): Markup {
  const own = words(lang).pricing
  return html`
    <h2>${own.ways}</h2>
    <p>${own.waysNote}</p>
    ${priced.map((ways, i) => {
      const { head, rows } = waysTable(ways, lang)
      const table = html`
        ${plainTable(
          head.map(({ name, note }) => (note === undefined ? name : html`${name}<small>${note}</small>`)),
          rows,
        )}
        <ul>
          ${waysNotes(ways, lang).map((note) => html`<li>${note}</li>`)}
        </ul>
      `
      return i === 0
        ? html`<h3>${inLang(ways.label, lang)}</h3>
            <p><strong>${waysFinding(ways, lang)}</strong></p>
            ${table}`
        : html`<details>
            <summary>${inLang(ways.label, lang)}${words(lang).colon}${waysFinding(ways, lang)}</summary>
            ${table}
          </details>`
    })}
    ${howSection(priced[0], lang)}
  `
}

/** How each of the ways comes to its rate. */
function howSection(ways: PricedWays | undefined, lang: Lang): Markup {
  const { stop, pricing } = words(lang)
  const kinds = [...new Set(ways?.ways.map(({ kind }) => kind))]
  return html`
    <dl>
      ${kinds.map(
        (kind) =>
          html`<dt>${pricing.kinds[kind]}</dt>
            <dd>${pricing.how[kind]}${stop}</dd>`,
      )}
    </dl>
  `
}
