/** Edits that can be undone, oldest first; values are never changed, only replaced. */
export interface History<T> {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
  /** What the last edit belongs to: the next of the same name is one step with it. */
  readonly open: string | null
}

/** Edits kept; the oldest are forgotten. */
const MOST = 500

export const historyOf = <T>(present: T): History<T> => ({ past: [], present, future: [], open: null })

/**
 * Notes an edit; what had been undone can then not be redone.
 *
 * @param name  joins successive edits of the same name, such as the keystrokes of one number, into one step
 */
export function record<T>(history: History<T>, next: T, name: string | null = null): History<T> {
  if (Object.is(next, history.present)) return history
  const isSame = name !== null && name === history.open
  const past = isSame ? history.past : [...history.past, history.present].slice(-MOST)
  return { past, present: next, future: [], open: name }
}

/** Ends the step that is open: the next edit is one of its own. */
export const closed = <T>(history: History<T>): History<T> => ({ ...history, open: null })

export function undone<T>(history: History<T>): History<T> {
  const { past, present, future } = history
  if (past.length === 0) return history
  return { past: past.slice(0, -1), present: past.at(-1)!, future: [present, ...future], open: null }
}

export function redone<T>(history: History<T>): History<T> {
  const { past, present, future } = history
  const [next, ...rest] = future
  if (next === undefined) return history
  return { past: [...past, present], present: next, future: rest, open: null }
}
