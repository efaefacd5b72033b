import { describe, expect, test } from 'vitest'
import type { Result } from '../../models/result.ts'
import { readStudy } from '../../scenarios/index.ts'
import { runStudy } from '../../sim/runStudy.ts'

const find = (results: readonly Result[], want: Partial<Result>): Result => {
  const found = results.find((r) => Object.entries(want).every(([key, value]) => r[key as keyof Result] === value))
  if (!found) throw new Error(`no result ${JSON.stringify(want)}`)
  return found
}

const FRAUD_SHOCKED = new Set([
  'benign',
  'mild_downturn',
  'severe_downturn',
  'wenzhou_guarantee_chain',
  'falsified_wave',
])

describe('the committee study', () => {
  test('covers at baseline and not in a severe downturn, with every figure and its error in place', async () => {
    const { results } = await runStudy(await readStudy('committee', { paths: 1000 }))
    expect(results).toHaveLength(10)
    expect(find(results, { scenario: 'baseline' }).verdict).toBe('covered')
    expect(find(results, { scenario: 'severe_downturn' }).verdict).toBe('not covered')
    for (const result of results) {
      // A fraud wave changes who is admitted of the same applicants.
      expect(Math.abs(result.loans - 10_000)).toBeLessThanOrEqual(FRAUD_SHOCKED.has(result.scenario) ? 500 : 0)
      expect(shapeOf(result.standardErrors)).toEqual(shapeOf(figuresOf(result)))
      expect(result.lawOfLargeNumbers === null).toBe(result.scenario !== 'baseline')
      for (const [path, reason] of Object.entries(result.reasons)) expect(`${path}: ${reason}`).toMatch(/\w+: \w+/)
    }
  }, 120_000)

  test('baseline: defaults of year 1 2.5–3.0 %, NPL 2–3 %, loss near 1.2 %; severe ÷ baseline defaults 2.3–2.7 (DOMAIN §D targets)', async () => {
    const study = await readStudy('committee', { paths: 1000 })
    const { results } = await runStudy({ ...study, lawOfLargeNumbers: null })
    const baseline = find(results, { scenario: 'baseline' })
    const severe = find(results, { scenario: 'severe_downturn' })
    expect(baseline.defaultRate).toBeGreaterThan(0.025)
    expect(baseline.defaultRate).toBeLessThan(0.03)
    const ratio = severe.defaultRate / baseline.defaultRate
    expect(ratio).toBeGreaterThan(2.3)
    expect(ratio).toBeLessThan(2.7)
    expect(Math.abs(baseline.expectedLoss - 0.012)).toBeLessThan(0.001)
    expect(baseline.nplPeak).toBeGreaterThan(0.02)
    expect(baseline.nplPeak).toBeLessThan(0.03)
  }, 120_000)
})

describe('the eras study', () => {
  test('income − cost − target at baseline is within 0.3 points of DOMAIN §C1 and has its sign, for all six pairs', async () => {
    const study = await readStudy('eras', { paths: 1000 })
    const baseline = study.scenarios.filter((scenario) => scenario.id === 'baseline')
    const { results } = await runStudy({ ...study, scenarios: baseline, lawOfLargeNumbers: null })
    const published = {
      '2018-big': 0.033,
      '2018-local': 0.023,
      '2021-big': 0.02,
      '2021-local': 0.01,
      '2025-big': 0.005,
      '2025-local': -0.005,
    }
    for (const [schedule, expected] of Object.entries(published)) {
      const { surplus, expectedLoss } = find(results, { schedule })
      expect(Math.abs(surplus + expectedLoss - expected), schedule).toBeLessThan(0.003)
      expect(Math.sign(surplus + expectedLoss), schedule).toBe(Math.sign(expected))
    }
  }, 120_000)
})

test('the same study gives the same results on 1, 2 and 7 workers, and another seed gives others', async () => {
  const study = await readStudy('committee', { paths: 2000 })
  const lawOfLargeNumbers = { loans: [300], paths: 100 }
  const short = {
    ...study,
    scenarios: study.scenarios.filter(({ id }) => ['baseline', 'covid_deferral'].includes(id)),
    lawOfLargeNumbers,
  }
  const one = await runStudy(short, { workers: 1 })
  for (const workers of [2, 7]) {
    const other = await runStudy(short, { workers })
    expect(other.runId).toBe(one.runId)
    expect(JSON.stringify(other.results)).toBe(JSON.stringify(one.results))
    expect(other.tables[1]!.paths).toEqual(one.tables[1]!.paths)
  }
  const simulation = { ...short.simulation, seed: 'another' }
  const another = await runStudy({ ...short, simulation }, { workers: 1 })
  expect(another.runId).not.toBe(one.runId)
  expect(another.results[0]!.surplus).not.toBe(one.results[0]!.surplus)
}, 120_000)

/** Names of a value's figures, at every depth. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf)
  if (value === null || typeof value !== 'object') return 'figure'
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, shapeOf(entry)]))
}

/** The simulated part of a result. */
function figuresOf(result: Result): Record<string, unknown> {
  const { years, cells, lossRate, npl, contributions, concentration, lawOfLargeNumbers, ...rest } = result
  const names = [
    'balance', 'portfolioYield', 'crossIncome', 'fundingCost', 'operatingCost', 'tax', 'targetProfit', 'expectedLoss',
    'surplus', 'coverageRatio', 'coverageProbability', 'profitProbability', 'breakEvenYield', 'yieldFor95',
    'pdMultipleToBreakEven', 'defaultRate', 'nplPeak', 'trueNplPeak', 'contagionMultiplier', 'economicCapital',
    'raroc', 'comprehensiveProfit', 'comprehensiveProfitRate', 'nplRatio', 'newOverdueRatio', 'parallelShift',
  ] as const // prettier-ignore
  const law = lawOfLargeNumbers ? { lawOfLargeNumbers } : {}
  return {
    ...Object.fromEntries(names.map((name) => [name, rest[name]])),
    years,
    cells,
    lossRate,
    npl,
    contributions,
    concentration,
    ...law,
  }
}
