import { differenceText, differences } from '../comparisonFinding.ts'
import { finding, wayToDecide } from '../finding.ts'
import { basisPoints, percent, total, whole } from '../format.ts'
import type { ReportData, ReportEntry } from '../reportData.ts'
import { approximations } from '../approximations.ts'
import { isScenarioNamed } from '../labels.ts'
import { type Lang, inLang, words } from '../text.ts'
import { type Markup, NOTHING, html } from './markup.ts'

/** The top of the page: what was asked, the answer in one sentence, and what it rests on. */
export function answer(data: ReportData, lang: Lang): Markup {
  const text = words(lang)
  return html`
    <h1>${inLang(data.study.title, lang)}</h1>
    <p class="answer">${finding(data, lang)}${text.stop}</p>
    ${data.comparisons.length > 0 ? strategyLists(data.comparisons, lang) : scenarioLists(data, lang)}
    ${approximations(data, lang).map((note) => html`<p class="approximation">${note}</p>`)}
    <p class="quiet facts">${facts(data, lang)}</p>
  `
}

/** Entries that are not covered, and those that are undecided with what would decide them. */
function scenarioLists(data: ReportData, lang: Lang): Markup {
  const text = words(lang)
  const named = (entry: ReportEntry, note: string) =>
    note === '' ? inLang(entry.label, lang) : text.withNote(inLang(entry.label, lang), note)
  const short = data.entries
    .filter((entry) => entry.result.verdict === 'not covered')
    .toSorted((a, b) => a.result.surplus - b.result.surplus)
    .map((entry) => named(entry, basisPoints(entry.result.surplus)))
  const open = data.entries
    .filter((entry) => entry.result.verdict === 'undecided')
    .map((entry) => named(entry, wayToDecide(entry, lang)))
  return html`${listOf(text.notCoveredList, short, lang)}${listOf(text.undecidedList, open, lang)}`
}

/** Strategies that cover better and worse than the first in the first scenario, and those that cannot be told from it. */
function strategyLists(comparisons: ReportData['comparisons'], lang: Lang): Markup {
  const text = words(lang)
  const own = text.comparison
  const [comparison] = comparisons
  const first = comparison?.strategies[0]
  if (!comparison || !first) return NOTHING
  const { told, others } = differences(comparison)
  const [name, where] = [inLang(first.title, lang), inLang(comparison.label, lang)]
  const named = (list: typeof told): string[] =>
    list.map(({ title, difference }) => text.withNote(inLang(title, lang), differenceText(difference)))
  const [above, below] = [
    told.filter((one) => one.difference.value > 0),
    told.filter((one) => one.difference.value < 0),
  ]
  return html`
    ${listOf(own.above(name, where), named(above), lang)}
    ${listOf(own.below(name, where), named(below.toReversed()), lang)}
    ${listOf(
      own.notTold(name),
      others.map(({ title }) => inLang(title, lang)),
      lang,
    )}
    <p class="quiet facts">${own.listNote}</p>
  `
}

const listOf = (name: string, items: readonly string[], lang: Lang): Markup =>
  items.length === 0
    ? NOTHING
    : html`<p class="lists"><strong>${name}${words(lang).colon}</strong>${words(lang).list(items)}</p>`

/** What was priced, as far as it is the same for every entry. */
function facts(data: ReportData, lang: Lang): string {
  const text = words(lang)
  const [first] = data.entries
  if (!first) return ''
  const { simulation } = data.study
  const hasScenario = isScenarioNamed(
    data.axes,
    data.entries.map(({ result }) => result),
  )
  const axes = (['book', 'strategy', 'schedule'] as const).filter((axis) => !data.axes.includes(axis))
  return [
    ...axes.map((axis) => inLang(first.titles[axis], lang)),
    ...(hasScenario ? [] : [inLang(first.titles.scenario, lang)]),
    ...(data.axes.length === 0
      ? [
          text.loansOf(whole(first.result.loans)),
          text.balanceOf(total(first.result.balance, first.unit, lang)),
          text.yieldOf(percent(first.result.portfolioYield)),
        ]
      : []),
    ...populations(data, lang),
    text.months(simulation.horizonMonths),
    text.pathsOf(whole(first.result.paths)),
    text.fidelities[simulation.fidelity],
  ].join(' · ')
}

const populations = ({ comparisons }: ReportData, lang: Lang): string[] => {
  const count = comparisons[0]?.populations ?? 1
  return count > 1 ? [words(lang).comparison.populations(count)] : []
}
