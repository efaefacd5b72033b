import { effect } from '@preact/signals'
import type { CaseNames } from '../../desk/protocol.ts'
import type { Desk } from './desk.ts'
import type { Draft } from './draft.ts'

/** Where drafts are kept while the browser's tab is open: its session storage. */
export type DraftKeeper = Pick<Storage, 'getItem' | 'setItem'>

/**
 * Puts back what was entered before the page was left or loaded anew, and keeps what is entered from now on.
 *
 * @returns ends the keeping
 */
export function keepDraft(desk: Desk, drafts: DraftKeeper): () => void {
  const name = `draft ${nameOf(desk.ready.names)} ${location.pathname}`
  const kept = readDraft(drafts.getItem(name))
  if (kept?.rates.length === desk.today.rates.length) desk.restore(kept)
  return effect(() => {
    drafts.setItem(name, JSON.stringify(desk.draft.value))
  })
}

const nameOf = ({ book, strategy, schedule }: CaseNames): string => [book, strategy, schedule].join(' ')

function readDraft(text: string | null): Draft | null {
  try {
    return text === null ? null : (JSON.parse(text) as Draft)
  } catch {
    return null
  }
}
