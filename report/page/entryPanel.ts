import { cellsFinding } from '../cellsFinding.ts'
import type { ReportData, ReportEntry } from '../reportData.ts'
import { type Lang, inLang, words } from '../text.ts'
import { ratio, plusMinus } from '../format.ts'
import { standardError } from '../standardError.ts'
import { concentrationTable } from './concentrationTable.ts'
import { contributionsTable } from './contributionsTable.ts'
import { cellsTable } from './cellsTable.ts'
import { figuresTable } from './figuresTable.ts'
import { type Markup, NOTHING, html } from './markup.ts'
import { shockList } from './shockList.ts'
import { testsTable } from './testsTable.ts'
import { verdictBadge } from './verdictBadge.ts'
import { yearsTable } from './yearsTable.ts'

/** All about one entry: its world, its charts and its tables. */
export function entryPanel(entry: ReportEntry, data: ReportData, charts: readonly Markup[], lang: Lang): Markup {
  const text = words(lang)
  return html`
    <h3>${inLang(entry.label, lang)} ${verdictBadge(entry.result.verdict, lang)}</h3>
    ${
      entry.limitation
        ? html`<p><strong>${text.capitalInPart}${text.colon}</strong>${inLang(entry.limitation, lang)}${text.stop}</p>`
        : NOTHING
    }
    <p class="quiet">${text.shocks}${text.colon}${shockList(entry, lang)}</p>
    ${
      entry.notSimulated.length === 0
        ? NOTHING
        : html`<p class="quiet">
            ${text.notSimulated}${text.colon}${entry.notSimulated.map((lever) => html`<code>${lever}</code> `)}
          </p>`
    }
    ${contagion(entry, lang)}
    <div class="charts">${charts}</div>
    <details>
      <summary>${text.testsHeading}</summary>
      ${testsTable(entry, data.study.verdict, lang)}
    </details>
    <details>
      <summary>${text.figures}</summary>
      ${figuresTable(entry, lang)}
    </details>
    <details>
      <summary>${text.risk}</summary>
      <p class="quiet">${text.riskNote}</p>
      ${contributionsTable(entry.result, 'sector', lang)} ${contributionsTable(entry.result, 'cell', lang)}
    </details>
    <details>
      <summary>${text.concentration}</summary>
      ${concentrationTable(entry.result, lang)}
    </details>
    <details>
      <summary>${text.years}</summary>
      ${yearsTable(entry, lang)}
    </details>
    <details>
      <summary>${text.cells}${text.colon}${cellsFinding(entry.result, lang)}</summary>
      ${cellsTable(entry, lang)}
    </details>
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
