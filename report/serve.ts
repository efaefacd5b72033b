import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { type AppOptions, buildApp } from './app.ts'
import { UsageError } from './errors.ts'
import type { Lang } from './text.ts'

export interface ServeOptions extends Omit<AppOptions, 'lang'> {
  /** 0 takes any free port. */
  readonly port: number
  /** Run that `url` leads to; without it the list of runs. */
  readonly openRunId?: string
  /** Language shown first, default English. */
  readonly lang?: Lang
}

/** A listening server. */
export interface Server {
  readonly url: string
  close(): Promise<void>
}

const HOST = '127.0.0.1'

/**
 * Serves the finished runs of a folder to this machine until closed.
 *
 * @throws {UsageError} when the port is taken or not allowed
 */
export async function serve({ port, openRunId, lang = 'en', ...options }: ServeOptions): Promise<Server> {
  const app = await buildApp({ ...options, lang })
  try {
    await app.listen({ host: HOST, port })
  } catch (error) {
    throw toUsageError(error, port)
  }
  const { port: actual } = app.server.address() as AddressInfo
  const path = openRunId === undefined ? '' : `runs/${openRunId}`
  return { url: `http://${HOST}:${actual}/${path}`, close: () => app.close() }
}

/**
 * Tries a port, so that nobody waits for a run whose report cannot be served.
 *
 * @throws {UsageError} when the port is taken or not allowed
 */
export async function requireFreePort(port: number): Promise<void> {
  const server = createServer()
  try {
    await once(server.listen(port, HOST), 'listening')
  } catch (error) {
    throw toUsageError(error, port)
  } finally {
    server.close()
  }
}

function toUsageError(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE')
    return new UsageError(`port ${port} is taken: choose another with --port, or --port 0 for any free one`)
  if (code === 'EACCES')
    return new UsageError(`port ${port} may not be used by this user: choose one above 1023 with --port`)
  return error
}
