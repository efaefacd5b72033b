import { isDeepStrictEqual } from 'node:util'
import type { Result } from '../models/result.ts'
import type { Study } from '../models/study.ts'
import type { Named, Text } from '../models/text.ts'
import { axisName, axisValue } from './axisText.ts'
import { capitalised } from './format.ts'
import { POPULATION_AXIS } from './firstPopulation.ts'
import { type Lang, words } from './text.ts'

/** What names an entry among the others of a run. */
export type EntryNames = Pick<Result, 'book' | 'strategy' | 'schedule' | 'scenario' | 'vary'>

const NAMED_AXES = ['book', 'strategy', 'schedule'] as const

/** Whether an axis is one of books, strategies or schedules. */
export const isNamed = (axis: string): axis is (typeof NAMED_AXES)[number] => NAMED_AXES.some((named) => named === axis)

/** Stands for the axes of changes tried one at a time, of which an entry has one or none. */
export const CHANGE_AXIS = 'change'

/** Axes along which entries differ, besides the scenario: book, strategy, schedule, then vary axes; the population where there are several. */
export function varyingAxes(entries: readonly EntryNames[]): string[] {
  const named = NAMED_AXES.filter((axis) => new Set(entries.map((entry) => entry[axis])).size > 1)
  const vary = new Set(entries.flatMap((entry) => Object.keys(entry.vary ?? {})))
  const populations = new Set(entries.map((entry) => entry.vary?.[POPULATION_AXIS]))
  if (populations.size === 1) vary.delete(POPULATION_AXIS)
  const shared = [...vary].filter((axis) => entries.every((entry) => entry.vary?.[axis] !== undefined))
  return [...named, ...shared, ...(shared.length < vary.size ? [CHANGE_AXIS] : [])]
}

/** Whether the scenario tells entries apart, or nothing else does; if not, it is said once for all. */
export const isScenarioNamed = (axes: readonly string[], entries: readonly EntryNames[]): boolean =>
  axes.length === 0 || new Set(entries.map(({ scenario }) => scenario)).size > 1

/**
 * What tells an entry from the others: values of vary axes first, the scenario, then each other axis.
 *
 * @param hasScenario  see {@link isScenarioNamed}
 */
export function entryLabel(
  axes: readonly string[],
  titles: Titles,
  vary: EntryNames['vary'],
  hasScenario: boolean,
): Text {
  const named = axes.filter(isNamed).map((axis) => titles[axis])
  const values = axes.filter((axis) => !isNamed(axis)).map((axis) => varyText(axes, vary, axis))
  const { en, zh } = joinTexts([...values, ...(hasScenario ? [titles.scenario] : []), ...named])
  return { en: capitalised(en), zh }
}

/** The value of a vary axis with its name. */
function varyText(axes: readonly string[], vary: EntryNames['vary'], axis: string): Text {
  if (axis === CHANGE_AXIS) return changeText(axes, vary)
  return bothLanguages((lang) => `${axisName(axis, lang)} ${axisValue(axis, vary?.[axis])}`)
}

/** The one change of an entry among those tried one at a time. */
export function changeText(axes: readonly string[], vary: EntryNames['vary']): Text {
  const own = Object.keys(vary ?? {}).filter((axis) => !axes.includes(axis) && axis !== POPULATION_AXIS)
  if (own.length === 0) return bothLanguages((lang) => words(lang).stress.unchanged)
  return joinTexts(own.map((axis) => varyText([], vary, axis)))
}

const bothLanguages = (text: (lang: Lang) => string): Text => ({ en: text('en'), zh: text('zh') })

/** Titles of what an entry is made of. */
export type Titles = Readonly<Record<'book' | 'strategy' | 'schedule' | 'scenario', Text>>

export const titlesOf = (study: Study, entry: EntryNames): Titles => ({
  book: itemOf(study.books, 'book', entry).title,
  strategy: itemOf(study.strategies, 'strategy', entry).title,
  schedule: itemOf(study.schedules, 'schedule', entry).title,
  scenario: itemOf(study.scenarios, 'scenario', entry).title,
})

/** The item an entry names; of several with one id, which a vary study makes, the one with the entry's values. */
export function itemOf<T extends Named>(
  items: readonly T[],
  kind: 'book' | 'strategy' | 'schedule' | 'scenario',
  entry: EntryNames,
): T {
  const named = items.filter((item) => item.id === entry[kind])
  const item =
    named.find((one) =>
      Object.entries(one.vary).every(([axis, value]) => isDeepStrictEqual(entry.vary?.[axis], value)),
    ) ?? named[0]
  if (!item) throw new RangeError(`toReportData: ${kind} of a result must be in the study, got "${entry[kind]}"`)
  return item
}

/** A title, with the values of vary axes that tell it from others of its id. */
export const varied = (title: Text, vary: EntryNames['vary']): Text =>
  joinTexts([title, ...Object.keys(vary ?? {}).map((axis) => varyText([], vary, axis))])

/** Texts with a dot between them. */
export function joinTexts(texts: readonly Text[]): Text {
  const en = texts.map((text) => text.en).join(' · ')
  const zh = texts.map((text) => text.zh ?? text.en).join(' · ')
  return { en, zh }
}
