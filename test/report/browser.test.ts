/** The report in a real browser, wide and narrow, in both languages. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { renderReport } from '../../report/html.ts'
import { toReportData } from '../../report/reportData.ts'
import { type Server, serve } from '../../report/serve.ts'
import { LANGS } from '../../report/text.ts'
import { PAGES } from '../../report/page/pages.ts'
import { launchBrowser, withoutBrowser } from './chromium.ts'
import { fixtureRun } from './fixture.ts'
import { addRun } from './runsFolder.ts'
import { strategiesRun } from './strategiesRun.ts'

if (withoutBrowser) console.warn('SKIPPED: no browser, so the report was not seen in one')

describe.skipIf(withoutBrowser)('the report in a browser', () => {
  const data = toReportData(fixtureRun())
  const directory = mkdtempSync(join(tmpdir(), 'yieldcover-'))
  let browser: Browser
  let server: Server

  beforeAll(async () => {
    addRun(directory, data)
    server = await serve({ runsDir: directory, port: 0, openRunId: data.runId })
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser.close()
    await server.close()
    rmSync(directory, { recursive: true, force: true })
  })

  /** A page with everything it complains of or asks for, except its own address. */
  const open = async (url: string, width: number): Promise<{ page: Page; complaints: string[] }> => {
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    onTestFinished(() => page.close())
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      if (request.url() !== url) complaints.push(`asked for ${request.url()}`)
    })
    await page.goto(url)
    return { page, complaints }
  }

  const overflow = (page: Page): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

  const cases = LANGS.flatMap((lang) => [1280, 390].map((width) => ({ lang, width })))

  test.each(cases)(
    'shows the answer and the verdicts at once, in $lang at $width px, and never scrolls sideways',
    async ({ lang, width }) => {
      const { page, complaints } = await open(server.url, width)
      await page.click(`label[for=lang-${lang}]`)
      const answer = lang === 'en' ? 'Income covers risk in 6 of 10 scenarios' : '10个情景中有6个收益覆盖风险'
      const hidden = lang === 'en' ? '10个情景中有6个收益覆盖风险' : 'Income covers risk in 6 of 10 scenarios'
      expect(await page.locator('.answer:visible').allInnerTexts()).toEqual([expect.stringContaining(answer)])
      expect(await page.locator('main').innerText()).not.toContain(hidden)
      const badge = await page.locator('tbody .verdict:visible').first().boundingBox()
      expect(badge!.x + badge!.width).toBeLessThanOrEqual(width)
      const probability = await page.locator('tbody tr:visible td:nth-child(3)').first().boundingBox()
      expect(probability!.x + probability!.width).toBeLessThanOrEqual(width)
      const overview = page.locator('.overview svg:visible')
      expect(await overview.count()).toBe(1)
      const box = await overview.boundingBox()
      expect(box!.x + box!.width).toBeLessThanOrEqual(width)
      expect(box!.y).toBeLessThanOrEqual(600)
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      expect(complaints).toEqual([])
    },
  )

  test.each(cases)(
    'shows one scenario at a time, on every page that tells of it, in $lang at $width px',
    async ({ lang, width }) => {
      const { page, complaints } = await open(server.url, width)
      await page.click(`label[for=lang-${lang}]`)
      await page.click('td label[for=entry-3]:visible')
      expect(await page.locator('.panel:visible h3:visible').allInnerTexts()).toEqual([
        expect.stringContaining(lang === 'en' ? 'Severe downturn' : '重度下行'),
      ])
      expect(await page.locator('.panel svg:visible').count()).toBe(3)
      for (const summary of await page.locator('.panel:visible summary:visible').all()) await summary.click()
      expect(await page.locator('.panel:visible tr.short:visible').count()).toBe(65)
      for (const id of ['losses', 'stress'] as const) {
        await page.click(`nav a[href="#${id}"]`)
        expect(await page.locator('.page:visible').count()).toBe(1)
        expect(await page.locator('.panel:visible h2:visible').allInnerTexts()).toEqual([
          expect.stringContaining(lang === 'en' ? 'Severe downturn' : '重度下行'),
        ])
        expect(await overflow(page)).toBeLessThanOrEqual(0)
      }
      expect(complaints).toEqual([])
    },
  )

  test.each(cases)(
    'every page fits, asks for nothing, and has no serious fault of access, in $lang at $width px',
    async ({ lang, width }) => {
      const file = join(directory, 'two.html')
      if (!existsSync(file))
        writeFileSync(file, await renderReport({ ...data, entries: data.entries.slice(0, 2) }, { lang: 'en' }))
      const context = await browser.newContext({ viewport: { width, height: 900 } })
      onTestFinished(() => context.close())
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => complaints.push(message.text()))
      page.on('request', (request) => {
        if (!request.url().startsWith(`file://${file}`)) complaints.push(`asked for ${request.url()}`)
      })
      await page.goto(`file://${file}`)
      await page.click(`label[for=lang-${lang}]`)
      for (const id of PAGES) {
        await page.click(`nav a[href="#${id}"]`)
        expect(await page.locator('.page:visible').evaluateAll((pages) => pages.map((one) => one.id))).toEqual([id])
        expect(await overflow(page), id).toBeLessThanOrEqual(0)
        const { violations } = await new AxeBuilder({ page }).analyze()
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
        expect(serious.map((one) => `${id}, ${one.id}: ${one.nodes[0]!.html}`)).toEqual([])
      }
      expect(complaints).toEqual([])
    },
    120_000,
  )

  test('paints the answer within a second of being asked for', async () => {
    const { page } = await open(server.url, 1280)
    const paint = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
    )
    // twice the aim: other tests share the machine
    expect(paint).toBeLessThan(2000)
  })

  test.each(cases)(
    'shows strategies side by side, a scenario at a time, in $lang at $width px',
    async ({ lang, width }) => {
      const file = join(directory, 'strategies.html')
      if (!existsSync(file)) writeFileSync(file, await renderReport(toReportData(strategiesRun()), { lang: 'en' }))
      const { page, complaints } = await open(`file://${file}`, width)
      await page.click(`label[for=lang-${lang}]`)
      const answer = await page.locator('.answer:visible').boundingBox()
      expect(answer!.y + answer!.height).toBeLessThanOrEqual(450)
      await page.click('nav a[href="#strategies"]')
      const rows = page.locator('.tabs .panel:visible .wide:visible').first().locator('tbody tr')
      expect(await rows.count()).toBe(11)
      await page.click('label[for=comparison-1]')
      expect(await rows.first().locator('td').nth(2).innerText()).toContain('1.30')
      for (const summary of await page.locator('summary:visible').all()) await summary.click()
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      expect(complaints).toEqual([])
    },
  )

  test('the selector works from the keyboard', async () => {
    const { page } = await open(server.url, 1280)
    await page.focus('#entry-0')
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('.panel:visible h3:visible').allInnerTexts()).toEqual([expect.stringContaining('Benign')])
  })

  test('the page works as a file, offline', async () => {
    const file = join(directory, 'report.html')
    writeFileSync(file, await renderReport({ ...data, entries: data.entries.slice(0, 2) }, { lang: 'zh' }))
    const { page, complaints } = await open(`file://${file}`, 1280)
    expect(await page.locator('.answer:visible').count()).toBe(1)
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    expect(complaints).toEqual([])
  })

  test('on paper every scenario has its page', async () => {
    const { page } = await open(server.url, 1280)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.panel:visible').count()).toBe(30)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type \/Page\b/g)!.length).toBeGreaterThanOrEqual(12)
  })
})
