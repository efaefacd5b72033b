import fastify, { type FastifyInstance } from 'fastify'
import { deskRoutes } from './desk/deskRoutes.ts'
import { Desks } from './desk/desks.ts'
import { jobRoutes } from './jobs/jobRoutes.ts'
import { Jobs } from './jobs/jobs.ts'
import { RunIndex } from './jobs/runIndex.ts'
import { listStudies } from './jobs/studies.ts'
import { answerBroken } from './server/answerBroken.ts'
import { assetRoutes } from './server/assetRoutes.ts'
import { addManners } from './server/manners.ts'
import { runRoutes } from './server/runRoutes.ts'
import { runsPageRoutes } from './server/runsPageRoutes.ts'
import type { Lang } from './text.ts'

export interface AppOptions {
  /** Folder whose subfolders are finished runs. */
  readonly runsDir: string
  /** Language shown first. */
  readonly lang: Lang
  /** Paths of study files that the page may start, besides the shipped studies. */
  readonly studies?: readonly string[] | undefined
  /** Threads that simulate; default the machine's cores, at most 8. */
  readonly workers?: number | undefined
  /** Told of every request in one line; nobody by default. */
  readonly log?: ((line: string) => void) | undefined
  /** Time in which a client must have sent its whole request, milliseconds; default 10 seconds. */
  readonly patience?: number | undefined
}

/** Enough for the rates of every cell with their costs, many times over. */
const MOST_BYTES = 64 * 1024
const TEN_SECONDS = 10_000
/** A client that neither reads nor writes for this long is gone, whatever the answer that it waits for, milliseconds. */
const LONGEST_SILENCE = 600_000

/** The report server, not yet listening: the runs of a folder, the desk on which their rates are tried, and new runs. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { runsDir, lang, workers, patience = TEN_SECONDS } = options
  const app = fastify({
    bodyLimit: MOST_BYTES,
    forceCloseConnections: true,
    requestTimeout: patience,
    connectionTimeout: LONGEST_SILENCE,
    http: { headersTimeout: patience, connectionsCheckingInterval: patience / 4 },
    clientErrorHandler: answerBroken,
  })
  const desks = new Desks({ runsDir, workers })
  const jobs = new Jobs({ runsDir, lang, workers })
  const index = new RunIndex(runsDir)
  const studies = await listStudies(options.studies ?? [])

  await addManners(app, { lang, log: options.log })
  app.get('/healthz', () => ({ status: 'ok' }))
  assetRoutes(app)
  runsPageRoutes(app, { runsDir, lang, studies, index })
  runRoutes(app, { runsDir, lang })
  deskRoutes(app, { runsDir, desks, jobs })
  jobRoutes(app, { runsDir, studies, jobs, index })
  app.addHook('onClose', async () => {
    await Promise.all([desks.close(), jobs.close()])
  })
  return app
}
