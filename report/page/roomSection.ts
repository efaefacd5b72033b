import { type Format, basisPoints, plusMinus, ratio } from '../format.ts'
import type { ReportData, ReportEntry } from '../reportData.ts'
import { standardError } from '../standardError.ts'
import { type Lang, inLang, words } from '../text.ts'
import { dash } from './figure.ts'
import { type Markup, NOTHING, html } from './markup.ts'
import { verdictBadge } from './verdictBadge.ts'

/** Reverse stress from the figures of the run: how far losses, default rates and rates are from where coverage is lost, by scenario. */
export function roomSection({ axes, entries }: ReportData, lang: Lang): Markup {
  const text = words(lang)
  const own = text.stress.room
  const known = entries.flatMap(({ label, result }) =>
    result.pdMultipleToBreakEven === null ? [] : [{ label, multiple: result.pdMultipleToBreakEven }],
  )
  const [first] = known
  const least = first && known.reduce((a, b) => (b.multiple < a.multiple ? b : a), first)
  const isList = axes.length === 0
  const table = html`
    <div class="scroll" tabindex="0">
      <table>
        <thead>
          <tr>
            <th class="name sticky">${isList ? text.scenario : text.caseName}</th>
            <th class="name">${text.verdict}</th>
            <th>${own.defaults}</th>
            <th>${own.losses}</th>
            <th>${own.rates}</th>
          </tr>
        </thead>
        <tbody>
          ${entries.map((entry) => row(entry, lang))}
        </tbody>
      </table>
    </div>
    <p class="quiet">${own.note}</p>
  `
  return html`
    <h2>${own.heading}</h2>
    <p>
      <strong
        >${least ? own.title(inLang(least.label, lang), times(least.multiple), least.multiple < 1) : own.none}${text.stop}</strong
      >
    </p>
    ${
      isList
        ? table
        : html`<details>
            <summary>${own.table}</summary>
            ${table}
          </details>`
    }
  `
}

function row({ label, result }: ReportEntry, lang: Lang): Markup {
  const { pdMultipleToBreakEven, coverageRatio, breakEvenYield, portfolioYield } = result
  const room = breakEvenYield === null ? null : portfolioYield - breakEvenYield
  const cell = (value: number | null, path: string, format: Format): Markup => {
    if (value === null) return html`<td>${dash(result, path, lang)}</td>`
    const error = plusMinus(format === times ? ratio : format, standardError(result, path))
    return html`<td>${format(value)}${error === '' ? NOTHING : html`<small>${error}</small>`}</td>`
  }
  return html`
    <tr>
      <td class="name sticky">${inLang(label, lang)}</td>
      <td class="name">${verdictBadge(result.verdict, lang)}</td>
      ${cell(pdMultipleToBreakEven, 'pdMultipleToBreakEven', times)} ${cell(coverageRatio, 'coverageRatio', times)}
      ${cell(room, 'breakEvenYield', basisPoints)}
    </tr>
  `
}

const times: Format = (value) => (value === null ? ratio(value) : `×${ratio(value)}`)
