import { type ReadonlySignal, batch, signal } from '@preact/signals'
import type { CaseNames, DeskState, ReadyDesk } from '../../desk/protocol.ts'
import type { DeskApi } from './api.ts'
import { type Desk, createDesk } from './desk.ts'
import { type DraftKeeper, keepDraft } from './keepDraft.ts'
import { firstNames } from './firstNames.ts'
import { messageOf } from './messageOf.ts'

/** The page's way to a desk that is ready. */
export interface Session {
  /** How far the server is; null before it has been heard. */
  readonly state: ReadonlySignal<Exclude<DeskState, ReadyDesk> | null>
  /** Null until the server is ready. */
  readonly desk: ReadonlySignal<Desk | null>
  readonly open: (names: CaseNames) => void
  readonly close: () => void
}

/**
 * Asks the server how far it is, opens the desk where there is only one case, and follows it until it is ready.
 *
 * @param drafts  keeps what is edited over a reload of the page
 */
export function startSession(api: DeskApi, drafts: DraftKeeper): Session {
  const state = signal<Exclude<DeskState, ReadyDesk> | null>(null)
  const desk = signal<Desk | null>(null)
  let endWatching = (): void => undefined
  let endKeeping = (): void => undefined

  const take = (told: DeskState): void => {
    if (told.status === 'ready') {
      const made = createDesk(told, api, () => {
        leave()
        open(told.names)
      })
      endKeeping = keepDraft(made, drafts)
      batch(() => {
        desk.value = made
        state.value = null
      })
      return
    }
    state.value = told
    if (told.status === 'opening') {
      endWatching()
      endWatching = api.watch(take)
    }
  }
  const leave = (): void => {
    endWatching()
    endKeeping()
    desk.value?.close()
    desk.value = null
  }
  const fail = (error: unknown): void => {
    state.value = { status: 'failed', message: messageOf(error) }
  }
  const open = (names: CaseNames): void => {
    state.value = null
    api.open(names).then(take, fail)
  }

  api.state().then((told) => {
    const isOne =
      told.status === 'closed' && Object.values(told.choices).every((list: readonly unknown[]) => list.length === 1)
    if (isOne) open(firstNames(told.choices))
    else take(told)
  }, fail)

  return {
    state,
    desk,
    open,
    close: leave,
  }
}
