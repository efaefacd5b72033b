import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { buildApp } from '../../report/app.ts'
import { renderReport } from '../../report/html.ts'
import { type ReportData, toReportData } from '../../report/reportData.ts'
import { temporaryDirectory } from '../temporaryDirectory.ts'
import { fixtureRun } from './fixture.ts'
import { addRun } from './runsFolder.ts'

const all = toReportData(fixtureRun())
const data: ReportData = { ...all, entries: all.entries.slice(3, 4) }
const other: ReportData = { ...data, runId: 'aaaaaaaaaaaa' }

const app = async (...runs: ReportData[]) => {
  const runsDir = join(temporaryDirectory(), 'runs')
  for (const run of runs) addRun(runsDir, run)
  const server = await buildApp({ runsDir, lang: 'en' })
  onTestFinished(() => server.close())
  return {
    server,
    runsDir,
    get: (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers }),
  }
}

/** The loan file of one of them, which is not part of the project. */
const SBA_LOANS = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'sba504_loans_dev.csv')
const STUDIES = join(import.meta.dirname, '..', '..', 'scenarios', 'studies')
const HTML = { accept: 'text/html,*/*' }

describe('the report server', () => {
  test('shows the report of a run', async () => {
    const { get } = await app(data)
    const page = await get('/runs/0f3a9c1d27be')
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(page.body.includes('Severe downturn is short by 84 bp')).toBe(true)
    expect((await get('/runs/0f3a9c1d27be')).body).toBe(page.body)
    expect(page.body).toContain('<a href="/runs/0f3a9c1d27be/desk">')
  })

  test('lists several runs, newest first, each with its answer', async () => {
    const { get, runsDir } = await app(data, other)
    utimesSync(join(runsDir, other.runId, 'report.json'), 1, 1)
    mkdirSync(join(runsDir, '.bbbbbbbbbbbb.partial'))
    const { body } = await get('/')
    const links = [...body.matchAll(/href="(\/runs\/[^"]*)"/g)].map((match) => match[1])
    const [first, second] = ['/runs/0f3a9c1d27be', '/runs/aaaaaaaaaaaa']
    expect(links).toEqual([first, `${first}/desk`, second, `${second}/desk`])
    expect(body).toContain('Severe downturn is short by 84 bp a year')
  })

  test('says so where there are no runs, or no folder', async () => {
    const { get } = await app()
    const { statusCode, body } = await get('/')
    expect(statusCode).toBe(200)
    expect(body).toContain('There are no finished runs')
  })

  test('hands out the files of a run, and its page as a download', async () => {
    const { get } = await app(data)
    expect((await get('/runs/0f3a9c1d27be/summary.json')).json()).toEqual({ runId: '0f3a9c1d27be', results: [] })
    expect((await get('/runs/0f3a9c1d27be/manifest.json')).json()).toEqual({ seed: 'committee-2021' })
    const page = await get('/runs/0f3a9c1d27be/report.html')
    expect(page.headers['content-disposition']).toBe('attachment; filename="yieldcover-0f3a9c1d27be.html"')
    expect(page.body.startsWith('<!doctype html>')).toBe(true)
  })

  test('shows the page that the run wrote, and draws it anew for another language or from another version', async () => {
    const { get, runsDir } = await app(data)
    const written = await renderReport(data, { lang: 'en' })
    const file = join(runsDir, data.runId, 'report.html')
    writeFileSync(file, written.replace('</main>', '<p>as written</p></main>'))
    expect((await get(`/runs/${data.runId}`)).body).toContain('as written')
    for (const other of [
      written.replace('<html lang="en">', '<html lang="zh-CN">'),
      written.replace('<style>', '<style> '),
    ]) {
      writeFileSync(file, other.replace('</main>', '<p>as written</p></main>'))
      expect((await get(`/runs/${data.runId}`)).body).not.toContain('as written')
    }
  })

  test('has a form with every shipped study whose files are there on the page of runs', async () => {
    const { get } = await app()
    const { body } = await get('/')
    const studies = [...body.matchAll(/name="study" value="([^"]*)"/g)].map((match) => match[1])
    expect(studies).toEqual(
      readdirSync(STUDIES)
        .map((file) => file.replace('.yaml', ''))
        .filter((study) => study !== 'sba-504' || existsSync(SBA_LOANS))
        .sort(),
    )
    expect(body).toContain('<script type="module" src="/assets/runs.js"></script>')
  })

  test('has a pricing desk for a run', async () => {
    const { get } = await app(data)
    expect((await get('/runs/0f3a9c1d27be/desk')).body).toContain(
      '<script type="module" src="/assets/desk.js"></script>',
    )
    expect((await get('/runs/aaaaaaaaaaaa/desk')).statusCode).toBe(404)
  })

  test.each(['runs', 'desk'])('sends the script of %s once', async (name) => {
    const { get } = await app()
    const first = await get(`/assets/${name}.js`)
    expect([first.statusCode, first.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8'])
    const again = await get(`/assets/${name}.js`, { 'if-none-match': String(first.headers['etag']) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  test('tells of every request in one line, where it is asked to', async () => {
    const lines: string[] = []
    const server = await buildApp({ runsDir: temporaryDirectory(), lang: 'en', log: (line) => lines.push(line) })
    onTestFinished(() => server.close())
    await server.inject('/healthz')
    await server.inject('/runs/x%0Ay')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^\d{4}-\d\d-\d\dT\S+Z 127\.0\.0\.1 GET \/healthz 200 \d+ ms$/)
    expect(lines[1]).toMatch(/ GET \/runs\/x%0Ay 404 \d+ ms$/)
  })

  test('is alive', async () => {
    const { get } = await app()
    expect((await get('/healthz')).json()).toEqual({ status: 'ok' })
  })
})

describe('hostile requests', () => {
  test.each([
    '/runs/..%2f..%2fetc/summary.json',
    '/runs/%2e%2e/manifest.json',
    '/runs/0f3a9c1d27b/summary.json',
    '/runs/0F3A9C1D27BE/summary.json',
    '/runs/0f3a9c1d27be%00/summary.json',
    '/runs/secrets00000/summary.json',
    '/runs/0f3a9c1d27be/loans.parquet',
    '/runs/0f3a9c1d27be/..%2f..%2fsecret.json',
  ])('%s finds nothing', async (url) => {
    const { get, runsDir } = await app(data)
    mkdirSync(join(runsDir, 'secrets00000'))
    writeFileSync(join(runsDir, 'secrets00000', 'summary.json'), '{"secret":1}')
    writeFileSync(join(runsDir, 'secret.json'), '{"secret":1}')
    const answer = await get(url)
    expect(answer.statusCode).toBe(404)
    expect(answer.json()).toMatchObject({ error: { code: 'notFound' } })
    expect(answer.body.includes('"secret":1')).toBe(false)
  })

  test.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example:4173',
    'evil.example:80',
    '[::2]',
    '0.0.0.0',
  ])('a Host of "%s" is refused, so that a rebound name reads nothing', async (host) => {
    const { get } = await app(data)
    const answer = await get('/runs/0f3a9c1d27be/summary.json', { host })
    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({ error: { code: 'forbidden' } })
  })

  test.each(['localhost', 'localhost:4173', '127.0.0.1:80', '[::1]:4173'])('a Host of "%s" is served', async (host) => {
    const { get } = await app(data)
    expect((await get('/healthz', { host })).statusCode).toBe(200)
  })

  test.each(['https://evil.example', 'null', 'http://localhost.evil.example', 'file://'])(
    'an Origin of "%s" is refused',
    async (origin) => {
      const { get } = await app(data)
      expect((await get('/healthz', { origin })).statusCode).toBe(403)
    },
  )

  test('an Origin of this machine is served', async () => {
    const { get } = await app(data)
    expect((await get('/healthz', { origin: 'http://127.0.0.1:4173' })).statusCode).toBe(200)
  })

  test('an unknown address is a page to a browser, in both languages and escaped', async () => {
    const { get } = await app(data)
    const answer = await get('/<script>alert(1)</script>', HTML)
    expect(answer.statusCode).toBe(404)
    expect(answer.body).toContain('Page not found')
    expect(answer.body).toContain('页面不存在')
    expect(answer.body).not.toContain('<script')
  })

  test('only reading is possible', async () => {
    const { server } = await app(data)
    for (const method of ['POST', 'PUT', 'DELETE'] as const)
      expect((await server.inject({ method, url: '/runs/0f3a9c1d27be' })).statusCode).toBe(404)
  })

  test('a report that is cut off, or of another version, is said to be so and not shown in the list', async () => {
    const { get, runsDir } = await app(data)
    addRun(runsDir, other, '{"format":1,"runId"')
    addRun(runsDir, { ...other, runId: 'bbbbbbbbbbbb' }, '{"format":99}')
    for (const id of ['aaaaaaaaaaaa', 'bbbbbbbbbbbb']) {
      expect((await get(`/runs/${id}`)).json()).toMatchObject({ error: { code: 'unreadable' } })
      expect((await get(`/runs/${id}`, HTML)).body).toContain('This run cannot be shown')
    }
    const list = await get('/')
    expect(list.statusCode).toBe(200)
    expect(list.body).toContain('was written by another version')
  })
})

describe('headers', () => {
  test.each(['/', '/runs/0f3a9c1d27be/desk'])('of %s allow a script of the server’s, and no other', async (url) => {
    const { get } = await app(data)
    const { headers, body } = await get(url)
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).not.toMatch(/unsafe/)
    for (const [, style] of body.matchAll(/<style>([\s\S]*?)<\/style>/g))
      expect(policy).toContain(`'sha256-${createHash('sha256').update(style!).digest('base64')}'`)
  })

  test('allow the style sheet of the page and nothing else, and never insist on HTTPS', async () => {
    const { get } = await app(data)
    const { headers, body } = await get('/runs/0f3a9c1d27be')
    const style = /<style>([\s\S]*?)<\/style>/.exec(body)![1]!
    const hash = createHash('sha256').update(style).digest('base64')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`style-src 'sha256-${hash}'`)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|upgrade-insecure-requests/)
    expect(headers['strict-transport-security']).toBeUndefined()
    expect(headers['x-content-type-options']).toBe('nosniff')
  })
})
