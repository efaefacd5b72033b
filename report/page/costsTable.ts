import type { CostParameters } from '../../models/schedule.ts'
import { type Format, capitalised, percent, plainNumber } from '../format.ts'
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

/** Cost parameters of the run's schedules. */
export function costsTable({ schedules, entries }: ReportData, lang: Lang): Markup {
  const text = words(lang).costs
  const row = (name: string, valueOf: (schedule: ReportData['schedules'][number]) => string): Markup => html`
    <tr>
      <td class="name">${capitalised(name)}</td>
      ${schedules.map((schedule) => html`<td>${valueOf(schedule)}</td>`)}
    </tr>
  `
  const nameOf = (cost: keyof CostParameters): string =>
    cost === 'fixedCost' && entries[0]
      ? words(lang).withNote(text.names[cost], inLang(entries[0].unit, lang))
      : text.names[cost]
  return html`
    <h2>${text.heading}</h2>
    <div class="scroll" tabindex="0">
      <table>
        <thead>
          <tr>
            <th class="name">${words(lang).figure}</th>
            ${schedules.map(({ title }) => html`<th>${inLang(title, lang)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${row(text.kind, ({ kind }) => words(lang).pricing.kinds[kind])}
          ${(Object.keys(FORMATS) as (keyof CostParameters)[]).map((cost) =>
            row(nameOf(cost), ({ costs }) => FORMATS[cost](costs[cost])),
          )}
          ${row(text.crossIncome, ({ crossIncome }) => text.crossIncomes[crossIncome])}
          ${row(text.cap, ({ cap }) => percent(cap))}
        </tbody>
      </table>
    </div>
  `
}
