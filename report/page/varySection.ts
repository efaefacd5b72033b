import type { Figures } from '../drawCharts.ts'
import type { ReportData } from '../reportData.ts'
import { type Lang, inLang, words } from '../text.ts'
import { type Markup, NOTHING, html } from './markup.ts'

/**
 * What changes of one value, or of two together, do to the surplus; nothing for a run without such cases.
 *
 * @param charts  drawn, by id
 */
export function varySection({ entries }: ReportData, charts: Figures, lang: Lang): Markup {
  const text = words(lang).stress
  const where = entries[0] ? inLang(entries[0].titles.scenario, lang) : ''
  const { tornado, shockHeatMap, shockFrontier } = charts
  return html`
    ${
      tornado
        ? html`<h2>${text.tornado.heading}</h2>
            ${tornado}
            <p class="quiet">${text.tornado.note(where)}</p>`
        : NOTHING
    }
    ${
      shockHeatMap && shockFrontier
        ? html`<h2>${text.grid.heading}</h2>
            <div class="charts">${shockHeatMap} ${shockFrontier}</div>
            <p class="quiet">${text.grid.note(where)}</p>`
        : NOTHING
    }
  `
}
