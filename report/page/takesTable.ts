import { type CrossSubsidy, crossSubsidy } from '../../models/pricing/crossSubsidy.ts'
import { cellName } from '../cellName.ts'
import { fineBasisPoints, levelText, total } from '../format.ts'
import type { ReportData } from '../reportData.ts'
import { type Lang, inLang, words } from '../text.ts'
import { figure } from './figure.ts'
import { type Markup, html } from './markup.ts'
import { plainTable } from './plainTable.ts'
import { verdictBadge } from './verdictBadge.ts'

/** By how much all rates would have to move for each entry to be just covered, and which cells pay for which. */
export function takesTable({ axes, entries, study }: ReportData, lang: Lang): Markup {
  const text = words(lang)
  const own = text.pricing
  const level = levelText(study.verdict.coverageProbability)
  return html`
    <p>${own.takesNote(level)}</p>
    ${plainTable(
      [
        axes.length === 0 ? text.scenario : text.caseName,
        text.verdict,
        own.toRatio,
        own.toProbability(level),
        own.paid,
        own.received,
        own.mostPaid,
        own.mostReceived,
      ],
      entries.map(({ label, result, unit }) => {
        const { ratio, probability } = result.parallelShift
        const subsidy = crossSubsidy(result.cells)
        const money = (value: number): string => total(Math.abs(value), unit, lang)
        const most = (sign: 1 | -1): Markup | string => {
          const cell = furthest(subsidy, sign)
          return cell ? html`${money(cell.money)}<small>${cellName(cell.cell, lang)}</small>` : own.nobody
        }
        return [
          inLang(label, lang),
          verdictBadge(result.verdict, lang),
          figure(result, 'parallelShift.ratio', ratio, fineBasisPoints, lang),
          figure(result, 'parallelShift.probability', probability, fineBasisPoints, lang),
          money(subsidy.paid),
          money(subsidy.received),
          most(1),
          most(-1),
        ]
      }),
    )}
  `
}

/** The cell that pays most beyond what it requires (1), or lacks most (−1). */
const furthest = ({ cells }: CrossSubsidy, sign: 1 | -1): CrossSubsidy['cells'][number] | undefined =>
  cells.filter(({ money }) => sign * money > 0).toSorted((a, b) => sign * (b.money - a.money))[0]
