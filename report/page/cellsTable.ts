import { parseCell } from '../cellName.ts'
import { fineBasisPoints, percent, whole } from '../format.ts'
import type { ReportEntry } from '../reportData.ts'
import { type Lang, inLang, words } from '../text.ts'
import { SOLID_LOANS, isThin } from '../thinCell.ts'
import { figure, termLink } from './figure.ts'
import { type Markup, NOTHING, html } from './markup.ts'

/** Offered, floor and required rate of every cell; cells priced below what they need stand out. */
export function cellsTable({ result, unit }: ReportEntry, lang: Lang): Markup {
  const text = words(lang)
  return html`
    ${result.cells.some(isThin) ? html`<p class="quiet">${text.thinCells(SOLID_LOANS)}</p>` : NOTHING}
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>${text.grade}</th>
            <th class="name">${text.term}</th>
            <th class="name">${text.collateral}</th>
            <th>${text.loans}</th>
            <th>${termLink('balance', lang)}, ${inLang(unit, lang)}</th>
            <th>${termLink('expectedLoss', lang)}</th>
            <th>${termLink('offeredRate', lang)}</th>
            <th>${termLink('floorRate', lang)}</th>
            <th>${termLink('requiredRate', lang)}</th>
            <th>${termLink('gap', lang)}</th>
          </tr>
        </thead>
        <tbody>
          ${result.cells.map((cell, i) => {
            const { grade, termBand, collateral } = parseCell(cell.cell)
            return html`
              <tr class="${cell.gap !== null && cell.gap < 0 ? 'short' : ''} ${isThin(cell) ? 'thin' : ''}">
                <td>${grade}</td>
                <td class="name">${text.termBands[termBand]}</td>
                <td class="name">${text.collaterals[collateral]}</td>
                <td>${whole(cell.loans)}</td>
                <td>${whole(cell.balance)}</td>
                <td>${figure(result, `cells.${i}.expectedLoss`, cell.expectedLoss, percent, lang)}</td>
                <td>${percent(cell.offeredRate)}</td>
                <td>${percent(cell.floorRate)}</td>
                <td>${figure(result, `cells.${i}.requiredRate`, cell.requiredRate, percent, lang)}</td>
                <td>${figure(result, `cells.${i}.gap`, cell.gap, fineBasisPoints, lang)}</td>
              </tr>
            `
          })}
        </tbody>
      </table>
    </div>
  `
}
