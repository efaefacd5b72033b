import { annualMoney, bestMove, demandFinding } from '../demandFinding.ts'
import { percent, share } from '../format.ts'
import type { ReportEntry } from '../reportData.ts'
import { type Lang, inLang, words } from '../text.ts'
import { dash } from './figure.ts'
import { type Markup, NOTHING, html } from './markup.ts'
import { plainTable } from './plainTable.ts'

/** What applicants who may go elsewhere make of an entry's rates; nothing where all take the loan. */
export function demandSection({ result, unit }: ReportEntry, lang: Lang): Markup {
  const { demand } = result
  if (demand === undefined) return NOTHING
  const text = words(lang)
  const own = text.demand
  if (demand === null)
    return html`<h4>${own.heading}</h4>
      <p>${dash(result, 'demand', lang)}</p>`
  return html`
    <h4>${own.heading}</h4>
    ${demandFinding(demand, result, unit, lang).map((sentence) => html`<p>${sentence}${text.stop}</p>`)}
    ${plainTable(
      [text.grade, own.volume, own.meanPd, own.annualSurplus(inLang(unit, lang)), own.bestMove],
      demand.grades.map(({ grade, volume, meanTruePd, annualSurplus, best }) => [
        String(grade),
        share(volume),
        percent(meanTruePd),
        annualMoney(annualSurplus, null),
        bestMove(best, lang),
      ]),
    )}
    <p class="quiet">${own.assumption}</p>
  `
}
