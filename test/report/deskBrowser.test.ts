/** The pricing desk in a real browser: a small run, its real server, and what a committee does with it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Locator, Page, Response } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import type { RepriceAnswer } from '../../report/desk/protocol.ts'
import { bareFineBasisPoints, ratio } from '../../report/format.ts'
import { type Server, serve } from '../../report/serve.ts'
import { LANGS, type Lang } from '../../report/text.ts'
import { launchBrowser, withoutBrowser } from './chromium.ts'
import { tinyRun } from './tinyRun.ts'

if (withoutBrowser) console.warn('SKIPPED: no browser, so the pricing desk was not seen in one')

describe.skipIf(withoutBrowser)('the pricing desk in a browser', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'yieldcover-'))
  let browser: Browser
  let server: Server
  let address: string

  beforeAll(async () => {
    const { runsDir, result } = await tinyRun(folder)
    server = await serve({ runsDir, port: 0, openRunId: result.runId, workers: 1 })
    address = `${server.url}/desk`
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser.close()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** The desk, ready, in a tab of its own; `complaints` are what the console says and what is asked of other servers. */
  const openDesk = async ({ width = 1280, lang = 'en' }: { width?: number; lang?: Lang } = {}) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } })
    const page = await context.newPage()
    onTestFinished(() => context.close())
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(new URL(address).origin)) complaints.push(`asked for ${request.url()}`)
    })
    await page.goto(address)
    await page.click(`label[for=lang-${lang}]`)
    await page.locator('.grid input').first().waitFor({ timeout: 60_000 })
    return { page, complaints, cells: page.locator('.grid td input') }
  }

  /** Waits for the answers that an action leads to. @returns the last, which is the one on screen */
  const answerTo = async (page: Page, action: () => Promise<unknown>): Promise<RepriceAnswer> => {
    const responses: Response[] = []
    const collect = (response: Response): void => {
      if (response.url().endsWith('/reprice')) responses.push(response)
    }
    page.on('response', collect)
    await action()
    await expect.poll(() => responses.length).toBeGreaterThan(0)
    await page.locator('.changes:not(:has(.quiet))').waitFor()
    page.off('response', collect)
    return (await responses.at(-1)!.json()) as RepriceAnswer
  }

  const expectNoBarrier = async (page: Page): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([])
  }

  const row = (page: Page, scenario: number): Locator => page.locator('.strip tbody tr').nth(scenario)
  const paste = (cell: Locator, text: string): Promise<void> =>
    cell.evaluate((input, block) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', block)
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, text)

  test('shows the run while its paths are drawn again, then the grid with today’s rates', async () => {
    const page = await browser.newPage()
    onTestFinished(() => page.close())
    await page.goto(address)
    await page.locator('.strip').waitFor()
    expect(await row(page, 0).innerText()).toMatch(/Baseline\s+✓ Covered/)
    await page.locator('.grid input').first().waitFor({ timeout: 60_000 })
    expect(await page.locator('.answer').innerText()).toMatch(
      /^Covered in (\d) of 2 scenarios with these rates \(\1 today\)(, \d undecided)?\.$/,
    )
    expect(await page.locator('.changes').innerText()).toBe('Nothing changed: these are the rates as run')
    expect(await page.locator('.grid td.changed').count()).toBe(0)
  })

  test('a typed rate moves every scenario to the server’s figures, beside today’s, and undo brings all back', async () => {
    const { page, complaints, cells } = await openDesk()
    const before = await page.locator('.strip tbody').innerText()
    const answer = await answerTo(page, async () => {
      await cells.nth(4).click()
      await page.keyboard.type('9.75')
    })
    for (const [i, { surplus, coverageRatio }] of answer.answers.entries()) {
      expect(await row(page, i).locator('td').nth(1).innerText()).toContain(ratio(coverageRatio))
      expect(await row(page, i).locator('td').nth(3).innerText()).toMatch(
        new RegExp(`^\\${bareFineBasisPoints(surplus)} ± \\S+\\s*today \\S+ ▲ \\+`),
      )
    }
    expect(await page.locator('.changes').innerText()).toMatch(/^1 cell changed; in Baseline portfolio yield \+/)
    await answerTo(page, () => page.keyboard.press('Control+z'))
    expect(await page.locator('.strip tbody').innerText()).toBe(before)
    expect(await page.locator('.grid td.changed').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  test('the whole way is gone by keyboard alone: read the verdict, change a rate, see it move, take it away', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.goto(server.url)
    expect(await page.locator('.answer:visible').innerText()).toContain('Income')
    /** Presses Tab until the focus is where it is wanted. */
    const tabTo = async (wanted: string): Promise<void> => {
      for (let i = 0; i < 80; i++) {
        await page.keyboard.press('Tab')
        if (
          await page
            .locator(':focus')
            .evaluateAll((found, selector) => found.some((one) => one.matches(selector)), wanted)
        )
          return
      }
      throw new Error(`Tab does not lead to ${wanted}`)
    }
    await tabTo('nav a[href$="/desk"]')
    await page.keyboard.press('Enter')
    await page.locator('.grid td input').first().waitFor({ timeout: 60_000 })
    const before = await row(page, 0).innerText()
    await tabTo('.grid td input')
    await answerTo(page, () => page.keyboard.type('9.90'))
    expect(await row(page, 0).innerText()).not.toBe(before)
    await tabTo('section[aria-labelledby=save] button.main')
    const download = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    expect((await download).suggestedFilename()).toMatch(/\.yaml$/)
  })

  test('a verdict that changes says what it was', async () => {
    const { page } = await openDesk()
    await page.fill('#step', '500')
    await answerTo(page, () => page.getByRole('button', { name: 'Lower all cells by 500 bp' }).click())
    expect(await row(page, 0).locator('td').first().innerText()).toBe('✕ Not covered was: Covered')
    expect(await page.locator('.answer').innerText()).toMatch(/^Covered in 0 of 2 scenarios/)
  })

  test('arrow keys move a rate by exact basis points, Enter and the side arrows go from cell to cell', async () => {
    const { page } = await openDesk()
    const focused = page.locator('input:focus')
    const at = async (): Promise<[string | null, string | null]> => [
      await focused.getAttribute('data-row'),
      await focused.getAttribute('data-column'),
    ]
    await page.locator('.grid td input').first().click()
    const start = Number(await focused.inputValue())
    for (const key of ['ArrowUp', 'Shift+ArrowUp', 'ArrowUp', 'ArrowDown']) await page.keyboard.press(key)
    expect(await focused.inputValue()).toBe((start + 0.11).toFixed(2))
    const from = await at()
    await page.keyboard.press('Enter')
    const below = await at()
    expect(Number(below[0])).toBeGreaterThan(Number(from[0]))
    await page.keyboard.press('ArrowRight')
    expect(Number((await at())[1])).toBeGreaterThan(Number(below[1]))
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Shift+Enter')
    expect(await at()).toEqual(from)
  })

  test('a block from a spreadsheet is pasted as a whole or, with a word in it, not at all', async () => {
    const { page, cells } = await openDesk()
    await page.getByLabel('cells without loans').check()
    await cells.nth(0).focus()
    await paste(cells.nth(0), '5.11\t5.12%\n5.21\tn/a\n')
    expect(await page.locator('.told').innerText()).toBe(
      'Nothing was pasted: row 2, column 2 of the block is “n/a”, which is not a number.',
    )
    expect(await page.locator('.grid td.changed').count()).toBe(0)
    await answerTo(page, () => paste(cells.nth(0), '5,11\t5,12\r\n5,21\t5,22\r\n'))
    const values = await Promise.all([0, 1, 20, 21].map((i) => cells.nth(i).inputValue()))
    expect(values).toEqual(['5.11', '5.12', '5.21', '5.22'])
    expect(await page.locator('.told').innerText()).toBe('4 rates pasted.')
    await page.locator('h1').click()
    expect(await page.locator('.told').innerText()).toBe('')
    await page.keyboard.press('Control+z')
    expect(await page.locator('.grid td.changed').count()).toBe(0)
  })

  test('a faulty cell is marked, named in words, and told to a screen reader', async () => {
    const { page, cells } = await openDesk()
    const cell = cells.nth(6)
    await cell.fill('16')
    await page.locator('.left-out li').first().waitFor()
    expect(await page.locator('.left-out').innerText()).toContain('16% is above the cap of 15.4%')
    expect(await page.locator('td.flagged').first().innerText()).toContain('!')
    const note = await cell.getAttribute('aria-describedby')
    expect(await page.locator(`#${note}`).textContent()).toContain('above the cap')
    await cell.fill('')
    expect(await page.locator('.left-out').innerText()).toContain('The cell has no rate.')
    expect(await page.locator('.changes').innerText()).toContain('one entry is missing')
    expect(await cell.getAttribute('aria-invalid')).toBe('true')
    await cell.press('Escape')
    expect(await page.locator('.left-out').count()).toBe(0)
  })

  // Other tests share the machine's cores, so that a task may be held up from outside: it has three chances.
  test('no task takes over 50 ms while rates are typed into 200 cells', { retry: 2 }, async () => {
    const { page, cells } = await openDesk()
    await page.getByLabel('cells without loans').check()
    await cells.first().click()
    await page.evaluate(() => {
      const tasks: number[] = []
      Object.assign(window, { tasks })
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: 'longtask',
      })
    })
    for (let i = 0; i < 12; i++) {
      await page.keyboard.type(`${5 + i / 10}1`, { delay: 25 })
      await page.keyboard.press(i % 2 === 0 ? 'ArrowUp' : 'Enter')
      await page.waitForTimeout(60)
    }
    await page.waitForTimeout(500)
    expect(await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks)).toEqual([])
    expect(await page.locator('.grid td.changed').count()).toBeGreaterThanOrEqual(6)
  })

  test('costs move the verdicts too, and are put back', async () => {
    const { page } = await openDesk()
    const answer = await answerTo(page, () => page.getByLabel('Funding rate (transfer price)').fill('3.5'))
    expect(await row(page, 0).locator('td').nth(3).innerText()).toContain(
      bareFineBasisPoints(answer.answers[0]!.surplus),
    )
    expect(await page.locator('#cost-fundingRate-note').innerText()).toBe('today 2.50')
    expect(await page.locator('.changes').innerText()).toMatch(/^costs or cap changed; /)
    await answerTo(page, () => page.getByRole('button', { name: 'Costs as today' }).click())
    expect(await page.locator('.changes').innerText()).toMatch(/^Nothing changed/)
  })

  test('what was entered is still there after the page is loaded anew', async () => {
    const { page, cells } = await openDesk()
    await answerTo(page, () => cells.nth(2).fill('8.88'))
    await page.reload()
    await page.locator('.grid input').first().waitFor()
    expect(await cells.nth(2).inputValue()).toBe('8.88')
    expect(await page.locator('.changes').innerText()).toMatch(/^1 cell changed/)
  })

  test('by keyboard alone: open, change a rate, see it move, undo, and save the schedule as a file', async () => {
    const { page, complaints } = await openDesk()
    const tabTo = async (selector: string): Promise<void> => {
      for (let i = 0; i < 60; i++) {
        await page.keyboard.press('Tab')
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
      }
      throw new Error(`${selector} is not reached by Tab`)
    }
    await tabTo('.grid td input')
    const name = await page.locator('input:focus').getAttribute('aria-label')
    expect(name).toMatch(/^Grade \d+, .*: rate in % a year$/)
    await answerTo(page, () => page.keyboard.type('7.77'))
    await page.keyboard.press('Enter')
    await answerTo(page, () => page.keyboard.press('ArrowUp'))
    await answerTo(page, () => page.keyboard.press('Control+z'))
    await page.keyboard.press('Control+y')
    await tabTo('#schedule-name')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Tried by keyboard')
    await tabTo('button.main')
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    const file = parse(readFileSync(await download.path(), 'utf8')) as { title: { en: string }; rates: unknown }
    expect(file.title.en).toBe('Tried by keyboard')
    expect(JSON.stringify(file.rates)).toContain('0.0777')
    expect(complaints).toEqual([])
  })

  test('other risks are answered by approximation, marked as such, and put back', async () => {
    const { page, complaints } = await openDesk()
    const before = await page.locator('.strip tbody').innerText()
    await page.getByLabel('Default probabilities ×').focus()
    for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.locator('.answer').innerText(), { timeout: 30_000 }).toContain('by approximation')
    await expect.poll(() => page.locator('.strip tr[aria-busy=true]').count(), { timeout: 30_000 }).toBe(0)
    expect(await page.locator('.approximation').innerText()).toMatch(/^Default probabilities × 2\.00\. All verdicts/)
    for (const i of [0, 1]) expect(await row(page, i).locator('td').nth(3).innerText()).toMatch(/as run \S+ ▼ −/)
    const moved = (await row(page, 0).locator('td').nth(3).innerText()).match(/▼ (−\S+)/)![1]
    expect(await page.locator('.changes').innerText()).toMatch(
      new RegExp(`^risks changed; in Baseline with these risks portfolio yield \\S+ bp, surplus ${moved} bp$`),
    )
    for (const id of ['nearest', 'demand'])
      for (const panel of await page.locator(`section[aria-labelledby=${id}]`).all())
        expect(await panel.innerText()).toContain('at the risks of the run only')
    expect(await page.getByRole('button', { name: 'Confirm by simulation' }).count()).toBe(1)
    await page.getByRole('button', { name: 'Risks as in the run' }).click()
    expect(await page.locator('.strip tbody').innerText()).toBe(before)
    expect(complaints).toEqual([])
  })

  test('the nearest schedule that covers is found, told, and put into the grid', async () => {
    const { page, complaints } = await openDesk()
    await page.fill('#step', '150')
    await answerTo(page, () => page.getByRole('button', { name: 'Lower all cells by 150 bp' }).click())
    expect(await row(page, 0).innerText()).toContain('Not covered')
    await page.getByLabel('Scenario of goal 1').selectOption('Every scenario')
    await page.getByLabel('What goal 1 asks').selectOption('coverage probability at least')
    await page.getByLabel('Level of goal 1').fill('60')
    await page.getByText('The same in a study file').click()
    expect(await page.locator('.goals pre').innerText()).toContain(
      '- { scenario: severe_downturn, coverage: probability, level: 0.6 }',
    )
    await page.getByRole('button', { name: 'Find it' }).click()
    const put = page.getByRole('button', { name: 'Put it into the grid' })
    await put.waitFor({ timeout: 30_000 })
    expect(await page.locator('section:has(#nearest) strong').first().innerText()).toMatch(
      /^\d+ cells change, in whole basis points, by [\d.]+ bp on average of the balance and by \d+ bp at most\. Covered in 2 of 2 scenarios\.$/,
    )
    await answerTo(page, () => put.click())
    for (const i of [0, 1]) expect(await row(page, i).locator('td').first().innerText()).toMatch(/^✓ Covered/)
    const share = (await row(page, 1).locator('td').nth(2).innerText()).match(/^[\d.]+/)![0]
    expect(Number(share)).toBeGreaterThanOrEqual(60)
    expect(complaints).toEqual([])
  })

  test('by simulation, a schedule is confirmed in a run of its own, whose report is a link away', async () => {
    const { page, cells } = await openDesk()
    await answerTo(page, () => cells.nth(5).fill('7.5'))
    await page.fill('#schedule-name', 'Confirmed')
    await page.getByRole('button', { name: 'Confirm by simulation' }).click()
    expect(await page.locator('section[aria-labelledby=save]').innerText()).toContain('(seed tiny/confirm)')
    await page.getByRole('link', { name: 'See its report' }).click({ timeout: 50_000 })
    await page.waitForURL(/\/runs\/[0-9a-f]{12}$/)
    expect(await page.locator('.answer:visible').first().innerText()).toContain('Income covers risk')
    expect(await page.content()).toMatch(/tiny\/confirm<\/code> \(the firms are those of seed tiny\)/)
  })

  const views = LANGS.flatMap((lang) => [1280, 390].map((width) => ({ lang, width })))

  test.each(views)('in $lang at $width px nothing scrolls sideways and axe finds nothing serious', async (view) => {
    const { page, complaints, cells } = await openDesk(view)
    await cells.nth(3).fill('16')
    await page.locator('.left-out li').first().waitFor()
    const answer = view.lang === 'en' ? 'with these rates' : '按此利率'
    expect(await page.locator('.answer').innerText()).toContain(answer)
    expect(await page.locator('html').getAttribute('lang')).toBe(view.lang === 'en' ? 'en' : 'zh-CN')
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
    await expectNoBarrier(page)
  })

  test('what waits for an answer stays legible', async () => {
    const { page, cells } = await openDesk()
    let answer = (): void => undefined
    const asked = new Promise<void>((resolve) => (answer = resolve))
    await page.route('**/desk/reprice', async (route) => {
      await asked
      await route.continue()
    })
    await cells.nth(3).fill('16')
    await page.locator('.strip tr[aria-busy=true]').first().waitFor()
    await expectNoBarrier(page)
    answer()
    await page.locator('.strip tr[aria-busy=false]').first().waitFor()
  })

  test('at 200 % zoom the grid scrolls in its own box and the answer does not cover it', async () => {
    const context = await browser.newContext({ viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.goto(address)
    await page.locator('.grid td input').first().click({ timeout: 60_000 })
    await page.locator('.grid td input').first().fill('6')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    const box = await page.locator('.grid td input').first().boundingBox()
    expect(box!.y + box!.height).toBeLessThanOrEqual(450)
  })
})
