import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import helmet from '@fastify/helmet'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { renderReport } from './html.ts'
import { isLocalHost, isLocalOrigin } from './isLocal.ts'
import { RUN_ID, listRuns } from './listRuns.ts'
import { isCurrent } from './page/document.ts'
import { messagePage } from './page/messagePage.ts'
import { runListPage } from './page/runListPage.ts'
import { CONTENT_SECURITY_POLICY } from './page/style.ts'
import { REPORT_PAGE, UnreadableReportError, nullWhenMissing, readReport } from './readReport.ts'
import type { Lang } from './text.ts'

interface AppOptions {
  /** Folder whose subfolders are finished runs. */
  readonly runsDir: string
  /** Language shown first. */
  readonly lang: Lang
}

/** Files of a run that are handed out as they are. */
const FILES = ['summary.json', 'manifest.json'] as const

/** Drawn pages kept in memory, about 2 MB each. */
const MOST_PAGES = 16

/**
 * The report server, not yet listening: the runs of a folder, to this machine's own browser only.
 *
 * A request that names another host, or comes from a page of another origin, is refused, so that no web site can read a bank's
 * figures through the browser.
 */
export async function buildApp({ runsDir, lang }: AppOptions): Promise<FastifyInstance> {
  const app = fastify({ bodyLimit: 64 * 1024, forceCloseConnections: true })
  const pages = new Map<string, string>()

  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...mutable(CONTENT_SECURITY_POLICY), 'frame-ancestors': ["'none'"] },
    },
    // The server speaks plain HTTP on this machine: told to insist on HTTPS, a browser could not come back.
    strictTransportSecurity: false,
  })

  app.addHook('onRequest', async (request, reply) => {
    if (isLocalHost(request.headers.host) && isLocalOrigin(request.headers.origin)) return
    await reply.code(403).send({ error: { code: 'forbidden', message: 'this server answers its own machine only' } })
  })

  app.get('/healthz', () => ({ status: 'ok' }))

  app.get('/', async (_request, reply) => {
    const ids = await listRuns(runsDir)
    const [only] = ids
    if (only !== undefined && ids.length === 1) return reply.redirect(`/runs/${only}`)
    const runs = await Promise.all(
      ids.map(async (id) => ({ id, data: await readReport(join(runsDir, id)).catch(nullWhenUnreadable) })),
    )
    return sendHtml(reply, runListPage(runs, lang))
  })

  app.get<RunRoute>('/runs/:id', async (request, reply) => {
    const page = await reportPage(request.params.id)
    return page === null ? notFound(reply) : sendHtml(reply, page)
  })

  app.get<RunRoute>('/runs/:id/report.html', async (request, reply) => {
    const { id } = request.params
    const page = await reportPage(id)
    if (page === null) return notFound(reply)
    return sendHtml(reply.header('content-disposition', `attachment; filename="yieldcover-${id}.html"`), page)
  })

  for (const file of FILES)
    app.get<RunRoute>(`/runs/:id/${file}`, async (request, reply) => {
      const { id } = request.params
      const text = RUN_ID.test(id) ? await readFile(join(runsDir, id, file)).catch(nullWhenMissing) : null
      return text === null ? notFound(reply) : reply.type('application/json; charset=utf-8').send(text)
    })

  app.setNotFoundHandler(async (request, reply) => {
    const message = `nothing at ${request.url}`
    return sendProblem(request, reply, {
      status: 404,
      code: 'notFound',
      message,
      page: messagePage((text) => text.notFound, message, lang),
    })
  })

  app.setErrorHandler<Error & { statusCode?: number }>(async (error, request, reply) => {
    if (error instanceof UnreadableReportError)
      return sendProblem(request, reply, {
        status: 422,
        code: 'unreadable',
        message: error.message,
        page: messagePage((text) => text.cannotShow, error.message, lang),
      })
    const status = error.statusCode ?? 500
    return reply
      .code(status)
      .send({ error: { code: status < 500 ? 'badRequest' : 'internal', message: error.message } })
  })

  return app

  /** The page of a run: the one in its folder, or drawn anew where that is another version's or language's; null without a run. */
  async function reportPage(id: string): Promise<string | null> {
    if (!RUN_ID.test(id)) return null
    const stored = await readFile(join(runsDir, id, REPORT_PAGE), 'utf8').catch(nullWhenMissing)
    if (stored !== null && isCurrent(stored, lang)) return stored
    const data = await readReport(join(runsDir, id))
    if (data === null) return null
    const page = pages.get(id) ?? (await renderReport(data, { lang }))
    if (!pages.has(id) && pages.size === MOST_PAGES) pages.clear()
    pages.set(id, page)
    return page
  }
}

interface RunRoute {
  Params: { id: string }
}

interface Problem {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly page: string
}

/** A problem as a page to a browser, as JSON to a program. */
const sendProblem = (request: FastifyRequest, reply: FastifyReply, { status, code, message, page }: Problem) =>
  request.headers.accept?.includes('text/html') === true
    ? sendHtml(reply.code(status), page)
    : reply.code(status).send({ error: { code, message } })

function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound()
  return reply
}

const sendHtml = (reply: FastifyReply, page: string) => reply.type('text/html; charset=utf-8').send(page)

const mutable = (policy: Readonly<Record<string, readonly string[]>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(policy).map(([directive, sources]) => [directive, [...sources]]))

function nullWhenUnreadable(error: unknown): null {
  if (error instanceof UnreadableReportError) return null
  throw error
}
