import type { Text } from '../../../models/text.ts'
import { type Job, isOver } from '../../jobs/job.ts'

/**
 * Lists jobs, the latest first, and follows each until it is over.
 *
 * @param section  has the list, and a template of its rows
 * @param onDone   called when a job that was followed has ended with a run
 * @returns shows a job
 */
export function jobList(section: HTMLElement, onDone: () => void): (job: Job) => void {
  const list = section.querySelector('ul')!
  const template = section.querySelector('template')!
  return (job) => {
    const fragment = template.content.cloneNode(true) as DocumentFragment
    const row = fragment.querySelector('li')!
    const update = rowOf(row, job)
    update(job)
    list.prepend(row)
    section.hidden = false
    if (!isOver(job))
      follow(job.id, (now) => {
        update(now)
        if (now.state === 'done') onDone()
      })
  }
}

function rowOf(row: HTMLElement, { id, title }: Job): (job: Job) => void {
  const [bar, link, button] = [row.querySelector('progress')!, row.querySelector('a')!, row.querySelector('button')!]
  const [count, message] = [row.querySelector('.count')!, row.querySelector('.message')!]
  row.querySelector('.title')!.append(...inBoth(title))
  button.addEventListener('click', () => {
    button.disabled = true
    void fetch(`/api/jobs/${id}`, { method: 'DELETE' })
  })
  return (job) => {
    const { state, progress, runId } = job
    for (const word of row.querySelectorAll<HTMLElement>('[data-state]')) word.hidden = word.dataset['state'] !== state
    bar.hidden = state !== 'running'
    if (progress && progress.total > 0) bar.value = progress.done / progress.total
    else bar.removeAttribute('value')
    count.replaceChildren(...(state === 'running' && progress ? countOf(progress) : []))
    message.textContent = job.message ?? ''
    link.hidden = runId === null
    if (runId !== null) link.href = `/runs/${runId}`
    button.hidden = isOver(job)
  }
}

const countOf = ({ stage, done, total }: NonNullable<Job['progress']>): (Node | string)[] => [
  ...(total > 0 ? [`${done.toLocaleString('en')} / ${total.toLocaleString('en')} · `] : []),
  ...inBoth(stage),
]

const inBoth = ({ en, zh = en }: Text): HTMLElement[] => [wordsIn('en', en), wordsIn('zh-CN', zh)]

function wordsIn(lang: string, text: string): HTMLElement {
  const span = document.createElement('span')
  span.lang = lang
  span.textContent = text
  return span
}

/** Every state of a job until it is over; the browser asks again by itself when the connection breaks. */
function follow(id: string, update: (job: Job) => void): void {
  const events = new EventSource(`/api/jobs/${id}/events`)
  for (const name of ['queued', 'progress', 'done', 'failed', 'cancelled'])
    events.addEventListener(name, ({ data }: MessageEvent<string>) => {
      const job = JSON.parse(data) as Job
      if (isOver(job)) events.close()
      update(job)
    })
}
