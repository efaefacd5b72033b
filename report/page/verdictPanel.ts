import type { ReportData, ReportEntry } from '../reportData.ts'
import { type Lang, inLang, words } from '../text.ts'
import { demandSection } from './demandSection.ts'
import { figuresTable } from './figuresTable.ts'
import { type Markup, NOTHING, html } from './markup.ts'
import { shockList } from './shockList.ts'
import { testsTable } from './testsTable.ts'
import { verdictBadge } from './verdictBadge.ts'
import { yearsTable } from './yearsTable.ts'

/** The verdict of one entry: what it rests on, year by year and cell by cell. */
export function verdictPanel(entry: ReportEntry, data: ReportData, charts: readonly Markup[], lang: Lang): Markup {
  const text = words(lang)
  return html`
    <h3>${inLang(entry.label, lang)} ${verdictBadge(entry.result.verdict, lang)}</h3>
    ${
      entry.limitation
        ? html`<p><strong>${text.capitalInPart}${text.colon}</strong>${inLang(entry.limitation, lang)}${text.stop}</p>`
        : NOTHING
    }
    <p class="quiet">${text.shocks}${text.colon}${shockList(entry, lang)}</p>
    <div class="charts">${charts}</div>
    ${demandSection(entry, lang)}
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
  `
}
