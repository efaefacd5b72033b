import { whole } from '../format.ts'
import type { ReportData } from '../reportData.ts'
import { type Lang, words } from '../text.ts'
import { assumptionList } from './assumptionList.ts'
import { type Markup, html } from './markup.ts'
import { noticesSection } from './noticesSection.ts'

/** Levers not simulated, and everything needed to compute the run again. */
export function methodSection(data: ReportData, lang: Lang): Markup {
  const text = words(lang)
  const { simulation, notices, inputs } = data.study
  const [first] = data.entries
  const seconds = Object.values(data.timings).reduce((sum, time) => sum + time, 0)
  return html`
    ${noticesSection(notices, lang)}
    <h2>${text.method}</h2>
    <dl>
      <dt>${text.run}</dt>
      <dd><code>${data.runId}</code></dd>
      <dt>${text.repeat}</dt>
      <dd><code>yieldcover run manifest.json</code> ${text.repeatNote}</dd>
      <dt>${text.seed}</dt>
      <dd>
        <code>${simulation.seed}</code
        >${simulation.bookSeed === null ? '' : text.withNote('', text.bookSeed(simulation.bookSeed))}
      </dd>
      <dt>${text.paths}</dt>
      <dd>
        ${text.pathsIn(whole(first?.result.paths ?? simulation.paths), whole(first?.result.replicates ?? simulation.replicates))}
      </dd>
      <dt>${text.horizon}</dt>
      <dd>${text.months(simulation.horizonMonths)}</dd>
      <dt>${text.correlation}</dt>
      <dd>${text.correlations[simulation.correlation]}</dd>
      <dt>${text.fidelity}</dt>
      <dd>${text.fidelities[simulation.fidelity]}</dd>
      ${assumptionList(data.assumptions, lang)}
      <dt>${text.time}</dt>
      <dd>${text.seconds(seconds.toFixed(1))}</dd>
    </dl>
    <details>
      <summary>${text.inputs}</summary>
      <ul>
        ${Object.entries(inputs).map(([path, hash]) => html`<li>${path}: <code>${hash}</code></li>`)}
      </ul>
    </details>
    <p class="quiet">${text.staticNote}</p>
  `
}
