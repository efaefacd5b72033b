import type { Result } from '../../models/result.ts'
import { type Format, plusMinus } from '../format.ts'
import type { TermId } from '../glossary.ts'
import { standardError } from '../standardError.ts'
import { type Lang, words } from '../text.ts'
import { termLink } from './figure.ts'
import { type Markup, html } from './markup.ts'

/** A figure of a result: its definition, where it stands, its value and how it is written. */
export type NamedFigure = readonly [term: TermId, path: string, value: number | null, format: Format]

/** Figures one below the other, each with its standard error, or why it cannot be had. */
export function namedFigures(result: Result, figures: readonly NamedFigure[], lang: Lang): Markup {
  const text = words(lang)
  return html`
    <div class="scroll" tabindex="0">
      <table>
        <thead>
          <tr>
            <th class="name">${text.figure}</th>
            <th>${text.value}</th>
            <th>${text.standardError}</th>
          </tr>
        </thead>
        <tbody>
          ${figures.map(
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
