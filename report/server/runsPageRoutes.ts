import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { compareRuns } from '../jobs/compareRuns.ts'
import { readRun } from '../jobs/jobRoutes.ts'
import type { RunIndex } from '../jobs/runIndex.ts'
import type { ListedStudy } from '../jobs/studies.ts'
import { comparePage } from '../page/comparePage.ts'
import { runListPage } from '../page/runListPage.ts'
import { RUNS_STYLE } from '../page/runsStyle.ts'
import type { Lang } from '../text.ts'
import { checked } from './checked.ts'
import { sendHtml } from './sendHtml.ts'

interface RunsPageOptions {
  readonly runsDir: string
  /** Language shown first. */
  readonly lang: Lang
  readonly studies: readonly ListedStudy[]
  readonly index: RunIndex
}

const twoRuns = z.object({ a: z.string(), b: z.string() })

/** The pages about many runs: the list, and two side by side. */
export function runsPageRoutes(app: FastifyInstance, { runsDir, lang, studies, index }: RunsPageOptions): void {
  app.get('/', async (_request, reply) => sendHtml(reply, runListPage(await index.list(), studies, lang), RUNS_STYLE))

  app.get('/compare', async ({ query }, reply) => {
    const ids = checked(twoRuns, query)
    const [a, b] = [await readRun(runsDir, ids.a), await readRun(runsDir, ids.b)]
    const runs = { comparison: compareRuns(a, b), a: a.study.title, b: b.study.title }
    return sendHtml(reply, comparePage(runs, lang))
  })
}
