import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import type { Text } from '../../models/text.ts'
import type { Lang } from '../text.ts'
import { type Job, type JobReport, type JobSource, type JobTask, isOver } from './job.ts'

interface JobsOptions {
  /** Folder that holds the run folders. */
  readonly runsDir: string
  /** Language of the pages stored. */
  readonly lang: Lang
  /** Threads that simulate. */
  readonly workers?: number | undefined
}

/** Jobs that are over and remembered. */
const MOST_OVER = 50
/** Time that a process told to stop has to do so, milliseconds. */
const GRACE = 5000

/**
 * Runs asked for from the page, each in a process of its own, one at a time in the order in which they were asked for. A job that is
 * cancelled keeps what it has finished: the same one goes on from there.
 */
export class Jobs {
  private readonly options: JobsOptions
  private readonly jobs = new Map<string, Job>()
  private readonly sources = new Map<string, JobSource>()
  private readonly watchers = new Set<(job: Job) => void>()
  private running: { readonly id: string; readonly child: ChildProcess; readonly ended: Promise<void> } | null = null
  private isClosed = false

  constructor(options: JobsOptions) {
    this.options = options
  }

  /** In the order in which they were asked for. */
  list(): Job[] {
    return [...this.jobs.values()]
  }

  get(id: string): Job | undefined {
    return this.jobs.get(id)
  }

  add(title: Text, source: JobSource): Job {
    const id = randomUUID()
    this.forgetOldest()
    this.sources.set(id, source)
    const created = new Date().toISOString()
    this.jobs.set(id, { id, title, created, state: 'queued', progress: null, runId: null, message: null })
    this.startNext()
    return this.jobs.get(id)!
  }

  /** Stops a job, or takes it out of the queue; one that is over stays as it is. */
  cancel(id: string): Job | undefined {
    const job = this.jobs.get(id)
    if (!job || isOver(job)) return job
    this.change(id, { state: 'cancelled' })
    if (this.running?.id === id) stop(this.running.child)
    return this.jobs.get(id)
  }

  /** Calls back with every job that changes; the returned function ends it. */
  watch(onChange: (job: Job) => void): () => void {
    this.watchers.add(onChange)
    return () => this.watchers.delete(onChange)
  }

  /** Cancels every job and waits until the last process has ended. */
  async close(): Promise<void> {
    this.isClosed = true
    for (const { id } of this.list()) this.cancel(id)
    await this.running?.ended
  }

  private startNext(): void {
    const job = this.list().find(({ state }) => state === 'queued')
    if (this.running || this.isClosed || !job) return
    const { id } = job
    const child = fork(new URL('./jobProcess.js', import.meta.url), { execArgv: [], serialization: 'advanced' })
    const ended = new Promise<void>((resolve) => {
      const end = (message: string): void => {
        if (this.running?.child !== child) return
        this.finish(id, { state: 'failed', message })
        this.running = null
        resolve()
        this.startNext()
      }
      child.on('message', (report: JobReport) => this.take(id, report))
      child.once('error', (error) => end(error.message))
      child.once('exit', (code, signal) => end(`the run stopped (${signal ?? `exit code ${code}`})`))
    })
    this.running = { id, child, ended }
    this.change(id, { state: 'running' })
    const { runsDir: dir, lang, workers = null } = this.options
    child.send({ source: this.sources.get(id)!, dir, lang, workers } satisfies JobTask, () => undefined)
  }

  private take(id: string, report: JobReport): void {
    if (report.kind === 'done') this.finish(id, { state: 'done', runId: report.runId })
    else if (report.kind === 'failed') this.finish(id, { state: 'failed', message: report.message })
    else if (!isOver(this.jobs.get(id)!)) this.change(id, { progress: report.progress })
  }

  private finish(id: string, end: Partial<Job>): void {
    if (!isOver(this.jobs.get(id)!)) this.change(id, end)
  }

  private change(id: string, changes: Partial<Job>): void {
    const job = { ...this.jobs.get(id)!, ...changes }
    this.jobs.set(id, job)
    for (const onChange of this.watchers) onChange(job)
  }

  private forgetOldest(): void {
    const over = this.list().filter(isOver)
    for (const { id } of over.slice(0, Math.max(0, over.length - MOST_OVER + 1))) {
      this.jobs.delete(id)
      this.sources.delete(id)
    }
  }
}

/** Asks a process to stop, and ends it when it does not. */
function stop(child: ChildProcess): void {
  if (child.connected) child.disconnect()
  const ending = setTimeout(() => child.kill('SIGKILL'), GRACE)
  child.once('exit', () => clearTimeout(ending))
}
