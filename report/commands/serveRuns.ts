import { type ServeOptions, type Server, serve } from '../serve.ts'
import type { Lang } from '../text.ts'
import { UsageError } from '../errors.ts'

/** Port tried first when none is asked for. */
const USUAL_PORT = 4173

interface ServeRunsOptions extends Pick<ServeOptions, 'studies' | 'workers' | 'log'> {
  /** Port asked for; without it the usual one, or any free one when that is taken. */
  readonly port?: number | undefined
  /** Run shown first; without it the list of runs. */
  readonly openRunId?: string
  readonly lang: Lang
  /** Where the address is told. */
  readonly tell: (line: string) => void
}

/**
 * Serves the finished runs of a folder until the signal aborts, which is the usual way to end it and no error.
 *
 * @throws {UsageError} when the port asked for is taken
 */
export async function serveRuns(runsDir: string, options: ServeRunsOptions, signal: AbortSignal): Promise<void> {
  const server = await listen(runsDir, options)
  options.tell(`Report: ${server.url} (Ctrl-C stops the server)`)
  await aborted(signal)
  await server.close()
}

async function listen(runsDir: string, { port, tell: _, ...others }: ServeRunsOptions): Promise<Server> {
  const options = { runsDir, ...others }
  if (port !== undefined) return serve({ ...options, port })
  try {
    return await serve({ ...options, port: USUAL_PORT })
  } catch (error) {
    if (error instanceof UsageError) return serve({ ...options, port: 0 })
    throw error
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
