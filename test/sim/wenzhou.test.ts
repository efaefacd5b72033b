import { expect, test } from 'vitest'
import { readStudy } from '../../scenarios/index.ts'
import { runStudy } from '../../sim/runStudy.ts'

test('Wenzhou’s NPL ratio is followed: 2.3–3.1 % at month 12, 4.0–5.0 % at month 30, and not without calls', async () => {
  const study = await readStudy('wenzhou', { paths: 200 })
  const { results } = await runStudy({ ...study, lawOfLargeNumbers: null })
  const [history, calm] = results
  const reported = (month: number): number => history!.npl.find((one) => one.month === month)!.reported
  expect(history!.scenario).toBe('wenzhou_history')
  expect(reported(12)).toBeGreaterThan(0.023)
  expect(reported(12)).toBeLessThan(0.031)
  expect(reported(30)).toBeGreaterThan(0.04)
  expect(reported(30)).toBeLessThan(0.05)
  expect(history!.contagionMultiplier).toBeGreaterThan(3.5)
  expect(history!.contagionMultiplier).toBeLessThan(4.7)
  expect(calm!.nplPeak).toBeLessThan(0.015)
}, 120_000)
