import type { Result } from '../../models/result.ts'
import { share, whole } from '../format.ts'
import { type Lang, words } from '../text.ts'
import { dash, termLink } from './figure.ts'
import { type Markup, html } from './markup.ts'

const DIMENSIONS = ['obligor', 'sector', 'cluster', 'cell'] as const

/** How few borrowers, sectors, clusters and cells the book hangs on. */
export function concentrationTable(result: Result, lang: Lang): Markup {
  const text = words(lang)
  const { concentration } = result
  return html`
    <p>${termLink('largestObligorShare', lang)}${text.colon}${share(concentration.largestObligorShare)}</p>
    <div class="scroll" tabindex="0">
      <table>
        <thead>
          <tr>
            <th class="name">${text.dimension}</th>
            <th>${termLink('herfindahl', lang)}</th>
            <th>${termLink('equalParts', lang)}</th>
          </tr>
        </thead>
        <tbody>
          ${DIMENSIONS.map((dimension) => {
            const index = concentration[dimension]
            const missing = dash(result, `concentration.${dimension}`, lang)
            return html`
              <tr>
                <td class="name">${text.dimensions[dimension]}</td>
                <td>${index === null ? missing : index.toFixed(4)}</td>
                <td>${index === null ? missing : equalParts(1 / index)}</td>
              </tr>
            `
          })}
        </tbody>
      </table>
    </div>
  `
}

const equalParts = (count: number): string => (count < 20 ? count.toFixed(1) : whole(count))
