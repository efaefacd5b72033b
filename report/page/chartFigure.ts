import type { ChartSpec } from '../charts/chartSpec.ts'
import { renderSvg } from '../renderSvg.ts'
import { type Markup, html, raw } from './markup.ts'

/** A chart under its title; the title is text of the page, so that it wraps and is read out. */
export async function chartFigure(id: string, { title, ...spec }: ChartSpec): Promise<Markup> {
  const svg = await renderSvg(spec, title)
  return html`<figure class="${CLASSES[id] ?? ''}">
    <figcaption>${title}</figcaption>
    <div class="scroll" tabindex="0">${raw(svg)}</div>
  </figure>`
}

/** A `row` chart has a row to itself and scrolls sideways rather than shrink; of a broad and a narrow one the page shows what fits. */
const CLASSES: Readonly<Record<string, string>> = {
  scenarioStrip: 'broad',
  scenarioStripNarrow: 'narrow',
  offeredRequiredHeatMap: 'row',
  cutOffFrontier: 'row',
  roc: 'row',
  calibrationByGrade: 'row',
}
