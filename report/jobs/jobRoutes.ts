import { join } from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { checked } from '../server/checked.ts'
import { eventStream } from '../server/eventStream.ts'
import { Refused, badRequest } from '../server/refused.ts'
import { RUN_ID } from '../listRuns.ts'
import { readReport } from '../readReport.ts'
import type { ReportData } from '../reportData.ts'
import { compareRuns } from './compareRuns.ts'
import { type Job, isOver } from './job.ts'
import type { Jobs } from './jobs.ts'
import { PATHS, SEED_LENGTH } from './limits.ts'
import type { RunIndex } from './runIndex.ts'
import type { ListedStudy } from './studies.ts'

interface JobRoutesOptions {
  readonly runsDir: string
  readonly studies: readonly ListedStudy[]
  readonly jobs: Jobs
  readonly index: RunIndex
}

interface JobRoute {
  Params: { id: string }
}

const jobRequest = z.strictObject({
  study: z.string(),
  paths: z.int().min(PATHS.min).max(PATHS.max).optional(),
  seed: z.string().min(1).max(SEED_LENGTH).optional(),
})

const comparison = z.object({ a: z.string(), b: z.string() })

/**
 * Runs over HTTP: what can be run, runs at work, and finished ones.
 *
 *     GET    /api/studies             → { studies: [{ id, title }] }
 *     POST   /api/jobs                { study, paths?, seed? } → Job, status 201
 *     GET    /api/jobs                → { jobs: Job[] }, oldest first
 *     GET    /api/jobs/:id            → Job
 *     GET    /api/jobs/:id/events     → server-sent: queued and progress with the Job, then done, failed or cancelled with it
 *     DELETE /api/jobs/:id            → Job, cancelled; what it has finished is kept
 *     GET    /api/runs                → { runs: ListedRun[] }, newest first
 *     GET    /api/runs/compare?a=&b=  → RunComparison
 */
export function jobRoutes(app: FastifyInstance, { runsDir, studies, jobs, index }: JobRoutesOptions): void {
  app.get('/api/studies', () => ({ studies }))

  app.post('/api/jobs', async ({ body }, reply) => {
    const { study: id, ...changes } = checked(jobRequest, body)
    const study = studies.find((one) => one.id === id)
    if (!study) throw badRequest(`study must be one of ${studies.map((one) => one.id).join(', ')}`)
    return reply.code(201).send(jobs.add(study.title, { kind: 'study', path: study.id, ...changes }))
  })

  app.get('/api/jobs', () => ({ jobs: jobs.list() }))

  app.get<JobRoute>('/api/jobs/:id', ({ params }) => known(jobs.get(params.id)))

  app.delete<JobRoute>('/api/jobs/:id', ({ params }) => known(jobs.cancel(params.id)))

  app.get<JobRoute>('/api/jobs/:id/events', ({ params }, reply) => {
    followJob(reply, known(jobs.get(params.id)), jobs)
    return reply
  })

  app.get('/api/runs', async () => ({ runs: await index.list() }))

  app.get('/api/runs/compare', async ({ query }) => {
    const { a, b } = checked(comparison, query)
    return compareRuns(await readRun(runsDir, a), await readRun(runsDir, b))
  })
}

/** @throws {Refused} where there is none */
function known(job: Job | undefined): Job {
  if (!job) throw new Refused(404, 'notFound', 'no such job')
  return job
}

/** @throws {Refused} when there is no such run */
export async function readRun(runsDir: string, id: string): Promise<ReportData> {
  const data = RUN_ID.test(id) ? await readReport(join(runsDir, id)) : null
  if (data === null) throw new Refused(404, 'notFound', 'no such run')
  return data
}

/** Sends every change of a job until it is over. */
function followJob(reply: FastifyReply, job: Job, jobs: Jobs): void {
  const stream = eventStream(reply, () => unwatch())
  const unwatch = jobs.watch((changed) => {
    if (changed.id === job.id) tell(changed)
  })
  const tell = (now: Job): void => {
    stream.send(now, now.state === 'running' ? 'progress' : now.state)
    if (isOver(now)) stream.end()
  }
  tell(job)
}
