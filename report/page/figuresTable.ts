import type { Result } from '../../models/result.ts'
import { type Format, percent, plusMinus, ratio, share } from '../format.ts'
import type { TermId } from '../glossary.ts'
import type { ReportEntry } from '../reportData.ts'
import { standardError } from '../standardError.ts'
import { type Lang, words } from '../text.ts'
import { termLink } from './figure.ts'
import { type Markup, html } from './markup.ts'

/** Figures that the verdict table has no room for. */
export function figuresTable({ result }: ReportEntry, lang: Lang): Markup {
  const text = words(lang)
  const { lossRate } = result
  const rows: readonly (readonly [TermId, string, number | null, Format])[] = [
    ['yieldFor95', 'yieldFor95', result.yieldFor95, percent],
    ['pdMultipleToBreakEven', 'pdMultipleToBreakEven', result.pdMultipleToBreakEven, ratio],
    ['defaultRate', 'defaultRate', result.defaultRate, percent],
    ['lossRate', 'lossRate.mean', lossRate.mean, percent],
    ['standardDeviation', 'lossRate.standardDeviation', lossRate.standardDeviation, percent],
    ['valueAtRisk99', 'lossRate.valueAtRisk99', lossRate.valueAtRisk99, percent],
    ['valueAtRisk999', 'lossRate.valueAtRisk999', lossRate.valueAtRisk999, percent],
    ['expectedShortfall99', 'lossRate.expectedShortfall99', lossRate.expectedShortfall99, percent],
    ['expectedShortfall999', 'lossRate.expectedShortfall999', lossRate.expectedShortfall999, percent],
    ['economicCapital', 'economicCapital', result.economicCapital, percent],
    ['raroc', 'raroc', result.raroc, share],
  ]
  return html`
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th class="name">${text.figure}</th>
            <th>${text.value}</th>
            <th>${text.standardError}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([id, path, value, format]) => html`
              <tr>
                <td class="name">${termLink(id, lang)}</td>
                <td>${format(value)}</td>
                <td class="note">
                  ${value === null ? (result.reasons[path] ?? text.unavailable) : errorOf(result, path, format, lang)}
                </td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `
}

function errorOf(result: Result, path: string, format: Format, lang: Lang): string {
  const error = standardError(result, path)
  return error === 0 ? words(lang).exact : plusMinus(format, error)
}
