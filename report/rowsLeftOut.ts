import type { Text } from '../models/text.ts'
import type { RunResult } from '../sim/types.ts'

/** A tape of which bad rows were skipped. */
export interface RowsLeftOut {
  readonly book: Text
  readonly skipped: number
  readonly read: number
  /** The first of what was wrong with them, a line each with its place. */
  readonly problems: readonly string[]
}

const MOST_PROBLEMS = 3

/** Tapes of a run of which bad rows were skipped, each once. */
export function rowsLeftOut({ derived, books }: Pick<RunResult, 'derived' | 'books'>): RowsLeftOut[] {
  const found = listOf(derived['books']).flatMap((one, i) => {
    const { rowsSkipped, problems } = one as { readonly rowsSkipped?: unknown; readonly problems?: unknown }
    const run = books[i]
    if (typeof rowsSkipped !== 'number' || rowsSkipped === 0 || !run) return []
    const kept = run.loans[0]?.loans.count ?? 0
    const first = listOf(problems).slice(0, MOST_PROBLEMS).map(String)
    return [{ book: run.book.title, skipped: rowsSkipped, read: rowsSkipped + kept, problems: first }]
  })
  // the variants of a vary study read one tape
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()]
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
