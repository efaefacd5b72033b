import type { ReportData } from '../reportData.ts'
import { type Lang, words } from '../text.ts'
import { type Markup, NOTHING, html } from './markup.ts'

/** The heading of what is shown entry by entry, and which entries that leaves out. */
export function shownNote(data: ReportData, shown: readonly number[], lang: Lang): Markup {
  const text = words(lang)
  const all = data.entries.length
  const populations = data.comparisons[0]?.populations ?? 1
  if (data.comparisons.length > 0)
    return html`
      <h2 class="screen">${text.comparison.detail(populations)}</h2>
      <p>
        ${shown.length < all ? text.comparison.panels(shown.length, all) : NOTHING}
        ${populations > 1 ? text.comparison.firstPopulation(populations) : NOTHING}
      </p>
    `
  return html`
    <h2 class="screen">${data.axes.length === 0 ? text.detail : text.detailCase}</h2>
    ${shown.length < all ? html`<p>${text.chartsLeftOut(shown.length, all)}</p>` : NOTHING}
  `
}
