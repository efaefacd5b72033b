import type { LawOfLargeNumbers, Result } from '../../models/result.ts'
import { type Format, percent, share, whole } from '../format.ts'
import type { ReportEntry } from '../reportData.ts'
import { type Lang, inLang, words } from '../text.ts'
import { figure, termLink } from './figure.ts'
import { type Markup, NOTHING, html } from './markup.ts'
import { namedFigures } from './namedFigures.ts'

interface EntryCharts {
  readonly entry: ReportEntry
  readonly charts: readonly Markup[]
}

/**
 * How far the law of large numbers carries, for every entry that studied it.
 *
 * @param entries  with their charts
 * @param isNamed  whether each entry is named
 */
export function lawSection(entries: readonly EntryCharts[], isNamed: boolean, lang: Lang): Markup {
  const text = words(lang).law
  const studied = entries.flatMap(({ entry, charts }) =>
    entry.result.lawOfLargeNumbers ? [{ entry, charts, law: entry.result.lawOfLargeNumbers }] : [],
  )
  if (studied.length === 0) return NOTHING
  const hasChains = studied.some(({ law }) => law.curve.some(({ dependence }) => dependence === 'guarantees'))
  return html`
    <h1>${text.heading}</h1>
    <p>${text.intro}</p>
    <p class="quiet">${text.sources}${hasChains ? html` ${text.chains}` : NOTHING}</p>
    ${studied.map(
      ({ entry, charts, law }) => html`
        ${isNamed ? html`<h3>${inLang(entry.label, lang)}</h3>` : NOTHING}
        <div class="charts">${charts}</div>
        ${details(entry, law, lang)}
      `,
    )}
  `
}

const details = ({ result }: ReportEntry, law: LawOfLargeNumbers, lang: Lang): Markup => html`
  <details>
    <summary>${words(lang).law.table}</summary>
    ${namedFigures(
      result,
      [
        ['systematicVolatility', 'lawOfLargeNumbers.systematic', law.systematic, percent],
        ['diversifiableVolatility', 'lawOfLargeNumbers.diversifiable', law.diversifiable, percent],
        ['minimumLoans', 'lawOfLargeNumbers.minimumLoans', law.minimumLoans, whole],
        ['effectiveNumber', 'lawOfLargeNumbers.effectiveNumber', law.effectiveNumber, whole],
      ],
      lang,
    )}
    ${curveTable(result, law, lang)}
  </details>
`

function curveTable(result: Result, law: LawOfLargeNumbers, lang: Lang): Markup {
  const text = words(lang)
  const cells = (i: number, name: 'standardDeviation' | 'coverageProbability', format: Format) =>
    (['formula', 'simulated'] as const).map((way) => {
      const path = `lawOfLargeNumbers.curve.${i}.${name}.${way}`
      return html`<td>${figure(result, path, law.curve[i]![name][way], format, lang)}</td>`
    })
  return html`
    <div class="scroll" tabindex="0">
      <table>
        <thead>
          <tr>
            <th class="name">${text.law.dependence}</th>
            <th>${text.loans}</th>
            <th>${termLink('standardDeviation', lang)}, ${text.law.formula}</th>
            <th>${text.law.simulated}</th>
            <th>${termLink('coverageProbability', lang)}, ${text.law.formula}</th>
            <th>${text.law.simulated}</th>
          </tr>
        </thead>
        <tbody>
          ${law.curve.map(
            ({ dependence, loans }, i) => html`
              <tr>
                <td class="name">${text.law.dependences[dependence]}</td>
                <td>${whole(loans)}</td>
                ${cells(i, 'standardDeviation', percent)} ${cells(i, 'coverageProbability', share)}
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `
}
