import type { Terms } from '../../../models/reprice/terms.ts'
import type { DemandAnswer } from '../../../models/demand/demandAnswer.ts'
import { type Job, isOver } from '../../jobs/job.ts'
import type {
  CaseNames,
  ConfirmAnswer,
  ConfirmRequest,
  DeskState,
  OptimiseAnswer,
  OptimiseRequest,
  RepriceAnswer,
  RepriceRequest,
  RiskAnswer,
  RiskRequest,
  SaveRequest,
} from '../../desk/protocol.ts'

/** Code of an answer that needs the desk to be opened first. */
export const NOT_OPEN = 'notOpen'

/** What the server said no to, or that it cannot be reached. */
export class RefusedError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'RefusedError'
    this.code = code
  }
}

/** The server's side of the desk of one run. */
export interface DeskApi {
  readonly state: () => Promise<DeskState>
  readonly open: (names: CaseNames) => Promise<DeskState>
  /** Tells every state until the desk is ready or has failed; the returned function ends it. */
  readonly watch: (told: (state: DeskState) => void) => () => void
  readonly reprice: (terms: Terms) => Promise<RepriceAnswer>
  readonly risk: (request: RiskRequest) => Promise<RiskAnswer>
  readonly optimise: (request: OptimiseRequest) => Promise<OptimiseAnswer>
  readonly demand: (terms: Terms) => Promise<DemandAnswer>
  readonly save: (request: SaveRequest) => Promise<string>
  readonly confirm: (request: ConfirmRequest) => Promise<ConfirmAnswer>
  /** Tells every state of a run at work until it is over; the returned function ends it. */
  readonly watchJob: (id: string, told: (job: Job) => void) => () => void
  readonly cancelJob: (id: string) => Promise<unknown>
}

/**
 * Calls of the routes of report/desk/protocol.ts.
 *
 * @param runId  of the run whose desk it is
 */
export function deskApi(runId: string): DeskApi {
  const base = `/api/runs/${runId}/desk`
  const post = async <T>(path: string, body: object): Promise<T> => (await (await ask(base + path, body)).json()) as T
  return {
    state: async () => (await (await ask(base)).json()) as DeskState,
    open: (names) => post('/open', names),
    watch: (told) => watchStates(`${base}/events`, told),
    reprice: (terms) => post('/reprice', { terms } satisfies RepriceRequest),
    risk: (request) => post('/risk', request),
    optimise: (request) => post('/optimise', request),
    demand: (terms) => post('/demand', { terms } satisfies RepriceRequest),
    confirm: (request) => post('/confirm', request),
    watchJob,
    cancelJob: (id) => ask(`/api/jobs/${id}`, undefined, 'DELETE'),
    save: async (request) => (await ask(`${base}/schedule`, request)).text(),
  }
}

/** @throws {RefusedError} unless the answer is a success */
async function ask(url: string, body?: object, method = body ? 'POST' : 'GET'): Promise<Response> {
  const sent = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(url, { method, ...sent }).catch((error: unknown) => {
    throw new RefusedError('unreachable', String(error))
  })
  if (response.ok) return response
  const refused = (await response.json().catch(() => null)) as { error?: { code?: string; message?: string } } | null
  throw new RefusedError(refused?.error?.code ?? 'unknown', refused?.error?.message ?? `status ${response.status}`)
}

function watchStates(url: string, told: (state: DeskState) => void): () => void {
  const events = new EventSource(url)
  events.onmessage = ({ data }: MessageEvent<string>) => {
    const state = JSON.parse(data) as DeskState
    if (state.status === 'ready' || state.status === 'failed') events.close()
    told(state)
  }
  return () => events.close()
}

function watchJob(id: string, told: (job: Job) => void): () => void {
  const events = new EventSource(`/api/jobs/${id}/events`)
  for (const state of ['queued', 'progress', 'done', 'failed', 'cancelled'])
    events.addEventListener(state, ({ data }: MessageEvent<string>) => {
      const job = JSON.parse(data) as Job
      if (isOver(job)) events.close()
      told(job)
    })
  return () => events.close()
}
