import { parseCell } from '../cellName.ts'
import { cellsFinding } from '../cellsFinding.ts'
import { type Format, fineBasisPoints, percent, plusMinus, whole } from '../format.ts'
import type { TermId } from '../glossary.ts'
import type { ReportEntry } from '../reportData.ts'
import { standardError } from '../standardError.ts'
import { type Lang, inLang, words } from '../text.ts'
import { SOLID_LOANS, isThin } from '../thinCell.ts'
import { blocks, spans } from './bilingual.ts'
import { termLink } from './figure.ts'
import { type Markup, NOTHING, html } from './markup.ts'

/**
 * Offered, floor and required rate of every cell, a ladder of grades for each term band and collateral; cells priced below what they need
 * stand out. One table in both languages: most of it is figures.
 */
export function cellsTable({ result, unit }: ReportEntry): Markup {
  const groups = new Map<string, number[]>()
  for (const [i, { cell }] of result.cells.entries()) {
    const key = cell.slice(cell.indexOf('|') + 1)
    groups.set(key, [...(groups.get(key) ?? []), i])
  }
  const heads: readonly ((lang: Lang) => Markup)[] = [
    (lang) => html`${words(lang).grade}`,
    (lang) => html`${words(lang).loans}`,
    ...TERMS.map(
      (term) => (lang: Lang) => html`${termLink(term, lang)}${term === 'balance' ? `, ${inLang(unit, lang)}` : ''}`,
    ),
  ]
  const row = (i: number): Markup => {
    const cell = result.cells[i]!
    const figure = (name: 'expectedLoss' | 'requiredRate' | 'gap', format: Format): Markup => {
      const error = plusMinus(format, standardError(result, `cells.${i}.${name}`))
      return html`<td>${format(cell[name])}${error === '' ? NOTHING : html`<small>${error}</small>`}</td>`
    }
    const classes = [cell.gap !== null && cell.gap < 0 ? 'short' : '', isThin(cell) ? 'thin' : ''].join(' ').trim()
    return html`<tr class="${classes}">
      <td>${parseCell(cell.cell).grade}</td>
      <td>${whole(cell.loans)}</td>
      <td>${whole(cell.balance)}</td>
      ${figure('expectedLoss', percent)}
      <td>${percent(cell.offeredRate)}</td>
      <td>${percent(cell.floorRate)}</td>
      ${figure('requiredRate', percent)}${figure('gap', fineBasisPoints)}
    </tr>`
  }
  return html`
    <details>
      <summary>${spans((lang) => `${words(lang).cells}${words(lang).colon}${cellsFinding(result, lang)}`)}</summary>
      ${
        result.cells.some(isThin)
          ? html`<p class="quiet">${spans((lang) => words(lang).thinCells(SOLID_LOANS))}</p>`
          : NOTHING
      }
      <div class="scroll" tabindex="0">
        <table>
          <thead>
            <tr>
              ${heads.map((head) => html`<th>${blocks(head)}</th>`)}
            </tr>
          </thead>
          ${[...groups.values()].map(
            (cells) =>
              html`<tbody>
                <tr>
                  <th class="name" colspan="${heads.length}" scope="rowgroup">
                    ${spans((lang) => groupName(result.cells[cells[0]!]!.cell, lang))}
                  </th>
                </tr>
                ${cells.map(row)}
              </tbody>`,
          )}
        </table>
      </div>
    </details>
  `
}

const TERMS = [
  'balance', 'expectedLoss', 'offeredRate', 'floorRate', 'requiredRate', 'gap',
] as const satisfies readonly TermId[] // prettier-ignore

/** Term band and collateral of a cell. */
function groupName(key: string, lang: Lang): string {
  const text = words(lang)
  const { termBand, collateral } = parseCell(key)
  return text.list([text.termBands[termBand], text.collaterals[collateral]])
}
