import { cellsFinding } from '../cellsFinding.ts'
import type { ReportData, ReportEntry } from '../reportData.ts'
import { type Lang, inLang, words } from '../text.ts'
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
    <p class="quiet">${text.shocks}${text.colon}${shockList(entry.shocks, lang)}</p>
    ${
      entry.notSimulated.length === 0
        ? NOTHING
        : html`<p class="quiet">
            ${text.notSimulated}${text.colon}${entry.notSimulated.map((lever) => html`<code>${lever}</code> `)}
          </p>`
    }
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
      <summary>${text.years}</summary>
      ${yearsTable(entry, lang)}
    </details>
    <details>
      <summary>${text.cells}${text.colon}${cellsFinding(entry.result, lang)}</summary>
      ${cellsTable(entry, lang)}
    </details>
  `
}
