import { plusMinus, ratio } from '../format.ts'
import type { ReportEntry } from '../reportData.ts'
import { standardError } from '../standardError.ts'
import { type Lang, inLang, words } from '../text.ts'
import { type Markup, NOTHING, html } from './markup.ts'
import { shockList } from './shockList.ts'
import { verdictBadge } from './verdictBadge.ts'

/** One entry's world, and what it does to the book. */
export function stressPanel(entry: ReportEntry, charts: readonly Markup[], lang: Lang): Markup {
  const text = words(lang)
  return html`
    <h2>${inLang(entry.label, lang)} ${verdictBadge(entry.result.verdict, lang)}</h2>
    <p>${text.shocks}${text.colon}${shockList(entry, lang)}</p>
    ${
      entry.notSimulated.length === 0
        ? NOTHING
        : html`<p class="quiet">
            ${text.notSimulated}${text.colon}${entry.notSimulated.map((lever) => html`<code>${lever}</code> `)}
          </p>`
    }
    ${contagion(entry, lang)}
    <div class="charts">${charts}</div>
  `
}

/** How much guarantee calls add, where firms guarantee each other. */
function contagion({ result }: ReportEntry, lang: Lang): Markup {
  const { contagionMultiplier } = result
  if (typeof contagionMultiplier !== 'number') return NOTHING
  const text = words(lang)
  const error = plusMinus(ratio, standardError(result, 'contagionMultiplier'))
  return html`<p>${text.contagion(`${ratio(contagionMultiplier)} ${error}`.trim())}${text.stop}</p>`
}
