import { DECLINE_REASONS, type WatchPower } from '../../models/result.ts'
import { type Format, basisPoints, capitalised, percent, ratio, share, smallMoney, whole } from '../format.ts'
import type { TermId } from '../glossary.ts'
import { rankedStrategies, sightOf } from '../selectionFinding.ts'
import type { SelectionFigure, Selections, StrategySelection } from '../selections.ts'
import { type Lang, inLang, words } from '../text.ts'
import { warnedAhead } from '../warnedAhead.ts'
import { termLink } from './figure.ts'
import { type Markup, NOTHING, html } from './markup.ts'
import { plainTable } from './plainTable.ts'
import { pooledFigure } from './pooledFigure.ts'

const RANKING = [
  ['gini', ratio],
  ['kolmogorovSmirnov', ratio],
  ['giniAdmitted', ratio],
  ['explained', share],
  ['bestHalfPd', percent],
  ['approvalRate', share],
  ['costPerFile', smallMoney],
  ['costPerLoan', smallMoney],
] as const satisfies readonly (readonly [SelectionFigure & TermId, Format])[]

/** Months ahead at which the table tells how many defaults were warned of, and borrowers let go. */
const LEADS = [1, 3, 6]

/** What each strategy sees and what that is worth, by Gini; without costs where none has any, and without an order of one. */
export function rankingTable(selections: Selections, lang: Lang): Markup {
  const own = words(lang).selection
  const ranked = rankedStrategies(selections)
  const isOrdered = ranked.length > 1
  const shown = RANKING.filter(([name]) => ranked.some(({ strategy }) => strategy.figures[name]?.value !== 0))
  return plainTable(
    [
      words(lang).comparison.strategy,
      ...shown.map(([name, format]) =>
        format === smallMoney
          ? html`${termLink(name, lang)}<small>${inLang(selections.unit, lang)}</small>`
          : termLink(name, lang),
      ),
      termLink('coverageRatio', lang),
      ...(isOrdered ? [html`${own.ranks}<small>${own.ranksNote}</small>`] : []),
      html`<span class="sight">${own.sees}<small>${own.seesNote}</small></span>`,
    ],
    ranked.map(({ strategy, byGini, byCoverage }) => [
      inLang(strategy.title, lang),
      ...shown.map(([name, format]) => pooledFigure(strategy.figures[name], format, lang)),
      pooledFigure(strategy.simulated.coverageRatio, ratio, lang),
      ...(isOrdered ? [`${byGini} · ${byCoverage ?? '–'}`] : []),
      html`<span class="sight">${sightOf(strategy, lang)}</span>`,
    ]),
  )
}

/** Expected loss as priced, as it truly is, and as simulated. */
export const lossesTable = ({ strategies }: Selections, lang: Lang): Markup =>
  plainTable(
    [
      words(lang).comparison.strategy,
      termLink('expectedLossPriced', lang),
      termLink('expectedLossTrue', lang),
      words(lang).selection.difference,
      termLink('expectedLoss', lang),
    ],
    strategies.map(({ title, figures: { expectedLossPriced: priced, expectedLossTrue: real }, simulated }) => [
      inLang(title, lang),
      pooledFigure(priced, percent, lang),
      pooledFigure(real, percent, lang),
      priced && real ? basisPoints(priced.value - real.value) : '–',
      pooledFigure(simulated.expectedLoss, percent, lang),
    ]),
  )

/** Share of the applicants declined by each rule; NOTHING where nobody is declined. */
export function declinedTable({ strategies }: Selections, lang: Lang): Markup {
  const own = words(lang).selection
  const counts = strategies.map(
    ({ selection }) => new Map(selection.declined.map(({ reason, applicants }) => [reason, applicants])),
  )
  const reasons = DECLINE_REASONS.filter((reason) => counts.some((count) => count.has(reason)))
  if (reasons.length === 0) return NOTHING
  return plainTable(
    [
      words(lang).comparison.strategy,
      ...reasons.map((reason) => capitalised(own.reasons[reason])),
      termLink('approvalRate', lang),
    ],
    strategies.map(({ title, selection }, i) => [
      inLang(title, lang),
      ...reasons.map((reason) => {
        const declined = counts[i]!.get(reason)
        return declined === undefined ? '' : share(declined / selection.applicants)
      }),
      share(selection.approvalRate),
    ]),
  )
}

/** Good and bad applicants on either side of every cut, of a strategy with a card. */
export function confusionTable({ selection: { confusion } }: StrategySelection, lang: Lang): Markup {
  const own = words(lang).selection
  return plainTable(
    [own.worstLevel, own.approvedGood, own.approvedBad, own.declinedGood, own.declinedBad],
    confusion.map(({ worstLevel, ...counts }) => [
      String(worstLevel),
      ...(['approvedGood', 'approvedBad', 'declinedGood', 'declinedBad'] as const).map((name) => whole(counts[name])),
    ]),
  )
}

/** Power of the monthly signals and of renewal decisions, of those that watch. */
export function watchTable(watched: readonly { title: string; watch: WatchPower }[], lang: Lang): Markup {
  const own = words(lang).selection
  return plainTable(
    [
      words(lang).comparison.strategy,
      ...LEADS.map((months) => html`${own.warned(months)}`),
      termLink('falseAlarmRate', lang),
      ...LEADS.map((months) => html`${own.refused(months)}`),
      termLink('exitGood', lang),
      own.renewals,
    ],
    watched.map(({ title, watch }) => [
      title,
      ...LEADS.map((months) => share(warnedAhead(watch, months))),
      share(watch.falseAlarmRate),
      ...LEADS.map((months) => share(watch.exitByLead[months] ?? null)),
      share(watch.exitGood),
      [watch.fast, watch.middle, watch.committee].map(share).join(' / '),
    ]),
  )
}
