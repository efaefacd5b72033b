import { expect, test } from 'vitest'
import { toReportData } from '../../report/reportData.ts'
import { reportFiles } from '../../report/reportFiles.ts'
import { fixtureRun } from './fixture.ts'

const all = toReportData(fixtureRun())
const data = { ...all, entries: all.entries.slice(0, 1) }

test('a run folder gets the page, and the data from which the server draws the same page', async () => {
  const files = await reportFiles(data, 'en')
  expect(Object.keys(files)).toEqual(['report.html', 'report.json'])
  expect(files['report.html']!.startsWith('<!doctype html>')).toBe(true)
  expect(JSON.parse(files['report.json']!)).toEqual(data)
})

test('a figure that is not finite is refused, not written as null', async () => {
  const [entry] = data.entries
  const broken = { ...data, entries: [{ ...entry!, result: { ...entry!.result, surplus: NaN } }] }
  await expect(reportFiles(broken, 'en')).rejects.toThrow('entries[0].result.surplus must be a finite number, got NaN')
})
