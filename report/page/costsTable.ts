import type { CostParameters } from '../../models/study.ts'
import { type Format, percent, plainNumber } from '../format.ts'
import type { ReportData } from '../reportData.ts'
import { type Lang, inLang, words } from '../text.ts'
import { type Markup, html } from './markup.ts'

/** How each parameter is written; money and counts as they stand in the file. */
const FORMATS: Readonly<Record<keyof CostParameters, Format>> = {
  fundingRate: percent,
  variableCost: percent,
  fixedCost: plainNumber,
  capitalRatio: percent,
  hurdleRate: percent,
  incomeTaxRate: percent,
  lostInterestShare: plainNumber,
  extraTargetProfit: percent,
  depositTransferRate: percent,
  depositRate: percent,
  depositServicing: percent,
  aumMargin: percent,
  lpr: percent,
  vatRate: percent,
  vatMethod: plainNumber,
  bankShare: percent,
}

/** Cost parameters of the run's schedules, by their names in the files. */
export function costsTable({ schedules }: ReportData, lang: Lang): Markup {
  const names = Object.keys(FORMATS) as (keyof CostParameters)[]
  const row = (name: string, values: readonly string[]): Markup => html`
    <tr>
      <td class="name"><code>${name}</code></td>
      ${values.map((value) => html`<td>${value}</td>`)}
    </tr>
  `
  return html`
    <h2>${words(lang).formulas.costs}</h2>
    <div class="scroll" tabindex="0">
      <table>
        <thead>
          <tr>
            <th class="name">${words(lang).figure}</th>
            ${schedules.map(({ title }) => html`<th>${inLang(title, lang)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${row(
            'kind',
            schedules.map(({ kind }) => kind),
          )}
          ${names.map((name) =>
            row(
              name,
              schedules.map(({ costs }) => FORMATS[name](costs[name])),
            ),
          )}
          ${row(
            'crossIncome',
            schedules.map(({ crossIncome }) => crossIncome),
          )}
          ${row(
            'cap',
            schedules.map(({ cap }) => percent(cap)),
          )}
        </tbody>
      </table>
    </div>
  `
}
