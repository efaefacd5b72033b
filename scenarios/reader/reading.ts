import { InputError, type Problem } from './inputError.ts'
import type { Located, LocatedMap, Position } from './located.ts'
import { shownPath } from './recordedPath.ts'

/** What one reading has seen so far: documents, the hash of every file, and everything wrong with them. */
export interface Reading {
  /** By absolute path; null for a file that cannot be used. */
  readonly documents: Map<string, LocatedMap | null>
  /** SHA-256 by absolute path. */
  readonly inputs: Map<string, string>
  readonly problems: Problem[]
  /** Values that stand for others that could not be read: said once, so not again as values of the wrong kind. */
  readonly unread: Set<Located>
  /** A run's manifest is read: documents are whole and have what only this reader fills in. */
  readonly resolved: boolean
}

/** Where a file is named, and the path of that place in its document. */
export interface Origin {
  readonly at: Position
  readonly path: string
}

export const startReading = (resolved = false): Reading => ({
  resolved,
  documents: new Map(),
  inputs: new Map(),
  problems: [],
  unread: new Set(),
})

export function addProblem(reading: Reading, at: Position, path: string, message: string): void {
  const problem = { file: shownPath(at.file), line: at.line, column: at.column, path, message }
  const known = reading.problems.some((other) => JSON.stringify(other) === JSON.stringify(problem))
  if (!known) reading.problems.push(problem)
}

/**
 * The result of a reading that went well.
 *
 * @throws {InputError} with every problem in the order of files read, then of lines
 */
export function finish<T>(reading: Reading, result: T | null): T {
  if (reading.problems.length === 0 && result !== null) return result
  const files = [...new Set(reading.problems.map(({ file }) => file))]
  throw new InputError(
    reading.problems.toSorted(
      (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
    ),
  )
}
