import type { Book } from '../../models/book.ts'
import type { Strategy } from '../../models/strategy.ts'
import type { Fidelity } from '../../models/study.ts'
import type { VariedKind } from '../schema/study.ts'
import { checkDemand } from './checkDemand.ts'
import { checkGoals } from './checkGoals.ts'
import { checkStrategies } from './checkStrategies.ts'
import { suggest } from './describeIssue.ts'
import { entryOf, locate, nodeAt, toPlain, type LocatedMap } from './located.ts'
import { addProblem, type Reading } from './reading.ts'
import type { StudyItem } from './studyItem.ts'

/** A study, its items before and after `vary`, and those that are sound. */
interface StudyParts {
  readonly study: LocatedMap
  /** Null where the study's settings are not sound. */
  readonly fidelity: Fidelity | null
  readonly items: Readonly<Record<VariedKind, readonly StudyItem[]>>
  readonly variants: Readonly<Record<VariedKind, readonly LocatedMap[]>>
  readonly books: readonly Book[]
  readonly strategies: readonly Strategy[]
}

/** What must hold between the items of a study: ids differ, cards have applicants to score, shocked sectors, factors and goals exist. */
export function crossCheck(parts: StudyParts, reading: Reading): void {
  if (!reading.resolved) {
    for (const items of Object.values(parts.items)) checkIds(items, reading)
    checkGoals(parts, reading)
  }
  checkDemand(parts, reading)
  checkStrategies(parts, reading)
  checkSectors(parts, reading)
  checkFactors(parts, reading)
}

function checkIds(items: readonly StudyItem[], reading: Reading): void {
  const seen = new Map<string, string>()
  for (const { at, path, document } of items) {
    const id = entryOf(document, 'id')
    if (id?.kind !== 'scalar') continue
    const name = String(id.value)
    const before = seen.get(name)
    if (before !== undefined) addProblem(reading, at, path, `must not have the id of ${before}, got "${name}"`)
    else seen.set(name, path)
  }
}

function checkSectors({ study, items, variants, books }: StudyParts, reading: Reading): void {
  const listed = entryOf(study, 'books')
  if (listed?.kind === 'list' && items.book.length < listed.items.length) return
  if (books.length < variants.book.length || books.some(({ kind }) => kind === 'tape')) return
  const sectors = [...new Set(books.flatMap((book) => (book.kind === 'synthetic' ? Object.keys(book.sectors) : [])))]
  for (const document of variants.scenario) {
    const shocks = entryOf(document, 'shocks')
    const multiples = shocks && entryOf(shocks, 'sectorPdMultiple')
    if (multiples?.kind !== 'map') continue
    for (const [sector, { key, alias }] of multiples.entries)
      if (!sectors.includes(sector))
        addProblem(
          reading,
          key,
          alias ?? 'shocks.sectorPdMultiple',
          `no book of the study has the sector "${sector}"${suggest(sector, sectors)}`,
        )
  }
}

function checkFactors({ variants, books }: StudyParts, reading: Reading): void {
  const without = books.find(({ factors }) => !factors.some(({ by, loading }) => by === 'global' && loading > 0))
  if (!without) return
  const path = ['shocks', 'factorMean']
  for (const document of variants.scenario) {
    const node = nodeAt(document, path)
    const years = node ? [toPlain(node)].flat() : []
    if (!years.some((shift) => typeof shift === 'number' && shift !== 0)) continue
    const { at, name } = locate(document, path)
    addProblem(
      reading,
      at,
      name,
      `must be 0: it shifts the global factor, on which the book "${without.id}" has no loading`,
    )
  }
}
