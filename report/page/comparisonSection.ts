import type { Text } from '../../models/text.ts'
import { strategyOrder } from '../charts/strategyRows.ts'
import { COVERAGE_FIGURES, type ComparedFigure, VOLUME_FIGURES } from '../comparedFigures.ts'
import type { ComparedStrategy, ReportComparison } from '../comparisons.ts'
import type { ReportData } from '../reportData.ts'
import { type Lang, inLang, words } from '../text.ts'
import { spans } from './bilingual.ts'
import { termLink } from './figure.ts'
import { type Markup, NOTHING, html, raw } from './markup.ts'
import { differenceFigure, pooledFigure } from './pooledFigure.ts'
import { verdictBadge } from './verdictBadge.ts'

/** What the figures of the comparison are, before its tables. */
export const comparisonHead = ({ comparisons }: ReportData, lang: Lang): Markup =>
  html`<h2>${words(lang).comparison.heading}</h2>
    <p class="quiet">
      ${words(lang).comparison.sides(comparisons[0]?.populations ?? 1)} ${termLink('pairedDifference', lang)}
    </p>`

/** A tab a scenario: all figures that strategies are compared by, and their differences from the first strategy. */
export const comparisonTabs = (
  { comparisons, entries }: ReportData,
  blocks: (part: (lang: Lang) => Markup) => readonly Markup[],
): Markup => html`
  <div class="tabs">
    ${comparisons.map(
      (comparison, i) => html`
        <input
          class="choose"
          type="radio"
          name="comparison"
          id="comparison-${i}"
          autocomplete="off"
          ${raw(i === 0 ? 'checked' : '')}
        />
        <label for="comparison-${i}">${spans((lang) => inLang(comparison.label, lang))}</label>
        <section class="panel">
          ${blocks((lang) => tables(comparison, strategyOrder(comparisons), entries[0]?.unit ?? { en: '' }, lang))}
        </section>
      `,
    )}
  </div>
`

const tables = (comparison: ReportComparison, order: readonly number[], unit: Text, lang: Lang): Markup => {
  const strategies = order.flatMap((index) => comparison.strategies[index] ?? [])
  return html`
    <h3>${inLang(comparison.label, lang)}</h3>
    ${table(strategies, COVERAGE_FIGURES, unit, lang)}
    <h3>${words(lang).comparison.volume}</h3>
    ${table(strategies, VOLUME_FIGURES, unit, lang)}
  `
}

function table(
  strategies: readonly ComparedStrategy[],
  figures: readonly ComparedFigure[],
  unit: Text,
  lang: Lang,
): Markup {
  const text = words(lang)
  const hasVerdict = figures === COVERAGE_FIGURES
  return html`
    <div class="scroll" tabindex="0">
      <table class="wide">
        <thead>
          <tr>
            <th class="name sticky">${text.comparison.strategy}</th>
            ${hasVerdict ? html`<th class="name">${termLink('verdict', lang)}</th>` : NOTHING}
            ${figures.map(
              ({ term, isMoney }) =>
                html`<th>${termLink(term, lang)}${isMoney ? html`<small>${inLang(unit, lang)}</small>` : NOTHING}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${strategies.map(
            (strategy) => html`
              <tr>
                <td class="name sticky">${nameOf(strategy, lang)}</td>
                ${hasVerdict ? html`<td class="name">${verdictBadge(strategy.verdict, lang)}</td>` : NOTHING}
                ${figures.map(
                  ({ figure, format, difference }) => html`
                    <td>
                      ${pooledFigure(strategy.figures[figure], format, lang)}${differenceFigure(
                        strategy.differences?.[figure] ?? null,
                        difference,
                      )}
                    </td>
                  `,
                )}
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `
}

/** A strategy's name; the first is marked. */
const nameOf = ({ title, differences }: ComparedStrategy, lang: Lang): Markup =>
  html`${inLang(title, lang)}${differences === null ? html`<small>${words(lang).comparison.first}</small>` : NOTHING}`
