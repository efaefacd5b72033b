import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { Desks } from '../../../report/desk/desks.ts'
import type { DeskState } from '../../../report/desk/protocol.ts'
import { Refused } from '../../../report/server/refused.ts'
import { tinyRun } from '../tinyRun.ts'

const NAMES = { book: 'tiny', strategy: 'citic-trade', schedule: '2021-big' }
const OTHER = 'aaaaaaaaaaaa'

let folder: string
let runsDir: string
let id: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yieldcover-'))
  const run = await tinyRun(folder)
  ;({ runsDir } = run)
  id = run.result.runId
  cpSync(run.folder, join(runsDir, OTHER), { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true }))

function desksOf(options: { readonly idle?: number } = {}): Desks {
  const desks = new Desks({ runsDir, workers: 1, ...options })
  onTestFinished(() => desks.close())
  return desks
}

/** Waits until a desk is neither opening nor anything else than asked for. */
const reached = (desks: Desks, run: string, status: DeskState['status']) =>
  expect.poll(async () => (await desks.state(run)).status, { timeout: 60_000 }).toBe(status)

describe('desks', { timeout: 120_000 }, () => {
  test('one is open at a time: opening another closes it, and its questions are refused', async () => {
    const desks = desksOf()
    await desks.open(id, NAMES)
    await reached(desks, id, 'ready')
    const { today } = desks.ready(id)
    await desks.open(OTHER, NAMES)
    expect((await desks.state(id)).status).toBe('closed')
    await expect(desks.ask(id, 'reprice', { terms: today })).rejects.toMatchObject({ statusCode: 409, code: 'notOpen' })
    await reached(desks, OTHER, 'ready')
  })

  test('one that nobody asks is closed after a while, which whoever watches is told', async () => {
    const desks = desksOf({ idle: 500 })
    let told = 0
    desks.watch(() => told++)
    await desks.open(id, NAMES)
    await reached(desks, id, 'closed')
    expect(told).toBeGreaterThan(1)
  })

  test('two requests to open leave one desk', async () => {
    const desks = desksOf()
    const states = await Promise.all([desks.open(id, NAMES), desks.open(OTHER, NAMES), desks.open(id, NAMES)])
    expect(states.map(({ status }) => status)).toEqual(['opening', 'opening', 'opening'])
    const open = [await desks.state(id), await desks.state(OTHER)].filter(({ status }) => status !== 'closed')
    expect(open).toHaveLength(1)
  })

  test('one that cannot be opened says why, and can be tried again', async () => {
    const broken = 'bbbbbbbbbbbb'
    mkdirSync(join(runsDir, broken))
    const manifest = JSON.parse(readFileSync(join(runsDir, id, 'manifest.json'), 'utf8')) as {
      study: { simulation: object }
    }
    manifest.study.simulation = { ...manifest.study.simulation, paths: -1 }
    writeFileSync(join(runsDir, broken, 'manifest.json'), JSON.stringify(manifest))
    const desks = desksOf()
    await desks.open(broken, NAMES)
    await reached(desks, broken, 'failed')
    expect(await desks.state(broken)).toMatchObject({ message: expect.stringContaining('paths must be >= 1, got -1') })
    expect((await desks.open(broken, NAMES)).status).toBe('opening')
  })

  test('a run whose manifest is cut off has none', async () => {
    const cut = 'cccccccccccc'
    mkdirSync(join(runsDir, cut))
    writeFileSync(join(runsDir, cut, 'manifest.json'), '{"study":')
    await expect(desksOf().state(cut)).rejects.toThrow(Refused)
  })
})
