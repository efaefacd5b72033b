import { useSignal } from '@preact/signals'
import { scheduleFileName } from '../../desk/scheduleFileName.ts'
import { deskWords } from '../../words/desk.ts'
import type { DeskApi } from './api.ts'
import { Confirmation } from './confirmation.tsx'
import type { Desk } from './desk.ts'
import { Labelled } from './field.tsx'
import { lang } from './language.ts'
import { messageOf } from './messageOf.ts'

interface SavePanelProps {
  readonly desk: Desk
  readonly api: DeskApi
  /** Of the schedule. */
  readonly name: string
  readonly rename: (name: string) => void
}

/** Saves the rates as a file, or has them simulated in a run of their own. */
export function SavePanel({ desk, api, name, rename }: SavePanelProps) {
  const own = deskWords(lang.value).save
  const problem = useSignal('')
  const terms = desk.terms.value
  const title = name.trim()
  const isReady = terms !== null && title !== ''
  const save = (): void => {
    if (terms === null) return
    problem.value = ''
    api.save({ terms, title }).then(
      (file) => download(file, scheduleFileName(title)),
      (error: unknown) => {
        problem.value = messageOf(error)
      },
    )
  }
  return (
    <section aria-labelledby="save">
      <h2 id="save">{own.heading}</h2>
      <Labelled id="schedule-name" label={own.name}>
        <input
          id="schedule-name"
          type="text"
          class="long"
          value={name}
          onInput={({ currentTarget }) => {
            rename(currentTarget.value)
          }}
        />
      </Labelled>
      <p>
        <button type="button" class="main" disabled={!isReady} onClick={save}>
          {own.download}
        </button>
      </p>
      {terms === null ? <p>{own.unsaved}</p> : null}
      <Confirmation desk={desk} api={api} title={title} />
      {problem.value === '' ? null : (
        <p class="problem" role="alert">
          {deskWords(lang.value).problem(problem.value)}
        </p>
      )}
    </section>
  )
}

function download(text: string, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
