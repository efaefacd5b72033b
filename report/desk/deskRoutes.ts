import { join } from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Jobs } from '../jobs/jobs.ts'
import { checked } from '../server/checked.ts'
import { eventStream } from '../server/eventStream.ts'
import { badRequest } from '../server/refused.ts'
import type { Desks } from './desks.ts'
import type { DeskQuestion, DeskQuestions } from './messages.ts'
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
import { scheduleFileName } from './scheduleFileName.ts'

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

  answer('reprice', (body) => {
    const { terms } = checked(repriceRequest, body)
    return { terms: usableTerms(terms) }
  })
  answer('detail', (body, ready) => {
    const { terms, scenario } = checked(detailRequest, body)
    return { terms: usableTerms(terms), scenario: listed(ready, scenario) }
  })
  answer('risk', (body, ready) => {
    const { terms, scenario, risk } = checked(riskRequest, body)
    return { terms: usableTerms(terms), scenario: listed(ready, scenario), risk }
  })
  answer('demand', (body) => {
    const { terms } = checked(repriceRequest, body)
    return { terms: usableTerms(terms) }
  })
  answer('optimise', (body, ready) => {
    const { terms, settings } = checked(optimiseRequest, body)
    for (const { scenario } of settings.scenarios) listed(ready, scenario)
    return { terms: usableTerms(terms), settings }
  })

  app.post<DeskRoute>(`${base}/schedule`, async ({ params, body }, reply) => {
    await desks.state(params.id)
    const { title, terms } = checked(saveRequest, body)
    const file = scheduleFile({ en: title }, writableTerms(terms))
    return reply
      .type('application/yaml; charset=utf-8')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(scheduleFileName(title))}`)
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

  /** A route that hands a question on to the open desk, once it is understood. */
  function answer<Name extends DeskQuestion>(
    name: Name,
    understood: (body: unknown, ready: ReadyDesk) => DeskQuestions[Name]['question'],
  ): void {
    app.post<DeskRoute>(`${base}/${name}`, async ({ params: { id }, body }, reply) => {
      const json = await desks.ask(id, name, understood(body, desks.ready(id)))
      return reply.type('application/json; charset=utf-8').send(json)
    })
  }
}

/** Sends every state of a desk until it is ready or has failed. */
function followState(reply: FastifyReply, first: DeskState, desks: Desks, id: string): void {
  const stream = eventStream(reply, () => unwatch())
  const tell = (state: DeskState): void => {
    stream.send(state)
    if (state.status === 'ready' || state.status === 'failed') stream.end()
  }
  let asked = 0
  const unwatch = desks.watch(() => {
    const turn = ++asked
    // What a closed desk can be opened on is read from disk: a state that is overtaken meanwhile is not told.
    desks.state(id).then(
      (state) => {
        if (turn === asked) tell(state)
      },
      () => stream.end(),
    )
  })
  tell(first)
}

/** A scenario's id. @throws {Refused} when the desk has none of that id */
function listed({ scenarios }: ReadyDesk, scenario: string): string {
  if (scenarios.some(({ id }) => id === scenario)) return scenario
  throw badRequest(`scenario must be one of ${scenarios.map(({ id }) => id).join(', ')}, got "${scenario}"`)
}
