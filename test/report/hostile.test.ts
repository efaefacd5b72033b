import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { type OutgoingHttpHeaders, request } from 'node:http'
import { type AddressInfo, type Socket, connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildApp } from '../../report/app.ts'
import { temporaryDirectory } from '../temporaryDirectory.ts'

const PATIENCE = 400

let app: FastifyInstance
let port: number
let resources: string[]

/** What keeps the process alive, apart from timers of the test itself. */
const held = (): string[] =>
  process
    .getActiveResourcesInfo()
    .filter((name) => /^(TCP|Pipe|Process|Worker|FSReq)/.test(name))
    .sort()

const connections = (): Promise<number> =>
  new Promise((resolve, reject) => {
    app.server.getConnections((error, count) => (error ? reject(error) : resolve(count)))
  })

interface Answer {
  readonly status: number
  readonly body: string
}

/** A request as Node writes it, with a body as it is. */
const ask = (method: string, path: string, headers: OutgoingHttpHeaders, body = ''): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode!, body: text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })

/** Everything that a connection is told until it is closed. */
function listen(socket: Socket): Promise<string> {
  let text = ''
  socket.setEncoding('utf8').on('data', (part: string) => (text += part))
  socket.on('error', () => undefined)
  return new Promise((resolve) => socket.once('close', () => resolve(text)))
}

const JSON_TYPE = { 'content-type': 'application/json' }
const errorOf = ({ body }: Answer): { code: string; message: string } =>
  (JSON.parse(body) as { error: { code: string; message: string } }).error

describe('a hostile request', () => {
  beforeEach(async () => {
    app = await buildApp({ runsDir: temporaryDirectory(), lang: 'en', patience: PATIENCE })
    await app.listen({ host: '127.0.0.1', port: 0 })
    port = (app.server.address() as AddressInfo).port
    resources = held()
  })

  // Whatever was sent: the server lives, holds no connection, and nothing of it is left in the process.
  afterEach(async () => {
    expect(
      await (await fetch(`http://127.0.0.1:${port}/healthz`, { headers: { connection: 'close' } })).json(),
    ).toEqual({
      status: 'ok',
    })
    await expect.poll(connections, { timeout: 5000 }).toBe(0)
    await expect.poll(held, { timeout: 5000 }).toEqual(resources)
    await app.close()
    await expect.poll(held).not.toContain('TCPServerWrap')
  })

  test('with a huge body is refused before it is read', async () => {
    const declared = await ask('POST', '/api/jobs', JSON_TYPE, `{"study":"${'x'.repeat(1_000_000)}"}`)
    expect([declared.status, errorOf(declared).code]).toEqual([413, 'tooLarge'])
  })

  test('with a huge body of undeclared length is cut off', async () => {
    const socket = connect(port, '127.0.0.1')
    const told = listen(socket)
    socket.write(
      'POST /api/jobs HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
    )
    for (let i = 0; i < 200 && socket.writable; i++) socket.write(`400\r\n${'x'.repeat(1024)}\r\n`)
    expect(await told).toMatch(/^HTTP\/1\.1 413 /)
  })

  test('that names another host is refused', async () => {
    const answer = await ask('GET', '/', { host: 'evil.example' })
    expect([answer.status, errorOf(answer).code]).toEqual([403, 'forbidden'])
  })

  test.each([
    '/runs/../../../etc/passwd',
    '/runs/../manifest.json',
    '/runs/..%2f..%2f/report.html',
    '/runs/%2e%2e/desk',
    '/api/runs/../desk',
  ])('for %s finds nothing', async (path) => {
    const answer = await ask('GET', path, {})
    expect([answer.status, errorOf(answer).code]).toEqual([404, 'notFound'])
  })

  test.each(['{"study":', '', 'study=committee', '[1,2', '\u0000', '{"__proto__":{"x":1}}'])(
    'with the body %j is refused',
    async (body) => {
      const answer = await ask('POST', '/api/jobs', { ...JSON_TYPE, 'content-length': Buffer.byteLength(body) }, body)
      expect([answer.status, errorOf(answer).code]).toEqual([400, 'badRequest'])
    },
  )

  test('of a client that sends its headers byte by byte is given up', async () => {
    const socket = connect(port, '127.0.0.1')
    const told = listen(socket)
    const start = performance.now()
    for (const byte of `GET /healthz HTTP/1.1\r\nhost: localhost\r\nx: ${'y'.repeat(1000)}`) {
      if (!socket.writable) break
      socket.write(byte)
      await setTimeout(10)
    }
    expect(await told).toMatch(/^HTTP\/1\.1 408 [\s\S]*"code":"tooSlow"/)
    expect(performance.now() - start).toBeLessThan(10 * PATIENCE)
  })

  test('whose body never ends is given up', async () => {
    const socket = connect(port, '127.0.0.1')
    const told = listen(socket)
    socket.write(
      'POST /api/jobs HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"study"',
    )
    expect(await told).toMatch(/^HTTP\/1\.1 408 /)
  })

  test('that never comes, on a connection that stays open, is given up', async () => {
    const socket = connect(port, '127.0.0.1')
    expect(await listen(socket)).toMatch(/^(HTTP\/1\.1 408 |$)/)
  })

  test('that is no request is told so', async () => {
    const socket = connect(port, '127.0.0.1')
    const told = listen(socket)
    socket.write('\u0016\u0003\u0001 not HTTP\r\n\r\n')
    expect(await told).toMatch(/^HTTP\/1\.1 400 [\s\S]*"code":"badRequest"/)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'of a form of another site, as %s, is refused',
    async (type) => {
      const answer = await ask('POST', '/api/jobs', { 'content-type': type }, '{"study":"committee"}')
      expect([answer.status, errorOf(answer).code]).toEqual([415, 'unsupportedMediaType'])
    },
  )

  test('by a method that there is none of finds nothing', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])
      expect((await ask(method, '/api/jobs', {})).status, method).toBe(404)
  })

  test('many at once, given up halfway, leave nothing behind', async () => {
    const sockets = Array.from({ length: 50 }, () => connect(port, '127.0.0.1'))
    for (const socket of sockets) {
      socket.on('error', () => undefined)
      socket.write('GET /api/jobs HTTP/1.1\r\nhost: localhost\r\n')
    }
    await setTimeout(50)
    for (const socket of sockets) socket.destroy()
  })
})

test('a server that stops ends the connections that wait for events', async () => {
  const runsDir = temporaryDirectory()
  mkdirSync(join(runsDir, 'aaaaaaaaaaaa'))
  const nothing = { study: { books: [], strategies: [], schedules: [] } }
  writeFileSync(join(runsDir, 'aaaaaaaaaaaa', 'manifest.json'), JSON.stringify(nothing))
  const own = await buildApp({ runsDir, lang: 'en' })
  await own.listen({ host: '127.0.0.1', port: 0 })
  const socket = connect((own.server.address() as AddressInfo).port, '127.0.0.1')
  const told = listen(socket)
  socket.write('GET /api/runs/aaaaaaaaaaaa/desk/events HTTP/1.1\r\nhost: localhost\r\n\r\n')
  await once(socket, 'data')
  await own.close()
  expect(await told).toContain('data: {"status":"closed"')
})
