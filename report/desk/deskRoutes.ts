import { join } from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { checked } from '../server/checked.ts'
import { eventStream } from '../server/eventStream.ts'
import { badRequest } from '../server/refused.ts'
import type { Desks } from './desks.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { ConfirmAnswer, DeskState, ReadyDesk } from './protocol.ts'
import {
  caseNames,
  confirmRequest,
  detailRequest,
  optimiseRequest,
  repriceRequest,
  riskRequest,
  saveRequest,
  usableTerms,
  writableTerms,
} from './requests.ts'
import { scheduleFile } from './scheduleFile.ts'

interface DeskRoutesOptions {
  /** Folder whose subfolders are finished runs. */
  readonly runsDir: string
  readonly desks: Desks
  readonly jobs: Jobs
}

interface DeskRoute {
  Params: { id: string }
}

/** The pricing desk over HTTP, as protocol.ts says. */
export function deskRoutes(app: FastifyInstance, { runsDir, desks, jobs }: DeskRoutesOptions): void {
  const base = '/api/runs/:id/desk'

  app.get<DeskRoute>(base, ({ params }) => desks.state(params.id))

  app.post<DeskRoute>(`${base}/open`, ({ params, body }) => desks.open(params.id, checked(caseNames, body)))

  app.get<DeskRoute>(`${base}/events`, async ({ params: { id } }, reply) => {
    const first = await desks.state(id)
    followState(reply, first, desks, id)
    return reply
  })

  app.post<DeskRoute>(`${base}/reprice`, ({ params: { id }, body }) => {
    const { terms } = checked(repriceRequest, body)
    return desks.ask(id, 'reprice', { terms: usableTerms(terms) })
  })

  app.post<DeskRoute>(`${base}/detail`, ({ params: { id }, body }) => {
    const { terms, scenario } = checked(detailRequest, body)
    requireScenario(desks.ready(id), scenario)
    return desks.ask(id, 'detail', { terms: usableTerms(terms), scenario })
  })

  app.post<DeskRoute>(`${base}/risk`, ({ params: { id }, body }) => {
    const { terms, scenario, risk } = checked(riskRequest, body)
    requireScenario(desks.ready(id), scenario)
    return desks.ask(id, 'risk', { terms: usableTerms(terms), scenario, risk })
  })

  app.post<DeskRoute>(`${base}/demand`, ({ params: { id }, body }) => {
    const { terms } = checked(repriceRequest, body)
    return desks.ask(id, 'demand', { terms: usableTerms(terms) })
  })

  app.post<DeskRoute>(`${base}/optimise`, ({ params: { id }, body }) => {
    const { terms, settings } = checked(optimiseRequest, body)
    const ready = desks.ready(id)
    for (const { scenario } of settings.scenarios) requireScenario(ready, scenario)
    return desks.ask(id, 'optimise', { terms: usableTerms(terms), settings })
  })

  app.post<DeskRoute>(`${base}/schedule`, async ({ params, body }, reply) => {
    await desks.state(params.id)
    const { title, terms } = checked(saveRequest, body)
    const file = scheduleFile({ en: title }, writableTerms(terms))
    return reply
      .type('application/yaml; charset=utf-8')
      .header('content-disposition', 'attachment; filename="schedule.yaml"')
      .send(file)
  })

  app.post<DeskRoute>(`${base}/confirm`, async ({ params: { id }, body }, reply) => {
    const { terms, title, risk } = checked(confirmRequest, body)
    const { names } = desks.ready(id)
    const manifest = join(runsDir, id, 'manifest.json')
    const source = { manifest, schedule: names.schedule, title, terms: writableTerms(terms), risk }
    const job = jobs.add({ en: title }, { kind: 'confirm', ...source })
    return reply.code(201).send({ job: job.id } satisfies ConfirmAnswer)
  })
}

/** Sends every state of a desk until it is ready or has failed. */
function followState(reply: FastifyReply, first: DeskState, desks: Desks, id: string): void {
  const stream = eventStream(reply, () => unwatch())
  const unwatch = desks.watch(() => {
    void desks.state(id).then(tell)
  })
  const tell = (state: DeskState): void => {
    stream.send(state)
    if (state.status === 'ready' || state.status === 'failed') stream.end()
  }
  tell(first)
}

function requireScenario({ scenarios }: ReadyDesk, scenario: string): void {
  if (scenarios.some(({ id }) => id === scenario)) return
  throw badRequest(`scenario must be one of ${scenarios.map(({ id }) => id).join(', ')}, got "${scenario}"`)
}
