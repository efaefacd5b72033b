import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../../report/app.ts'
import type { Job } from '../../../report/jobs/job.ts'
import type { ListedRun } from '../../../report/jobs/runIndex.ts'
import type { RunComparison } from '../../../report/jobs/compareRuns.ts'
import { tinyRun, tinyStudy } from '../tinyRun.ts'

let folder: string
let study: string
let runsDir: string
let firstId: string
let app: FastifyInstance

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yieldcover-'))
  study = tinyStudy(folder)
  const run = await tinyRun(folder)
  runsDir = run.runsDir
  firstId = run.result.runId
  app = await buildApp({ runsDir, lang: 'en', studies: [study], workers: 1 })
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

const start = (payload: object) => app.inject({ method: 'POST', url: '/api/jobs', payload })
const jobOf = async (id: string): Promise<Job> => (await app.inject(`/api/jobs/${id}`)).json<Job>()

/** Name and job of every event, once the stream has ended. */
async function eventsOf(id: string): Promise<[string, Job][]> {
  const { body } = await app.inject(`/api/jobs/${id}/events`)
  return [...body.matchAll(/^event: (.*)\ndata: (.*)$/gm)].map(([, name, data]) => [name!, JSON.parse(data!) as Job])
}

describe('studies', () => {
  test('that can be run are those given and those shipped, with their titles', async () => {
    const { studies } = (await app.inject('/api/studies')).json<{ studies: { id: string; title: object }[] }>()
    const title = { en: '2021 schedule before the committee', zh: '定价委员会：2021年利率表' }
    expect(studies[0]).toEqual({ id: study, title: { en: 'tiny' } })
    expect(studies).toContainEqual({ id: 'committee', title })
  })
})

describe('a run started from the page', { timeout: 120_000 }, () => {
  test('tells how far it is, and ends as a finished run of its own', async () => {
    const started = await start({ study, paths: 400, seed: 'another' })
    expect(started.statusCode).toBe(201)
    const { id } = started.json<Job>()
    const events = await eventsOf(id)
    expect(events.map(([name]) => name)).toContain('progress')
    const [name, job] = events.at(-1)!
    expect([name, job]).toMatchObject(['done', { state: 'done', message: null }])
    expect(job.runId).not.toBe(firstId)
    const { runs } = (await app.inject('/api/runs')).json<{ runs: ListedRun[] }>()
    expect(runs.map((run) => run.id)).toEqual([job.runId, firstId])
    expect(runs[0]!.summary).toMatchObject({ paths: 400, seed: 'another', title: { en: expect.any(String) } })
    const { verdicts } = runs[0]!.summary!
    expect(verdicts.covered + verdicts['not covered'] + verdicts.undecided).toBe(2)
    expect(Date.parse(runs[0]!.created)).toBeGreaterThanOrEqual(Date.parse(runs[1]!.created))
    expect((await jobOf(id)).state).toBe('done')

    const url = `/api/runs/compare?a=${firstId}&b=${job.runId}`
    const comparison = (await app.inject(url)).json<RunComparison>()
    expect(comparison.cases.map(({ label }) => label.en)).toEqual(['Baseline', 'Severe downturn'])
    const [{ a, b }] = comparison.cases as [RunComparison['cases'][number]]
    expect(a.figures.surplus).not.toBe(b.figures.surplus)
    expect(a.standardErrors.surplus).toBeGreaterThan(0)
    const page = await app.inject({ url: `/compare?a=${firstId}&b=${job.runId}`, headers: { accept: 'text/html' } })
    expect(page.body).toContain('Two runs side by side')
    expect(page.body).toContain('两次运行对比')
  })

  test('one at a time; cancelled, it stops, and the one behind it in the queue has its turn', async () => {
    const long = (await start({ study, paths: 1_000_000 })).json<Job>()
    const next = (await start({ study, paths: 100 })).json<Job>()
    await expect.poll(async () => (await jobOf(long.id)).progress, { timeout: 60_000 }).not.toBeNull()
    expect((await jobOf(long.id)).state).toBe('running')
    expect((await jobOf(next.id)).state).toBe('queued')
    const cancelled = await app.inject({ method: 'DELETE', url: `/api/jobs/${long.id}` })
    expect(cancelled.json()).toMatchObject({ state: 'cancelled', runId: null })
    expect((await eventsOf(long.id)).map(([name]) => name)).toEqual(['cancelled'])
    expect((await eventsOf(next.id)).at(-1)![0]).toBe('done')
    const { jobs } = (await app.inject('/api/jobs')).json<{ jobs: Job[] }>()
    expect(jobs.slice(-2).map(({ state }) => state)).toEqual(['cancelled', 'done'])
  })

  test('taken out of the queue, it never starts', async () => {
    const first = (await start({ study, paths: 1_000_000 })).json<Job>()
    const waiting = (await start({ study, paths: 1_000_000, seed: 'waits' })).json<Job>()
    for (const { id } of [waiting, first]) await app.inject({ method: 'DELETE', url: `/api/jobs/${id}` })
    expect(await jobOf(waiting.id)).toMatchObject({ state: 'cancelled', progress: null })
  })

  test('that cannot be read fails with the reader’s words', async () => {
    const own = await buildApp({ runsDir, lang: 'en', studies: [join(folder, 'gone.yaml')], workers: 1 })
    try {
      const job = (
        await own.inject({ method: 'POST', url: '/api/jobs', payload: { study: join(folder, 'gone.yaml') } })
      ).json<Job>()
      const { body } = await own.inject(`/api/jobs/${job.id}/events`)
      expect(body).toContain('event: failed')
      expect(body).toContain('gone.yaml')
    } finally {
      await own.close()
    }
  })

  test('stops with the server, and keeps what it has finished', async () => {
    const own = await buildApp({ runsDir, lang: 'en', studies: [study], workers: 1 })
    await own.inject({ method: 'POST', url: '/api/jobs', payload: { study, paths: 100_000, seed: 'stops' } })
    await expect.poll(keptCheckpoints, { timeout: 60_000, interval: 20 }).toBe(1)
    await own.close()
    expect(keptCheckpoints()).toBeGreaterThan(0)
    expect(readdirSync(runsDir).filter((name) => name.endsWith('.partial'))).toHaveLength(1)
  })
})

/** Finished simulations of runs that are not finished. */
const keptCheckpoints = (): number =>
  readdirSync(runsDir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bin')).length

describe('a request for a run', () => {
  test.each([
    [{ study: '../../etc/passwd' }, 'study must be one of'],
    [{ study: 'scenarios/studies/committee.yaml' }, 'study must be one of'],
    [{}, 'study is required'],
    [{ study: 'committee', paths: 99 }, 'paths must be >= 100, got 99'],
    [{ study: 'committee', paths: 1e6 + 1 }, 'paths must be <= 1000000'],
    [{ study: 'committee', paths: 100.5 }, 'paths must be a whole number'],
    [{ study: 'committee', seed: 'x'.repeat(101) }, 'seed must have at most 100 characters'],
    [{ study: 'committee', seed: '' }, 'seed must not be empty'],
    [{ study: 'committee', out: '/tmp' }, 'unknown field "out"'],
  ])('%j is refused', async (payload, message) => {
    const answer = await start(payload)
    expect(answer.statusCode).toBe(400)
    expect(answer.json<{ error: { message: string } }>().error.message).toContain(message)
  })

  test('a job or run that is not there is not found', async () => {
    for (const url of ['/api/jobs/x', '/api/jobs/x/events', `/api/runs/compare?a=${firstId}&b=aaaaaaaaaaaa`])
      expect((await app.inject(url)).statusCode).toBe(404)
    expect((await app.inject({ method: 'DELETE', url: '/api/jobs/x' })).statusCode).toBe(404)
    expect((await app.inject('/api/runs/compare?a=1')).statusCode).toBe(400)
  })
})
