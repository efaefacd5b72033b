import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { exportRun } from '../../report/exportRun.ts'
import { toReportData } from '../../report/reportData.ts'
import { fixtureRun } from './fixture.ts'
import { addRun } from './runsFolder.ts'

const directory = mkdtempSync(join(tmpdir(), 'yieldcover-'))
afterAll(() => {
  rmSync(directory, { recursive: true, force: true })
})
const data = toReportData(fixtureRun())
const short = { ...data, entries: data.entries.slice(0, 2) }
addRun(directory, short)
const folder = join(directory, short.runId)

test('charts are handed on as pictures that state their finding, one file each', async () => {
  const out = join(directory, 'svg')
  const files = await exportRun(folder, 'svg', out, 'zh')
  const names = files.map((file) => file.slice(out.length + 1))
  expect(names).toContain(`${short.runId}-scenarioStrip.svg`)
  expect(names).toContain(`${short.runId}-nplPath-2-benign.svg`)
  expect(new Set(names).size).toBe(names.length)
  const strip = readFileSync(join(out, `${short.runId}-scenarioStrip.svg`), 'utf8')
  expect(strip).toMatch(/^<svg /)
  expect(strip).toContain('xmlns="http://www.w3.org/2000/svg"')
  expect(strip).toMatch(/<text[^>]*>[^<]*全部2个情景/)
})

test('charts are handed on as PNG', async () => {
  const out = join(directory, 'png')
  const files = await exportRun(folder, 'png', out, 'en')
  expect(files.length).toBeGreaterThan(10)
  for (const file of files) expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG')
}, 60_000)

test.skipIf(!existsSync('/usr/bin/chromium'))(
  'the report is printed as numbered pages where Chromium is present',
  async () => {
    const [file] = await exportRun(folder, 'pdf', join(directory, 'pdf'), 'en')
    const pdf = readFileSync(file!)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)!.length).toBeGreaterThanOrEqual(5)
  },
  120_000,
)

test('a form that fails leaves no file, and says what it needs', async () => {
  vi.stubEnv('CHROMIUM', '/bin/false')
  const out = join(directory, 'failed')
  mkdirSync(out)
  await expect(exportRun(folder, 'pdf', out, 'en')).rejects.toThrow('/bin/false did not print the report')
  expect(readdirSync(out)).toEqual([])
  vi.unstubAllEnvs()
})
