import { isDeepStrictEqual } from 'node:util'
import type { Result } from '../models/result.ts'
import type { Named, Study, Text } from '../models/study.ts'
import { POPULATION_AXIS } from './firstPopulation.ts'

/** What names an entry among the others of a run. */
export type EntryNames = Pick<Result, 'book' | 'strategy' | 'schedule' | 'scenario' | 'vary'>

const NAMED_AXES = ['book', 'strategy', 'schedule'] as const

const isNamed = (axis: string): axis is (typeof NAMED_AXES)[number] => NAMED_AXES.some((named) => named === axis)

/** Axes along which entries differ, besides the scenario: book, strategy, schedule, then vary axes; the population where there are several. */
export function varyingAxes(entries: readonly EntryNames[]): string[] {
  const named = NAMED_AXES.filter((axis) => new Set(entries.map((entry) => entry[axis])).size > 1)
  const vary = new Set(entries.flatMap((entry) => Object.keys(entry.vary ?? {})))
  const populations = new Set(entries.map((entry) => entry.vary?.[POPULATION_AXIS]))
  if (populations.size === 1) vary.delete(POPULATION_AXIS)
  return [...named, ...vary]
}

/** What tells an entry from the others: values of vary axes first, the scenario, then each other axis. */
export function entryLabel(axes: readonly string[], titles: Titles, vary: EntryNames['vary']): Text {
  const named = axes.filter(isNamed).map((axis) => titles[axis])
  const values = axes
    .filter((axis) => !isNamed(axis))
    .map((axis): Text => ({ en: `${shortName(axis, axes)} ${JSON.stringify(vary?.[axis] ?? null)}` }))
  return joinTexts([...values, titles.scenario, ...named])
}

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
export const varied = (title: Text, vary: EntryNames['vary']): Text => {
  const axes = Object.keys(vary ?? {})
  return joinTexts([title, ...axes.map((axis) => ({ en: `${shortName(axis, axes)} ${JSON.stringify(vary?.[axis])}` }))])
}

/** The last part of a vary axis; the whole of it where another axis ends alike. */
function shortName(axis: string, axes: readonly string[]): string {
  const last = (path: string): string => path.split('.').at(-1)!
  return axes.filter((other) => last(other) === last(axis)).length === 1 ? last(axis) : axis
}

/** Texts with a dot between them. */
export function joinTexts(texts: readonly Text[]): Text {
  const en = texts.map((text) => text.en).join(' · ')
  const zh = texts.map((text) => text.zh ?? text.en).join(' · ')
  return { en, zh }
}
