/** A document's values together with the place where each was written. Values are never changed, only built anew. */

export interface Position {
  /** Absolute path. */
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly column: number
}

/** Where something was written. */
export interface Place {
  readonly at: Position
  /** How problems name this node, where that is not its path in the document (a `vary` value, a command-line option). */
  readonly alias?: string | undefined
}

export interface LocatedScalar extends Place {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null
}

export interface LocatedList extends Place {
  readonly kind: 'list'
  readonly items: readonly Located[]
}

export interface Entry {
  /** Where the key was written, and how problems name it where that is not its path. */
  readonly key: Position
  readonly alias?: string | undefined
  readonly node: Located
}

export interface LocatedMap extends Place {
  readonly kind: 'map'
  readonly entries: ReadonlyMap<string, Entry>
}

export type Located = LocatedScalar | LocatedList | LocatedMap

/** Keys and indices from the root of a document. */
export type Path = readonly PropertyKey[]

/** The values alone. */
export function toPlain(node: Located): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(toPlain)
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, toPlain(entry.node)]))
}

/** The node a value was parsed from, with new text or number in its place. */
export const scalarAt = (place: Place, value: LocatedScalar['value']): LocatedScalar => ({
  ...place,
  kind: 'scalar',
  value,
})

export const entryOf = (node: Located, key: string): Located | undefined =>
  node.kind === 'map' ? node.entries.get(key)?.node : undefined

/** A map with one entry set; a new key counts as written where the node is, unless told. */
export const withEntry = (map: LocatedMap, key: string, node: Located, place: Place = node): LocatedMap => {
  const before = map.entries.get(key)
  const entry = before ? { ...before, node } : { key: place.at, alias: place.alias, node }
  return { ...map, entries: new Map(map.entries).set(key, entry) }
}

export const withoutEntries = (map: LocatedMap, ...keys: string[]): LocatedMap => ({
  ...map,
  entries: new Map([...map.entries].filter(([key]) => !keys.includes(key))),
})

/** Two documents in one: maps merge entry by entry, anything else of the second replaces the first, and so does another alternative. */
export function merge(first: LocatedMap, second: LocatedMap): LocatedMap {
  const entries = new Map(first.entries)
  for (const [key, entry] of second.entries) {
    const before = entries.get(key)
    entries.set(key, before ? { key: entry.key, node: mergeValues(before.node, entry.node) } : entry)
  }
  return { ...second, entries }
}

const mergeValues = (first: Located, second: Located): Located =>
  first.kind === 'map' && second.kind === 'map' && !isAlternative(first, second) ? merge(first, second) : second

/** Keys whose value decides what else a map inside a document holds. */
const TAGS = ['kind', 'by']

/** Keys of which a map has one alone. */
const ONE_OF = [
  ['loans', 'applicants'],
  ['column', 'constant'],
]

/** Whether two maps are different choices for one value, so that nothing of the first belongs to the second. */
function isAlternative(first: LocatedMap, second: LocatedMap): boolean {
  const tag = TAGS.find((key) => first.entries.has(key) && second.entries.has(key))
  if (tag !== undefined) return toPlain(entryOf(first, tag)!) !== toPlain(entryOf(second, tag)!)
  const keys = [...first.entries.keys(), ...second.entries.keys()]
  return keys.length === 2 && keys[0] !== keys[1] && ONE_OF.some((names) => keys.every((key) => names.includes(key)))
}

/**
 * A document with one value replaced. Maps on the way are made where missing.
 *
 * @param place where the path was written
 * @returns null when the path goes through a text or number, or past the end of a list
 */
export function put(node: Located, path: Path, value: Located, place: Place): Located | null {
  const [head, ...rest] = path
  if (head === undefined) return value
  if (node.kind === 'map') {
    const key = String(head)
    const inner = put(entryOf(node, key) ?? { ...place, kind: 'map', entries: new Map() }, rest, value, place)
    return inner && withEntry(node, key, inner, place)
  }
  if (node.kind === 'scalar') return null
  const index = Number(head)
  const item = node.items[index]
  const inner = item && put(item, rest, value, place)
  return inner ? { ...node, items: node.items.with(index, inner) } : null
}

/** Where a path of the document was written: its nearest node that exists, and the name to show. */
export function locate(root: Located, path: Path): { at: Position; name: string } {
  let node = root
  let name = root.alias ?? ''
  let missing = false
  for (const part of path) {
    const next = missing ? undefined : child(node, part)
    name = next?.alias ?? joinPath(name, part)
    if (next) node = next
    else missing = true
  }
  return { at: node.at, name }
}

/** Where a key of the map at a path was written. */
export function locateKey(root: Located, path: Path, key: string): { at: Position; name: string } {
  const map = nodeAt(root, path)
  const entry = map?.kind === 'map' ? map.entries.get(key) : undefined
  const place = locate(root, path)
  return { at: entry?.key ?? place.at, name: entry?.alias ?? place.name }
}

export const nodeAt = (root: Located, path: Path): Located | undefined =>
  path.reduce<Located | undefined>((node, part) => node && child(node, part), root)

const child = (node: Located, part: PropertyKey): Located | undefined =>
  node.kind === 'list' ? node.items[Number(part)] : entryOf(node, String(part))

/** `shocks.pdMultiple[1]`; keys that are not plain words are quoted. */
export const joinPath = (start: string, part: PropertyKey): string => {
  if (typeof part === 'number') return `${start}[${part}]`
  const key = String(part)
  if (!/^[\p{L}\p{N}_-]+$/u.test(key)) return `${start}[${JSON.stringify(key)}]`
  return start === '' ? key : `${start}.${key}`
}
