import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const CHROMIUM = '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const isMissing = !existsSync(CHROMIUM)

/** Whether tests in a browser are left out: there is none, and nobody insists. */
export const withoutBrowser = isMissing && process.env['BROWSER_TESTS'] !== 'required'

export function launchBrowser(): Promise<Browser> {
  if (isMissing)
    throw new Error(`BROWSER_TESTS=required, but there is no ${CHROMIUM}: apt-get install chromium fonts-noto-cjk`)
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
}
