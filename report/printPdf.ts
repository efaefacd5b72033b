import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { UsageError } from './errors.ts'

/** Where Chromium may be; the variable CHROMIUM comes first. */
const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

const LONGEST_MS = 120_000

/**
 * Prints a page, numbered, as its print style has it.
 *
 * @param page  HTML file that needs nothing else
 * @throws {UsageError} where there is no Chromium, or it does not print
 */
export async function printPdf(page: string, pdf: string): Promise<void> {
  const browser = [process.env['CHROMIUM'] ?? '', ...BROWSERS].find((path) => path !== '' && existsSync(path))
  if (browser === undefined)
    throw new UsageError(
      `PDF needs Chromium, and there is none at ${BROWSERS.join(', ')}: install it (Debian: apt-get install chromium), name it in the variable CHROMIUM, or print the page of --to html in a browser`,
    )
  const options = [
    '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-quic', '--no-pdf-header-footer',
  ] // prettier-ignore
  const address = pathToFileURL(resolve(page)).href
  await promisify(execFile)(browser, [...options, `--print-to-pdf=${resolve(pdf)}`, address], {
    timeout: LONGEST_MS,
  }).catch((error: unknown) => {
    throw new UsageError(`${browser} did not print the report: ${(error as Error).message.split('\n')[0]!}`)
  })
  if (!existsSync(pdf)) throw new UsageError(`${browser} did not print the report`)
}
