import type { BookCheck } from '../../models/result.ts'
import { checkName } from '../checkWords.ts'
import { type Lang, words } from '../text.ts'
import { type Markup, NOTHING, html } from './markup.ts'

/** How close the synthetic book came to its recipe. */
export function checksSection(checks: readonly BookCheck[], lang: Lang): Markup {
  if (checks.length === 0) return NOTHING
  const text = words(lang)
  return html`
    <h2>${text.checks}</h2>
    <p class="quiet">${text.checksNote}</p>
    <details>
      <summary>${text.checksCount(checks.length)}</summary>
      <div class="scroll" tabindex="0">
        <table>
          <thead>
            <tr>
              <th class="name">${text.book}</th>
              <th class="name">${text.kind}</th>
              <th class="name">${text.figure}</th>
              <th>${text.target}</th>
              <th>${text.achieved}</th>
              <th>${text.tolerance}</th>
            </tr>
          </thead>
          <tbody>
            ${checks.map(
              (check) => html`
                <tr>
                  <td class="name">${check.book}</td>
                  <td class="name">${checkName(check.kind, lang)}</td>
                  <td class="name">${checkName(check.name, lang)}</td>
                  <td>${digits(check.target)}</td>
                  <td>${digits(check.achieved)}</td>
                  <td>${digits(check.tolerance)}</td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    </details>
  `
}

const digits = (value: number): string => value.toFixed(4).replace('-', '−')
