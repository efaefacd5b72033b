import { FILLED } from '../schema/common.ts'
import { show } from './describeIssue.ts'
import { findFile, idOf, type Kind } from './findFile.ts'
import { entryOf, merge, scalarAt, withEntry, withoutEntries, type Located, type LocatedMap } from './located.ts'
import { readDocument } from './readDocument.ts'
import { addProblem, type Reading } from './reading.ts'

/**
 * Follows a reference and merges what the document extends.
 *
 * @param written a document, or text that names it
 * @param path    place of `written` for messages
 * @param trail   chain of files that led here, to find one that extends itself
 * @returns null with problems added when a file is missing or unsound
 */
export async function extended(
  kind: Kind,
  written: Located,
  path: string,
  reading: Reading,
  trail: readonly string[],
): Promise<LocatedMap | null> {
  if (written.kind === 'map') return merged(kind, written, path, reading, trail)
  if (written.kind === 'list' || typeof written.value !== 'string') {
    const got = written.kind === 'list' ? 'a list' : show(written.value)
    addProblem(reading, written.at, path, `must be the id or path of a ${kind}, or a map, got ${got}`)
    return null
  }
  const file = await findFile(kind, written.value, reading, { at: written.at, path })
  if (file === null) return null
  if (trail.includes(file)) {
    const circle = [...trail.slice(trail.indexOf(file)), file].map(idOf).join(' > ')
    addProblem(reading, written.at, path, `must not extend itself: ${circle}`)
    return null
  }
  const document = await readDocument(file, reading, { at: written.at, path })
  return document && merged(kind, named(document, file), '', reading, [...trail, file])
}

/** A document over all it extends: later ones win over earlier ones, the document over all. */
async function merged(
  kind: Kind,
  document: LocatedMap,
  path: string,
  reading: Reading,
  trail: readonly string[],
): Promise<LocatedMap | null> {
  const written = entryOf(document, 'extends')
  const inside = path === '' ? 'extends' : `${path}.extends`
  const parents: (LocatedMap | null)[] = []
  if (written?.kind === 'list')
    for (const [index, parent] of written.items.entries())
      parents.push(await extended(kind, parent, `${inside}[${index}]`, reading, trail))
  else if (written) parents.push(await extended(kind, written, inside, reading, trail))
  if (!parents.every((parent) => parent !== null)) return null
  const own = withoutEntries(named(asWritten(kind, document, path, reading)), 'extends')
  return [...parents.map(anonymous), own].reduce(merge)
}

/** A document with its id, by default its file's name, and its title, by default its id; a wrong id is one problem, not two. */
export function named(document: LocatedMap, file?: string): LocatedMap {
  const id = entryOf(document, 'id') ?? (file === undefined ? undefined : scalarAt(document, idOf(file)))
  const whole = id ? withEntry(document, 'id', id) : document
  if (entryOf(document, 'title')) return whole
  const isText = id?.kind === 'scalar' && typeof id.value === 'string' && id.value !== ''
  return withEntry(whole, 'title', isText ? id : scalarAt(document, 'untitled'))
}

/** A document without what only the reader fills in; writing that is a problem. */
function asWritten(kind: Kind, document: LocatedMap, path: string, reading: Reading): LocatedMap {
  const filled = reading.resolved || kind === 'study' ? [] : FILLED.filter((key) => document.entries.has(key))
  for (const key of filled)
    addProblem(
      reading,
      document.entries.get(key)!.key,
      path,
      `unknown field "${key}"${key === 'vary' ? ': axes belong to a study' : ''}`,
    )
  return withoutEntries(document, ...filled)
}

/** What a document hands on to those that extend it: everything but its name. */
const anonymous = (document: LocatedMap): LocatedMap => withoutEntries(document, 'id', 'title')
