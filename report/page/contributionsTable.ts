import type { Contribution, Result } from '../../models/result.ts'
import { percent, plusMinus, share } from '../format.ts'
import type { TermId } from '../glossary.ts'
import { MOST_PARTS, type RiskFigure, type RiskPart, partName, riskParts } from '../riskParts.ts'
import { type Lang, words } from '../text.ts'
import { termLink } from './figure.ts'
import { type Markup, NOTHING, html } from './markup.ts'

const TERMS: Readonly<Record<RiskFigure, TermId>> = {
  expectedShortfall99: 'shortfallContribution',
  standardDeviation: 'deviationContribution',
  expectedShortfall999: 'shortfall999Contribution',
}

/** What the heaviest sectors or cells have in the risk of the book, and the rest together; nothing for a book without such parts. */
export function contributionsTable(result: Result, by: Contribution['by'], lang: Lang): Markup {
  const text = words(lang)
  const parts = riskParts(result, by)
  const figures = (Object.keys(TERMS) as RiskFigure[]).filter((figure) => parts.some((part) => part[figure] !== null))
  if (parts.length === 0) return NOTHING
  const others = parts.slice(MOST_PARTS)
  return html`
    <div class="scroll" tabindex="0">
      <table>
        <thead>
          <tr>
            <th class="name">${text.riskBy[by]}</th>
            ${figures.map(
              (figure) =>
                html`<th>${termLink(TERMS[figure], lang)}</th>
                  <th>${text.riskShare}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${parts.slice(0, MOST_PARTS).map(
            (part) => html`
              <tr>
                <td class="name">${partName(by, part.key, lang)}</td>
                ${figures.map((figure) => cells(part, figure))}
              </tr>
            `,
          )}
          ${
            others.length === 0
              ? NOTHING
              : html`
                  <tr>
                    <td class="name">${text.otherParts(others.length)}</td>
                    ${figures.map((figure) => rest(others, figure))}
                  </tr>
                `
          }
        </tbody>
      </table>
    </div>
  `
}

function cells(row: RiskPart, figure: RiskFigure): Markup {
  const part = row[figure]
  if (!part)
    return html`<td>–</td>
      <td>–</td>`
  const error = plusMinus(percent, part.standardError)
  return html`<td>${percent(part.value)}${error === '' ? NOTHING : html`<small>${error}</small>`}</td>
    <td>${share(part.share)}</td>`
}

function rest(others: readonly RiskPart[], figure: RiskFigure): Markup {
  const sum = (field: 'value' | 'share') => others.reduce((total, part) => total + (part[figure]?.[field] ?? 0), 0)
  return html`<td>${percent(sum('value'))}</td>
    <td>${share(sum('share'))}</td>`
}
