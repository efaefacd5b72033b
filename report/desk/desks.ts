import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { RUN_ID } from '../listRuns.ts'
import { nullWhenMissing } from '../readReport.ts'
import { Refused, badRequest } from '../server/refused.ts'
import { deskChoices } from './deskChoices.ts'
import { type DeskThread, type OpenState, startDesk } from './deskThread.ts'
import type { DeskQuestion, DeskQuestions } from './messages.ts'
import type { CaseNames, DeskChoices, DeskState, ReadyDesk } from './protocol.ts'

interface DesksOptions {
  /** Folder whose subfolders are finished runs. */
  readonly runsDir: string
  /** Threads that simulate. */
  readonly workers?: number | undefined
  /** Time after which a desk that is asked nothing is closed, milliseconds; default half an hour. */
  readonly idle?: number
}

interface OpenDesk {
  readonly runId: string
  readonly names: CaseNames
  readonly thread: DeskThread
  state: OpenState
}

const HALF_AN_HOUR = 30 * 60 * 1000

/** The desks of a folder of runs. One is open at a time, since its outcomes fill much of the memory: opening another closes it. */
export class Desks {
  private readonly runsDir: string
  private readonly workers: number | undefined
  private readonly idle: number
  private current: OpenDesk | null = null
  private closing: NodeJS.Timeout | undefined
  private readonly watchers = new Set<() => void>()

  constructor({ runsDir, workers, idle = HALF_AN_HOUR }: DesksOptions) {
    this.runsDir = runsDir
    this.workers = workers
    this.idle = idle
  }

  /** @throws {Refused} when there is no such run */
  async state(runId: string): Promise<DeskState> {
    return this.openOn(runId)?.state ?? { status: 'closed', choices: await this.choices(runId) }
  }

  /**
   * Opens a run's desk and closes any other. One that is open on the same names, or opening, stays.
   *
   * @throws {Refused} when there is no such run, book, strategy or schedule
   */
  async open(runId: string, names: CaseNames): Promise<DeskState> {
    const { books, strategies, schedules } = await this.choices(runId)
    requireListed('book', names.book, books)
    requireListed('strategy', names.strategy, strategies)
    requireListed('schedule', names.schedule, schedules)
    const open = this.openOn(runId)
    if (open && open.state.status !== 'failed' && sameNames(open.names, names)) return open.state
    await this.close()
    // Another request may have opened one meanwhile.
    if (this.current) return this.open(runId, names)
    const task = { manifest: join(this.runsDir, runId, 'manifest.json'), names, workers: this.workers }
    const thread = startDesk(task, (state) => {
      if (this.current?.thread !== thread) return
      this.current.state = state
      this.stayOpen()
      this.tell()
    })
    this.current = { runId, names, thread, state: { status: 'opening', stage: { en: '' }, done: 0, total: 0 } }
    this.tell()
    return this.current.state
  }

  /** The open desk of a run. @throws {Refused} when it is not open and ready */
  ready(runId: string): ReadyDesk {
    const state = this.openOn(runId)?.state
    if (state?.status !== 'ready') throw new Refused(409, 'notOpen', 'the desk of this run is not open: open it first')
    return state
  }

  /** The answer of a run's desk as JSON. @throws {Refused} when the desk is not open, or the question is at fault */
  async ask<Name extends DeskQuestion>(
    runId: string,
    name: Name,
    question: DeskQuestions[Name]['question'],
  ): Promise<string> {
    this.ready(runId)
    this.stayOpen()
    try {
      return await this.current!.thread.ask(name, question)
    } finally {
      this.stayOpen()
    }
  }

  /** Calls back whenever the state of any desk changes; the returned function ends it. */
  watch(onChange: () => void): () => void {
    this.watchers.add(onChange)
    return () => this.watchers.delete(onChange)
  }

  /** Ends the open desk's thread. */
  async close(): Promise<void> {
    clearTimeout(this.closing)
    const closed = this.current
    this.current = null
    this.tell()
    await closed?.thread.close()
  }

  private openOn(runId: string): OpenDesk | null {
    return this.current?.runId === runId ? this.current : null
  }

  private stayOpen(): void {
    clearTimeout(this.closing)
    if (this.current) this.closing = setTimeout(() => void this.close(), this.idle).unref()
  }

  private tell(): void {
    for (const onChange of this.watchers) onChange()
  }

  private async choices(runId: string): Promise<DeskChoices> {
    const text = RUN_ID.test(runId)
      ? await readFile(join(this.runsDir, runId, 'manifest.json'), 'utf8').catch(nullWhenMissing)
      : null
    if (text === null) throw new Refused(404, 'notFound', 'no such run')
    const manifest = manifestChoices.safeParse(parse(text))
    if (!manifest.success)
      throw new Refused(422, 'unreadable', 'the manifest of this run is incomplete or of another version')
    return deskChoices(manifest.data.study)
  }
}

const items = z.array(z.object({ id: z.string(), title: z.object({ en: z.string(), zh: z.string().optional() }) }))

/** As much of a manifest as says what can be opened. */
const manifestChoices = z.object({ study: z.object({ books: items, strategies: items, schedules: items }) })

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function requireListed(kind: string, id: string, items: DeskChoices['books']): void {
  if (items.some((item) => item.id === id)) return
  throw badRequest(`${kind}: must be one of ${items.map((item) => item.id).join(', ')}, got "${id}"`)
}

const sameNames = (a: CaseNames, b: CaseNames): boolean =>
  a.book === b.book && a.strategy === b.strategy && a.schedule === b.schedule
