import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cellIndex } from '../../../models/types.ts'
import { buildApp } from '../../../report/app.ts'
import type { DemandAnswer } from '../../../models/demand/demandAnswer.ts'
import type { Summary } from '../../../models/result.ts'
import type {
  ConfirmAnswer,
  DeskState,
  DetailAnswer,
  OptimiseAnswer,
  ReadyDesk,
  RepriceAnswer,
  RiskAnswer,
} from '../../../report/desk/protocol.ts'
import type { Job } from '../../../report/jobs/job.ts'
import { standardError } from '../../../report/standardError.ts'
import { readSchedule } from '../../../scenarios/index.ts'
import { tinyRun } from '../tinyRun.ts'

const NAMES = { book: 'tiny', strategy: 'citic-trade', schedule: '2021-big' }

let folder: string
let app: FastifyInstance
let run: Awaited<ReturnType<typeof tinyRun>>
let base: string
let ready: ReadyDesk

const post = (path: string, payload: object) => app.inject({ method: 'POST', url: `${base}${path}`, payload })

/** The data of server-sent events that have ended. */
const statesOf = (events: string): DeskState[] =>
  [...events.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data!) as DeskState)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yieldcover-'))
  run = await tinyRun(folder)
  app = await buildApp({ runsDir: run.runsDir, lang: 'en', workers: 1 })
  base = `/api/runs/${run.result.runId}/desk`
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

describe('before it is opened', () => {
  test('a desk says what it can be opened on', async () => {
    expect((await app.inject(base)).json()).toMatchObject({
      status: 'closed',
      choices: { books: [{ id: 'tiny' }], strategies: [{ id: 'citic-trade' }], schedules: [{ id: '2021-big' }] },
    })
  })

  test('it answers nothing', async () => {
    const { rates } = await readSchedule('2021-big')
    const answer = await post('/reprice', { terms: { ...(await readTerms()), rates } })
    expect([answer.statusCode, answer.json()]).toMatchObject([409, { error: { code: 'notOpen' } }])
  })

  test.each([
    [{ ...NAMES, book: 'huge' }, 'book: must be one of tiny, got "huge"'],
    [{ book: 'tiny', strategy: 'citic-trade' }, 'schedule is required'],
    [{ ...NAMES, path: '/etc/passwd' }, 'unknown field "path"'],
  ])('it does not open on %j', async (names, message) => {
    const answer = await post('/open', names)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ error: { code: 'badRequest', message: expect.stringContaining(message) } })
  })

  test('a run that is not there has no desk', async () => {
    for (const id of ['aaaaaaaaaaaa', '..', 'x'])
      expect((await app.inject(`/api/runs/${id}/desk`)).statusCode).toBe(404)
  })
})

describe('an open desk', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    expect((await post('/open', NAMES)).json()).toMatchObject({ status: 'opening' })
    const events = await app.inject(`${base}/events`)
    expect(events.headers['content-type']).toBe('text/event-stream; charset=utf-8')
    const states = statesOf(events.body)
    expect(states.at(-1)).toMatchObject({ status: 'ready' })
    ready = states.at(-1) as ReadyDesk
  }, 120_000)

  test('has the figures of the run, to the last bit', () => {
    expect(ready.answers.map(({ scenario }) => scenario)).toEqual(['baseline', 'severe_downturn'])
    ready.answers.forEach((answer, i) => {
      const { surplus, coverageRatio, coverageProbability, verdict, cells } = run.result.results[i]!
      expect(answer).toMatchObject({ surplus, coverageRatio, coverageProbability, verdict, cells })
    })
  })

  test('answers an edit in every scenario, and flags what is worth a look', async () => {
    const cell = ready.cells.find(({ loans }) => loans > 0)!
    const rates = ready.today.rates.with(cell.index, ready.today.cap + 0.01)
    const answer = await post('/reprice', { terms: { ...ready.today, rates } })
    expect(answer.statusCode).toBe(200)
    const { answers, flags, milliseconds } = answer.json<RepriceAnswer>()
    answers.forEach(({ surplus }, i) => expect(surplus).toBeGreaterThan(ready.answers[i]!.surplus))
    expect(flags).toContainEqual(expect.objectContaining({ cell: cell.cell, kind: 'aboveCap', severity: 'warning' }))
    expect(milliseconds).toBeGreaterThan(0)
  })

  test('gives all figures of one scenario', async () => {
    const answer = await post('/detail', { terms: ready.today, scenario: 'severe_downturn' })
    const { result } = answer.json<DetailAnswer>()
    const { lossRate, years } = run.result.results[1]!
    expect(result).toMatchObject({ lossRate, years })
  })

  test('many questions at once are each given their own answer', async () => {
    const rises = [0, 0.001, 0.002, 0.003, 0.004]
    const answers = await Promise.all(
      rises.map((rise) =>
        post('/reprice', { terms: { ...ready.today, rates: ready.today.rates.map((r) => r + rise) } }),
      ),
    )
    const surpluses = answers.map((answer) => answer.json<RepriceAnswer>().answers[0]!.surplus)
    expect(surpluses).toEqual(surpluses.toSorted((a, b) => a - b))
    expect(new Set(surpluses).size).toBe(rises.length)
  })

  const cellOf = (grade: number): number => cellIndex(grade, 1, 0)
  test.each([
    ['missing', null, '3|6-12m|residential: The cell has no rate.'],
    ['negative', -0.01, '3|6-12m|residential: The rate must be at least 0'],
    ['above 1', 1.5, '3|6-12m|residential: must be <= 1, got 1.5'],
  ])('a rate that is %s is refused with the name of its cell', async (_, rate, message) => {
    const rates = (ready.today.rates as (number | null)[]).with(cellOf(3), rate)
    const answer = await post('/reprice', { terms: { ...ready.today, rates } })
    expect(answer.statusCode).toBe(400)
    expect(answer.json<{ error: { message: string } }>().error.message).toContain(message)
  })

  test.each<[string, (terms: ReadyDesk['today']) => object, string]>([
    [
      '199 rates',
      (terms) => ({ ...terms, rates: terms.rates.slice(1) }),
      'terms.rates must have exactly 200 entries, got 199',
    ],
    ['a rate in words', (terms) => ({ ...terms, rates: terms.rates.map(String) }), 'terms.rates.0 must be a number'],
    ['no cap', ({ cap: _, ...terms }) => terms, 'terms.cap is required'],
    [
      'a cost left out',
      (terms) => ({ ...terms, costs: { ...terms.costs, lpr: undefined } }),
      'terms.costs.lpr is required',
    ],
    [
      'a negative cost',
      (terms) => ({ ...terms, costs: { ...terms.costs, fixedCost: -1 } }),
      'terms.costs.fixedCost must be >= 0',
    ],
    ['other cross income', (terms) => ({ ...terms, crossIncome: 'promised' }), 'terms.crossIncome must be one of'],
  ])('terms with %s are refused', async (_, change, message) => {
    const answer = await post('/reprice', { terms: change(ready.today) })
    expect(answer.statusCode).toBe(400)
    expect(answer.json<{ error: { message: string } }>().error.message).toContain(message)
  })

  test('an unknown scenario is refused', async () => {
    const answer = await post('/detail', { terms: ready.today, scenario: 'paradise' })
    expect(answer.statusCode).toBe(400)
    expect(answer.body).toContain('scenario must be one of baseline, severe_downturn')
  })

  test('saves a schedule that is read back to the same terms', async () => {
    const rates = ready.today.rates.map((rate) => rate + 0.0012)
    const answer = await post('/schedule', { terms: { ...ready.today, rates }, title: 'Twelve more' })
    expect(answer.headers['content-disposition']).toBe("attachment; filename*=UTF-8''twelve-more.yaml")
    const file = join(folder, 'saved.yaml')
    writeFileSync(file, answer.body)
    const { costs, crossIncome, cap } = ready.today
    expect(await readSchedule(file)).toMatchObject({ rates, costs, crossIncome, cap, title: { en: 'Twelve more' } })
  })

  test('does not save a rate above the cap, which no schedule file may hold', async () => {
    const rates = ready.today.rates.with(cellOf(4), 0.5)
    const answer = await post('/schedule', { terms: { ...ready.today, rates }, title: 'Too high' })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ error: { flags: [{ cell: '4|6-12m|residential', kind: 'aboveCap' }] } })
  })

  test('answers other risks in one scenario by the quick method', async () => {
    const risk = { pdMultiple: 2, assetCorrelation: null, lgdAdd: 0.05, loans: null }
    const answer = await post('/risk', { terms: ready.today, scenario: 'baseline', risk })
    expect(answer.statusCode, answer.body).toBe(200)
    const { answer: worse, paths } = answer.json<RiskAnswer>()
    expect(worse).toMatchObject({ scenario: 'baseline' })
    expect(worse.expectedLoss).toBeGreaterThan(ready.answers[0]!.expectedLoss)
    expect(paths).toBe(2000)
  })

  test('refuses risks that there cannot be', async () => {
    const risk = { pdMultiple: 0, assetCorrelation: 1, lgdAdd: 0, loans: null }
    const answer = await post('/risk', { terms: ready.today, scenario: 'baseline', risk })
    expect(answer.statusCode).toBe(400)
    expect(answer.body).toContain('risk.pdMultiple must be > 0, got 0; risk.assetCorrelation must be <= 0.9, got 1')
  })

  test('finds the nearest schedule that covers', async () => {
    const settings = {
      ...ready.optimise,
      scenarios: [{ scenario: 'severe_downturn', coverage: 'expected', level: 0.95, ratio: 1 }],
    }
    const answer = await post('/optimise', { terms: ready.today, settings })
    expect(answer.statusCode, answer.body).toBe(200)
    const { optimised, verdicts } = answer.json<OptimiseAnswer>()
    expect(optimised.status).toBe('optimal')
    const priced = async (rates: readonly number[]) =>
      (await post('/reprice', { terms: { ...ready.today, rates } })).json<RepriceAnswer>().answers
    expect((await priced(optimised.rates!))[1]!.surplus).toBeCloseTo(0, 7)
    const rounded = await priced(optimised.rounded!.rates!)
    expect(rounded[1]!.surplus).toBeGreaterThanOrEqual(0)
    expect(verdicts).toEqual(rounded.map(({ verdict }) => verdict))
  })

  test('optimises for scenarios of its own only', async () => {
    const settings = { ...ready.optimise, scenarios: [{ scenario: 'paradise' }] }
    const answer = await post('/optimise', { terms: ready.today, settings })
    expect([answer.statusCode, answer.body]).toEqual([400, expect.stringContaining('scenario must be one of baseline')])
  })

  test('says who would take the loans', async () => {
    const answer = await post('/demand', { terms: ready.today })
    expect(answer.statusCode, answer.body).toBe(200)
    const { scenarios } = answer.json<DemandAnswer>()
    expect(scenarios.map(({ scenario }) => scenario)).toEqual(['baseline', 'severe_downturn'])
    for (const { volume } of scenarios) expect(volume > 0 && volume < 1).toBe(true)
  })

  test('has what was tried confirmed by a run of its own: the same firms, other futures', async () => {
    const terms = { ...ready.today, rates: ready.today.rates.map((rate) => rate + 0.002) }
    const { answers } = (await post('/reprice', { terms })).json<RepriceAnswer>()
    const confirmed = await post('/confirm', { terms, title: 'Twenty more', risk: null })
    expect(confirmed.statusCode, confirmed.body).toBe(201)
    const { job } = confirmed.json<ConfirmAnswer>()
    const events = await app.inject(`/api/jobs/${job}/events`)
    const { runId, message } = JSON.parse(events.body.match(/event: .*\ndata: (.*)\n*$/)![1]!) as Job
    expect(message).toBeNull()
    const summary = (await app.inject(`/runs/${runId}/summary.json`)).json<Summary>()
    expect(summary.results.map(({ schedule }) => schedule)).toEqual(['tried', 'tried'])
    expect(ready.confirmationSeed).toBe('tiny/confirm')
    const { seed } = (await app.inject(`/runs/${runId}/manifest.json`)).json<{ seed: string }>()
    expect(seed).toBe(ready.confirmationSeed)
    summary.results.forEach((result, i) => {
      const { surplus, cells } = answers[i]!
      expect(result.cells.map(({ cell, loans }) => [cell, loans])).toEqual(
        cells.map(({ cell, loans }) => [cell, loans]),
      )
      const error = Math.hypot(standardError(result, 'surplus')!, standardError(answers[i]!, 'surplus')!)
      // 5 standard errors of a difference, each from 20 replicates: a false alarm in 10,000
      expect(Math.abs(result.surplus - surplus)).toBeLessThan(5 * error)
      expect(result.surplus).not.toBe(surplus)
    })
  })

  test('stays open when it is opened again on the same names', async () => {
    expect((await post('/open', NAMES)).json()).toMatchObject({ status: 'ready', paths: 200 })
  })
})

async function readTerms() {
  const { costs, crossIncome, cap, rates } = await readSchedule('2021-big')
  return { costs, crossIncome, cap, rates }
}
