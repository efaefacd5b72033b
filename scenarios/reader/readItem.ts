import { REFERENCE_STRATEGY } from '../schema/book.ts'
import { extended, named } from './extended.ts'
import { findFile, type Kind } from './findFile.ts'
import { entryOf, scalarAt, withEntry, type Located, type LocatedMap } from './located.ts'
import { readDocument } from './readDocument.ts'
import type { Reading } from './reading.ts'

/**
 * A document ready to be checked: what it extends merged in, documents it names put in place of their names, and named itself.
 *
 * @param written the document, or text that names it
 * @param path    place of `written` for messages
 * @returns null with problems added when a file is missing or unsound
 */
export async function readItem(
  kind: Kind,
  written: Located,
  path: string,
  reading: Reading,
): Promise<LocatedMap | null> {
  const whole = await extended(kind, written, path, reading, [])
  return whole && resolveReferences(kind, whole, reading)
}

/** The same for a shipped document by its id, or a file, as named on the command line. */
export async function readNamed(kind: Kind, reference: string, reading: Reading): Promise<LocatedMap | null> {
  const file = await findFile(kind, reference, reading, null)
  if (file === null) return null
  const document = await readDocument(file, reading)
  const whole = document && (await extended(kind, named(document, file), '', reading, [file]))
  return whole && resolveReferences(kind, whole, reading)
}

/**
 * Puts documents in place of the names by which a book or a strategy refers to them. Doing it twice changes nothing.
 *
 * A document that cannot be read leaves its name in place, noted as unread.
 */
export async function resolveReferences(kind: Kind, document: LocatedMap, reading: Reading): Promise<LocatedMap> {
  if (kind === 'book') return isTape(document) ? document : withReferenceStrategy(document, reading)
  return kind === 'strategy' ? withCards(document, reading) : document
}

const isTape = (book: LocatedMap): boolean => {
  const kind = entryOf(book, 'kind')
  return kind?.kind === 'scalar' && kind.value === 'tape'
}

async function withReferenceStrategy(book: LocatedMap, reading: Reading): Promise<LocatedMap> {
  const written = entryOf(book, 'referenceStrategy') ?? scalarAt(book, REFERENCE_STRATEGY)
  return withEntry(book, 'referenceStrategy', await resolved('strategy', written, 'referenceStrategy', reading))
}

/** Parts of a strategy that name a card. */
const CARD_PARTS = ['scorecard', 'settlement']

async function withCards(strategy: LocatedMap, reading: Reading): Promise<LocatedMap> {
  let whole = strategy
  for (const part of CARD_PARTS) whole = await withCard(whole, part, reading)
  return whole
}

/** `none` becomes null; the card's name alone stands for `{ card }`. */
async function withCard(strategy: LocatedMap, part: string, reading: Reading): Promise<LocatedMap> {
  const written = entryOf(strategy, part)
  if (!written || written.kind === 'list') return strategy
  if (written.kind === 'scalar' && (written.value === 'none' || written.value === null))
    return withEntry(strategy, part, scalarAt(written, null))
  const map: LocatedMap =
    written.kind === 'map' ? written : withEntry({ kind: 'map', at: written.at, entries: new Map() }, 'card', written)
  const card = entryOf(map, 'card')
  if (!card) return strategy
  return withEntry(strategy, part, withEntry(map, 'card', await resolved('card', card, `${part}.card`, reading)))
}

async function resolved(kind: Kind, written: Located, path: string, reading: Reading): Promise<Located> {
  const document = await readItem(kind, written, path, reading)
  if (!document) reading.unread.add(written)
  return document ?? written
}
