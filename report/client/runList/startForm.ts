import type { Job } from '../../jobs/job.ts'

/**
 * Makes the form start runs.
 *
 * @param problem  where the server's refusal is told
 * @param show     takes the job that was started
 */
export function startForm(form: HTMLElement, problem: HTMLElement, show: (job: Job) => void): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void start(form as HTMLFormElement).then(
      (job) => {
        problem.hidden = true
        show(job)
      },
      (error: unknown) => {
        problem.textContent = error instanceof Error ? error.message : String(error)
        problem.hidden = false
      },
    )
  })
}

/** @throws {Error} with the server's words */
async function start(form: HTMLFormElement): Promise<Job> {
  const said = new FormData(form)
  const text = (name: string): string => {
    const value = said.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const body = {
    study: text('study'),
    ...(text('paths') !== '' && { paths: Number(text('paths')) }),
    ...(text('seed') !== '' && { seed: text('seed') }),
  }
  const answer = await fetch('/api/jobs', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const told = (await answer.json()) as Job & { error?: { message: string } }
  if (told.error) throw new Error(told.error.message)
  return told
}
