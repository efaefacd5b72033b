import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Entry, Located, LocatedMap, LocatedScalar, Position } from './located.ts'
import { addProblem, type Origin, type Reading } from './reading.ts'
import { shownPath } from './recordedPath.ts'

/**
 * Reads one YAML or JSON file whose outermost value is a map. A file is read once a reading.
 *
 * @param file absolute path
 * @param from where the file is named, blamed when it is not there; the file itself without
 * @returns null with problems added when the file is missing, not UTF-8 or not sound YAML
 */
export async function readDocument(file: string, reading: Reading, from?: Origin): Promise<LocatedMap | null> {
  const known = reading.documents.get(file)
  if (known !== undefined) return known
  const bytes = await readBytes(file, reading, from)
  const document = bytes && parse(file, bytes, reading)
  reading.documents.set(file, document)
  return document
}

/** Bytes of a file, its hash noted; null with a problem when it cannot be read. */
async function readBytes(file: string, reading: Reading, from?: Origin): Promise<Buffer | null> {
  try {
    const bytes = await readFile(file)
    reading.inputs.set(file, createHash('sha256').update(bytes).digest('hex'))
    return bytes
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    const reason =
      code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'is a folder, not a file' : `cannot be read (${code})`
    if (from) addProblem(reading, from.at, from.path, `names ${shownPath(file)}: ${reason}`)
    else addProblem(reading, startOf(file), '', reason)
    return null
  }
}

const startOf = (file: string): Position => ({ file, line: 1, column: 1 })

function parse(file: string, bytes: Buffer, reading: Reading): LocatedMap | null {
  const text = decode(file, bytes, reading)
  if (text === null) return null
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const positionOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { file, line, column: col }
  }

  const faults = [...document.errors, ...document.warnings]
  for (const { code, message, pos } of faults) {
    const key = /^("[^"\n]*"|'[^'\n]*'|[^\s:]+)/.exec(text.slice(pos[0]))?.[0]
    addProblem(
      reading,
      positionOf(pos[0]),
      '',
      code === 'DUPLICATE_KEY' ? `key ${key} is written twice` : `is not YAML: ${message}`,
    )
  }
  if (faults.length > 0) return null

  const root = toLocated(document.contents, { positionOf, reading, at: startOf(file) })
  if (root.kind === 'map') return root
  const empty = root.kind === 'scalar' && root.value === null
  addProblem(reading, root.at, '', empty ? 'is empty, must be a map' : 'must be a map')
  return null
}

function decode(file: string, bytes: Buffer, reading: Reading): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const before = new TextDecoder().decode(bytes).split('\uFFFD', 1)[0]!.split('\n')
    const at = { file, line: before.length, column: before.at(-1)!.length + 1 }
    addProblem(reading, at, '', 'is not UTF-8 text')
    return null
  }
}

interface Source {
  readonly positionOf: (offset: number) => Position
  readonly reading: Reading
  /** Position of a value that is not written at all. */
  readonly at: Position
}

function toLocated(node: unknown, source: Source): Located {
  const range = (node as { range?: readonly number[] | null } | null)?.range
  const at = range ? source.positionOf(range[0]!) : source.at
  if (isMap(node)) {
    const entries = new Map<string, Entry>()
    for (const pair of node.items) {
      const key = toLocated(pair.key, { ...source, at })
      const name = key.kind === 'scalar' ? String(key.value) : null
      if (name === null || name === '__proto__')
        addProblem(source.reading, key.at, '', 'key must be a plain word or number')
      else entries.set(name, { key: key.at, node: toLocated(pair.value, { ...source, at: key.at }) })
    }
    return { kind: 'map', at, entries }
  }
  if (isSeq(node)) return { kind: 'list', at, items: node.items.map((item) => toLocated(item, { ...source, at })) }
  const value = isScalar(node) ? (node.value as LocatedScalar['value']) : null
  const scalar: LocatedScalar = { kind: 'scalar', at, value }
  if (isAlias(node)) {
    addProblem(source.reading, at, '', 'aliases (*name) are not read, use `extends` or repeat the value')
    source.reading.unread.add(scalar)
  }
  return scalar
}
