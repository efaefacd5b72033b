import { dirname } from 'node:path'
import { usualGoals } from '../../models/optimise/usualGoals.ts'
import type { Book } from '../../models/book.ts'
import type { Scenario } from '../../models/scenario.ts'
import type { Schedule } from '../../models/schedule.ts'
import type { Strategy } from '../../models/strategy.ts'
import type { SimulationSettings, Study } from '../../models/study.ts'
import { study as schema, type VariedKind } from '../schema/study.ts'
import { checkItem } from './checkItem.ts'
import { crossCheck } from './crossCheck.ts'
import { type StudyItem } from './studyItem.ts'
import { effectNotices } from './effectNotices.ts'
import { FOLDERS, findFile } from './findFile.ts'
import {
  entryOf,
  locate,
  nodeAt,
  put,
  scalarAt,
  toPlain,
  withoutEntries,
  type Located,
  type LocatedMap,
} from './located.ts'
import { networkNotices } from './networkNotices.ts'
import { noticesOf } from './notices.ts'
import { toBook } from './readBook.ts'
import { readDocument } from './readDocument.ts'
import { readItem, readNamed } from './readItem.ts'
import { toScenario } from './readScenario.ts'
import { toSchedule } from './readSchedule.ts'
import { toStrategy } from './readStrategy.ts'
import { addProblem, finish, startReading, type Reading } from './reading.ts'
import { recordedPath, shownPath } from './recordedPath.ts'
import { scheduleNotices } from './scheduleNotices.ts'
import { expand, readAxes, type Axis } from './vary.ts'

/** Settings of the command line that take the place of the study's own. */
export type StudyOverrides = Partial<Pick<SimulationSettings, 'seed' | 'paths' | 'correlation' | 'targetError'>> & {
  readonly fidelity?: string
  /** Asks for a tail sample, of the size that the study gives where it gives one. */
  readonly tail?: true
}

/**
 * Reads a study with everything it names, every default filled in.
 *
 * @param path id of a shipped study, a study file, or the `manifest.json` of a run, which gives the same Study again
 * @throws {InputError} naming every problem of every file with file, line and column
 */
export async function readStudy(path: string, overrides: StudyOverrides = {}): Promise<Study> {
  const manifest = path.endsWith('.json') ? await readManifest(path) : null
  if (manifest) return fromManifest(manifest, overrides)
  const reading = startReading()
  const document = await readNamed('study', path, reading)
  const study = document && (await toStudy(override(document, overrides), reading))
  return finish(reading, study)
}

/** The study of a manifest, with the notices and hashes of its first reading; null when the file is not a manifest. */
async function readManifest(path: string): Promise<LocatedMap | null> {
  const reading = startReading()
  const file = await findFile('study', path, reading, null)
  const document = file === null ? null : await readDocument(file, reading)
  const study = finish(reading, document).entries.get('study')?.node
  return study?.kind === 'map' ? study : null
}

async function fromManifest(manifest: LocatedMap, overrides: StudyOverrides): Promise<Study> {
  const reading = startReading(true)
  const document = override(withoutEntries(manifest, 'notices', 'inputs'), overrides)
  const study = await toStudy(document, reading)
  const recorded = toPlain(manifest) as Pick<Study, 'notices' | 'inputs'>
  const hashes = Object.values(recorded.inputs)
  for (const [file, hash] of reading.inputs)
    if (!hashes.includes(hash))
      addProblem(reading, manifest.at, 'inputs', `${shownPath(file)} has changed since this run`)
  return { ...finish(reading, study), notices: recorded.notices, inputs: recorded.inputs }
}

/** A study document with settings of the command line put in; problems with them are named after the option. */
function override(study: LocatedMap, overrides: StudyOverrides): LocatedMap {
  let changed: Located = study
  for (const [name, value] of Object.entries<string | number | boolean | null | undefined>(overrides)) {
    if (value === undefined || (value === true && nodeAt(study, ['simulation', name])?.kind === 'map')) continue
    const place = { at: locate(study, ['simulation', name]).at, alias: optionOf(name) }
    changed = put(changed, ['simulation', name], scalarAt(place, value), place) ?? changed
  }
  return changed as LocatedMap
}

/** The command line's word for a setting: `--target-error`. */
const optionOf = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

async function toStudy(document: LocatedMap, reading: Reading): Promise<Study | null> {
  const settings = checkItem(schema, document, reading)
  const items = await eachKind((kind) => itemsOf(kind, document, reading))
  const axes = readAxes(document, reading)
  const variants = await eachKind((kind) => expandAll(kind, items[kind], axes, reading))

  const books = await checkAll<Book>(variants.book, toBook, reading)
  const strategies = await checkAll<Strategy>(variants.strategy, toStrategy, reading)
  const schedules = await checkAll<Schedule>(variants.schedule, toSchedule, reading)
  const scenarios = await checkAll<Scenario>(variants.scenario, toScenario, reading)
  const fidelity = settings?.simulation.fidelity ?? null
  crossCheck({ study: document, fidelity, items, variants, books, strategies }, reading)
  if (!settings) return null

  const documents = [document, ...Object.values(items).flatMap((list) => list.map((item) => item.document))]
  const { id, title, context, simulation, verdict, masterScale, lawOfLargeNumbers, demand } = settings
  const home = dirname(document.at.file)
  return {
    id,
    title,
    context,
    vary: {},
    books,
    strategies,
    schedules,
    scenarios,
    simulation,
    verdict,
    masterScale,
    lawOfLargeNumbers,
    optimise: { ...settings.optimise, scenarios: settings.optimise.scenarios ?? usualGoals(scenarios) },
    demand,
    notices: [
      ...new Set([
        ...documents.flatMap((one) => noticesOf(one, home)),
        ...effectNotices({ variants, books, strategies, scenarios }, home),
        ...networkNotices({ variants, books, strategies, scenarios }, home),
        ...scheduleNotices({ variants, schedules }, home),
      ]),
    ],
    inputs: Object.fromEntries([...reading.inputs].map(([file, hash]) => [recordedPath(file, home), hash])),
  }
}

/** The documents in one list of a study, with their places in it. */
async function itemsOf(kind: VariedKind, study: LocatedMap, reading: Reading): Promise<StudyItem[]> {
  const field = FOLDERS[kind]
  const list = entryOf(study, field)
  const items: StudyItem[] = []
  for (const [index, node] of (list?.kind === 'list' ? list.items : []).entries()) {
    const path = `${field}[${index}]`
    const document = await readItem(kind, node, path, reading)
    if (document) items.push({ at: node.at, path, document })
  }
  return items
}

async function expandAll(
  kind: VariedKind,
  items: readonly StudyItem[],
  axes: readonly Axis[],
  reading: Reading,
): Promise<LocatedMap[]> {
  const variants: LocatedMap[] = []
  for (const { document } of items) variants.push(...(await expand(kind, document, axes, reading)))
  return variants
}

async function checkAll<T>(
  documents: readonly LocatedMap[],
  check: (document: LocatedMap, reading: Reading) => T | null | Promise<T | null>,
  reading: Reading,
): Promise<T[]> {
  const results: T[] = []
  for (const document of documents) {
    const result = await check(document, reading)
    if (result) results.push(result)
  }
  return results
}

/** One value for each of the four kinds, worked out one after the other so that files are always read in the same order. */
async function eachKind<T>(work: (kind: VariedKind) => Promise<T>): Promise<Record<VariedKind, T>> {
  return {
    book: await work('book'),
    strategy: await work('strategy'),
    schedule: await work('schedule'),
    scenario: await work('scenario'),
  }
}
