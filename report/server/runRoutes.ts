import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { renderReport } from '../html.ts'
import { RUN_ID } from '../listRuns.ts'
import { deskPage } from '../page/deskPage.ts'
import { DESK_STYLE } from '../page/deskStyle.ts'
import { isCurrent } from '../page/document.ts'
import { withServedLinks } from '../page/navigation.ts'
import { REPORT_PAGE, nullWhenMissing, readReport } from '../readReport.ts'
import type { Lang } from '../text.ts'
import { sendHtml } from './sendHtml.ts'

interface RunRoutesOptions {
  /** Folder whose subfolders are finished runs. */
  readonly runsDir: string
  /** Language shown first. */
  readonly lang: Lang
}

interface RunRoute {
  Params: { id: string }
}

/** Files of a run that are handed out as they are. */
const FILES = ['summary.json', 'manifest.json'] as const

/** Drawn pages kept in memory, about 2 MB each. */
const MOST_PAGES = 16

/** The pages and files of single runs. */
export function runRoutes(app: FastifyInstance, { runsDir, lang }: RunRoutesOptions): void {
  const pages = new Map<string, string>()

  app.get<RunRoute>('/runs/:id', async (request, reply) => {
    const { id } = request.params
    const page = await reportPage(id)
    return page === null ? notFound(reply) : sendHtml(reply, withServedLinks(page, id))
  })

  app.get<RunRoute>('/runs/:id/report.html', async (request, reply) => {
    const { id } = request.params
    const page = await reportPage(id)
    if (page === null) return notFound(reply)
    return sendHtml(reply.header('content-disposition', `attachment; filename="yieldcover-${id}.html"`), page)
  })

  app.get<RunRoute>('/runs/:id/desk', async (request, reply) => {
    const { id } = request.params
    const data = RUN_ID.test(id) ? await readReport(join(runsDir, id)) : null
    return data === null ? notFound(reply) : sendHtml(reply, deskPage(data, lang), DESK_STYLE)
  })

  for (const file of FILES)
    app.get<RunRoute>(`/runs/:id/${file}`, async (request, reply) => {
      const { id } = request.params
      const text = RUN_ID.test(id) ? await readFile(join(runsDir, id, file)).catch(nullWhenMissing) : null
      return text === null ? notFound(reply) : reply.type('application/json; charset=utf-8').send(text)
    })

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

function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound()
  return reply
}
