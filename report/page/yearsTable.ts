import { fineBasisPoints, percent, whole } from '../format.ts'
import type { ReportEntry } from '../reportData.ts'
import { type Lang, inLang, words } from '../text.ts'
import { figure, termLink } from './figure.ts'
import { type Markup, html } from './markup.ts'

const STEPS = [
  'portfolioYield',
  'crossIncome',
  'fundingCost',
  'operatingCost',
  'tax',
  'targetProfit',
  'expectedLoss',
] as const

/** The build-up of the surplus in each year. */
export function yearsTable({ result, unit }: ReportEntry, lang: Lang): Markup {
  return html`
    <div class="scroll" tabindex="0">
      <table>
        <thead>
          <tr>
            <th class="name">${words(lang).year}</th>
            <th>${termLink('balance', lang)}, ${inLang(unit, lang)}</th>
            ${[...STEPS, 'surplus' as const].map((step) => html`<th>${termLink(step, lang)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${result.years.map(
            (year, i) => html`
              <tr>
                <td class="name">${year.year}</td>
                <td>${figure(result, `years.${i}.balance`, year.balance, whole, lang)}</td>
                ${STEPS.map((step) => html`<td>${figure(result, `years.${i}.${step}`, year[step], percent, lang)}</td>`)}
                <td>${figure(result, `years.${i}.surplus`, year.surplus, fineBasisPoints, lang)}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `
}
