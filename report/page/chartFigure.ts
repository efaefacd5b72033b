import type { ChartSpec } from '../charts/chartSpec.ts'
import { renderSvg } from '../renderSvg.ts'
import { type Markup, html, raw } from './markup.ts'

/** A chart under its title; the title is text of the page, so that it wraps and is read out. */
export async function chartFigure(id: string, { title, ...spec }: ChartSpec): Promise<Markup> {
  const svg = await renderSvg(spec, title)
  return html`<figure class="${WIDE.has(id) ? 'row' : ''}">
    <figcaption>${title}</figcaption>
    <div class="scroll">${raw(svg)}</div>
  </figure>`
}

/** Charts that have a row to themselves and scroll sideways rather than shrink. */
const WIDE = new Set(['scenarioStrip', 'offeredRequiredHeatMap'])
