import type { ReportEntry } from '../reportData.ts'
import { type Lang, inLang, words } from '../text.ts'
import { concentrationTable } from './concentrationTable.ts'
import { contributionsTable } from './contributionsTable.ts'
import { type Markup, html } from './markup.ts'

/** The losses of one entry. */
export function lossesPanel(entry: ReportEntry, charts: readonly Markup[], lang: Lang): Markup {
  const text = words(lang)
  return html`
    <h2>${inLang(entry.label, lang)}</h2>
    <div class="charts">${charts}</div>
    <details>
      <summary>${text.risk}</summary>
      <p class="quiet">${text.riskNote}</p>
      ${contributionsTable(entry.result, 'sector', lang)} ${contributionsTable(entry.result, 'cell', lang)}
    </details>
    <details>
      <summary>${text.concentration}</summary>
      ${concentrationTable(entry.result, lang)}
    </details>
  `
}
