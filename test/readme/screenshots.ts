/*
 * Takes the README's pictures of three pages from a real run of the committee's study.
 *
 *     npm run readme
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '../../report/serve.ts'
import { launchBrowser } from '../report/chromium.ts'
import { yieldcover } from '../report/yieldcover.ts'

const WIDTH = 1180
/** Height of each picture, px. */
const PAGES = { verdict: 1000, law: 760, desk: 1300 } as const

const runsDir = await mkdtemp(join(tmpdir(), 'yieldcover-'))
const { stdout, code, stderr } = await yieldcover(
  process.cwd(),
  'run',
  'committee',
  '--no-serve',
  '--json',
  '--out',
  runsDir,
)
if (code !== 0) throw new Error(stderr)
const { runId } = JSON.parse(stdout) as { runId: string }
const server = await serve({ runsDir, port: 0, openRunId: runId })
const browser = await launchBrowser()
try {
  for (const [name, height] of Object.entries(PAGES)) {
    const page = await browser.newPage({ viewport: { width: WIDTH, height }, deviceScaleFactor: 1.5 })
    await page.goto(name === 'desk' ? `${server.url}/desk` : `${server.url}#${name}`)
    if (name === 'desk') {
      const cell = page.locator('.grid td input').nth(2)
      await cell.waitFor({ timeout: 300_000 })
      const answered = page.waitForResponse((one) => one.url().endsWith('/reprice'))
      await cell.fill('6.20')
      await answered
    }
    await page.screenshot({ path: fileURLToPath(new URL(`../../report/readme/${name}.png`, import.meta.url)) })
    await page.close()
  }
} finally {
  await browser.close()
  await server.close()
  await rm(runsDir, { recursive: true, force: true })
}
