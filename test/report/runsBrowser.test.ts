/** The page of runs in a real browser: start one, watch it, cancel it, come back to it, compare two. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { toReportData } from '../../report/reportData.ts'
import { type Server, serve } from '../../report/serve.ts'
import { LANGS } from '../../report/text.ts'
import { launchBrowser, withoutBrowser } from './chromium.ts'
import { fixtureRun } from './fixture.ts'
import { addRun } from './runsFolder.ts'
import { tinyStudy } from './tinyRun.ts'

if (withoutBrowser) console.warn('SKIPPED: no browser, so the page of runs was not seen in one')

const [FIRST, SECOND] = ['0f3a9c1d27be', 'aaaaaaaaaaaa'] as const

describe.skipIf(withoutBrowser)('the page of runs in a browser', { timeout: 180_000 }, () => {
  let folder: string
  let browser: Browser
  let server: Server

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'yieldcover-'))
    const runsDir = join(folder, 'runs')
    const data = toReportData(fixtureRun())
    for (const runId of [FIRST, SECOND]) addRun(runsDir, { ...data, runId })
    server = await serve({ runsDir, port: 0, studies: [tinyStudy(folder)], workers: 1 })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const open = async (path: string, width = 1280): Promise<{ page: Page; complaints: string[] }> => {
    const context = await browser.newContext({ viewport: { width, height: 900 } })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url)) complaints.push(`asked for ${request.url()}`)
    })
    await page.goto(new URL(path, server.url).href)
    return { page, complaints }
  }

  const cases = LANGS.flatMap((lang) =>
    [1280, 390].flatMap((width) => ['/', `/compare?a=${FIRST}&b=${SECOND}`].map((path) => ({ lang, width, path }))),
  )

  test.each(cases)(
    '$path at $width px in $lang never scrolls sideways and has no barrier',
    async ({ lang, width, path }) => {
      const { page, complaints } = await open(path, width)
      await page.click(`label[for=lang-${lang}]`)
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(sideways).toBeLessThanOrEqual(0)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
      expect(complaints).toEqual([])
    },
  )

  test('starts a run by keyboard, shows how far it is, lists it when it is done and leads to its report', async () => {
    const { page, complaints } = await open('/')
    await page.locator(`input[value="${FIRST}"]`).check()
    await page.focus('#paths')
    await page.keyboard.type('100')
    await page.keyboard.press('Enter')
    const row = page.locator('#jobs li').first()
    await row.locator('[data-state=done]').waitFor({ timeout: 150_000 })
    expect(await row.locator('button').isVisible()).toBe(false)
    await page.locator('#runs tbody tr').nth(2).waitFor()
    expect(await page.locator('#runs tbody input:checked').evaluateAll((boxes) => boxes.length)).toBe(1)
    await page.locator('#runs tbody input').first().check()
    expect(await page.locator('#compare button').isEnabled()).toBe(true)
    await row.getByText('Open the report').click()
    await page.waitForURL(/\/runs\/[0-9a-f]{12}$/)
    expect(complaints).toEqual([])
  })

  test('finds a run at work again after coming back, and cancels it', async () => {
    const first = await open('/')
    await first.page.fill('#paths', '1000000')
    await first.page.click('#start button')
    await first.page.locator('#jobs li progress').first().waitFor()
    const { page } = await open('/')
    const row = page.locator('#jobs li').first()
    await row.locator('[data-state=running]').waitFor()
    await row.getByRole('button', { name: 'Cancel' }).click()
    await row.locator('[data-state=cancelled]').waitFor()
    expect(await row.locator('progress').isVisible()).toBe(false)
    await first.page.locator('#jobs li').first().locator('[data-state=cancelled]').waitFor()
  })

  test('a language once chosen is that of the next page, and of the desk', async () => {
    const { page, complaints } = await open('/')
    await page.click('label[for=lang-zh]')
    await page.reload()
    expect(await page.locator('#lang-zh').isChecked()).toBe(true)
    expect(complaints).toEqual([])
    await page.goto(new URL(`/runs/${FIRST}/desk`, server.url).href)
    await page.locator('html[lang=zh-CN]').waitFor()
    expect(await page.locator('#lang-zh').isChecked()).toBe(true)
  })

  test('says what is wrong with a request', async () => {
    const { page } = await open('/')
    await page.evaluate(() => document.getElementById('start')!.setAttribute('novalidate', ''))
    await page.fill('#paths', '99')
    await page.click('#start button')
    await page.getByText('paths must be >= 100, got 99').waitFor()
  })

  test('leads to two runs side by side, the older first', async () => {
    const { page } = await open('/')
    const button = page.locator('#compare button')
    expect(await button.isDisabled()).toBe(true)
    await page.locator(`input[value="${FIRST}"]`).check()
    await page.locator(`input[value="${SECOND}"]`).check()
    await button.click()
    await page.waitForURL(/\/compare\?a=[0-9a-f]{12}&b=[0-9a-f]{12}$/)
    expect(await page.locator('h1:visible').innerText()).toBe('Two runs side by side')
  })
})
