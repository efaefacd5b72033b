import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { type Job, isOver } from '../../jobs/job.ts'
import { whole } from '../../format.ts'
import { inLang } from '../../text.ts'
import { deskWords } from '../../words/desk.ts'
import type { DeskApi } from './api.ts'
import type { Desk } from './desk.ts'
import { lang } from './language.ts'
import { messageOf } from './messageOf.ts'

interface ConfirmationProps {
  readonly desk: Desk
  readonly api: Pick<DeskApi, 'confirm' | 'watchJob' | 'cancelJob'>
  /** Of the schedule to be run. */
  readonly title: string
}

/** Has the terms, and the risks tried, simulated in a run of their own, and follows it. */
export function Confirmation({ desk, api, title }: ConfirmationProps) {
  const own = deskWords(lang.value).save
  const id = useSignal<string | null>(null)
  const job = useSignal<Job | null>(null)
  const problem = useSignal('')
  useEffect(
    () =>
      id.value === null
        ? undefined
        : api.watchJob(id.value, (told) => {
            job.value = told
          }),
    [id.value],
  )
  const terms = desk.terms.value
  const isAtWork = id.value !== null && (job.value === null || !isOver(job.value))
  const start = async (): Promise<void> => {
    if (terms === null) return
    problem.value = ''
    job.value = null
    try {
      const risk = desk.risk.isTried.value ? desk.risk.changes.value : null
      id.value = (await api.confirm({ terms, title, risk })).job
    } catch (error) {
      problem.value = messageOf(error)
    }
  }
  return (
    <>
      <p>
        <button type="button" disabled={terms === null || title === '' || isAtWork} onClick={() => void start()}>
          {own.confirm}
        </button>{' '}
        <span class="quiet">{noteOf(desk)}</span>
      </p>
      {problem.value === '' ? null : (
        <p class="problem" role="alert">
          {deskWords(lang.value).problem(problem.value)}
        </p>
      )}
      {id.value === null ? null : (
        <JobLine
          job={job.value}
          cancel={() => {
            if (id.value !== null) void api.cancelJob(id.value)
          }}
        />
      )}
    </>
  )
}

/** What would be run, with which random numbers. */
function noteOf({ ready, risk }: Desk): string {
  const own = deskWords(lang.value).save
  const seed = ready.confirmationSeed
  if (!risk.isTried.value) return own.confirmNote(seed)
  return (risk.changes.value.loans === null ? own.confirmWithRisks : own.confirmWithLoans)(seed)
}

function JobLine({ job, cancel }: { readonly job: Job | null; readonly cancel: () => void }) {
  const own = deskWords(lang.value).save
  if (job?.state === 'done')
    return (
      <p role="status">
        {own.done}
        {': '}
        <a href={`/runs/${job.runId}`}>{own.see}</a>
      </p>
    )
  if (job?.state === 'failed') return <p role="alert">{own.failed(job.message ?? '')}</p>
  if (job?.state === 'cancelled') return <p role="status">{own.cancelled}</p>
  const progress = job?.progress
  return (
    <p>
      <progress aria-label={own.started} max={progress?.total || 1} value={progress?.done ?? 0} />{' '}
      <span role="status">
        {progress
          ? own.progress(inLang(progress.stage, lang.value), whole(progress.done), whole(progress.total))
          : own.started}
      </span>{' '}
      <button type="button" onClick={cancel}>
        {own.cancel}
      </button>
    </p>
  )
}
