import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { UsageError } from '../../report/errors.ts'
import { requireFreePort, serve } from '../../report/serve.ts'
import { temporaryDirectory } from '../temporaryDirectory.ts'

describe('serve', () => {
  test('listens on this machine only, and leads to the run it was given', async () => {
    const server = await serve({ runsDir: temporaryDirectory(), port: 0, openRunId: '0f3a9c1d27be' })
    onTestFinished(() => server.close())
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/runs\/0f3a9c1d27be$/)
    expect((await fetch(new URL('/healthz', server.url))).status).toBe(200)
  })

  test('leaves signals to its caller', async () => {
    const before = process.listenerCount('SIGINT')
    const server = await serve({ runsDir: temporaryDirectory(), port: 0 })
    onTestFinished(() => server.close())
    expect(process.listenerCount('SIGINT')).toBe(before)
  })

  test('stops answering once closed', async () => {
    const server = await serve({ runsDir: temporaryDirectory(), port: 0 })
    await server.close()
    await expect(fetch(server.url)).rejects.toThrow()
  })

  test('a taken port is a usage error that names the way out', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void taken.close())
    await new Promise((resolve) => taken.once('listening', resolve))
    const { port } = taken.address() as AddressInfo
    const failure = serve({ runsDir: temporaryDirectory(), port })
    await expect(failure).rejects.toThrow(UsageError)
    await expect(failure).rejects.toThrow(`port ${port} is taken: choose another with --port`)
    await expect(requireFreePort(port)).rejects.toThrow(`port ${port} is taken: choose another with --port`)
    await new Promise((resolve) => taken.close(resolve))
    await requireFreePort(port)
    await (await serve({ runsDir: temporaryDirectory(), port })).close()
  })
})
