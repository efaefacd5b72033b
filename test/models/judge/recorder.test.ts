import { mean, sampleStandardDeviation } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import { Recorder } from '../../../models/judge/recorder.ts'
import { COMPARED } from '../../../models/result.ts'
import { conditionalDefaults, drawnCube, judged } from './cltBook.ts'
import { cubeOf } from './cubeOf.ts'

/** Figures that a reader may want by replicate and that are made of replicate means; quantiles and roots in the PD are not. */
const HEADLINE = [
  ...COMPARED.filter((name) => name !== 'loans' && name !== 'approvalRate'),
  'crossIncome', 'fundingCost', 'operatingCost', 'tax', 'targetProfit', 'profitProbability', 'breakEvenYield', 'nplPeak', 'trueNplPeak', 'contagionMultiplier',
] // prettier-ignore
const RATES = [0.04, 0.045, 0.075]

describe.each(['outcomes drawn', 'means given the factors', 'normal distributions given the factors'])('%s', (kind) => {
  const { means, variances } = conditionalDefaults('replicates', 1000)
  const cube =
    kind === 'outcomes drawn'
      ? drawnCube('replicates', 1000, 2, 20)
      : cubeOf(means, kind.startsWith('normal') ? variances : null, 20)
  const { figures, standardErrors, replicates } = judged(cube, RATES, { hasGuarantees: true })

  test('every headline figure made of means is kept by replicate, and nothing else', () => {
    expect(Object.keys(replicates).toSorted()).toEqual(HEADLINE.toSorted())
  })

  test.each(HEADLINE)('%s is the mean of its replicates, and their spread its standard error', (name) => {
    const own = [...replicates[name]!]
    expect(own).toHaveLength(20)
    const value = figures[name as keyof typeof figures] as number
    const error = Number(standardErrors[name])
    expect(Math.abs(mean(own) - value)).toBeLessThanOrEqual(1e-12 * Math.abs(value))
    expect(Math.abs(sampleStandardDeviation(own) / Math.sqrt(20) - error)).toBeLessThanOrEqual(1e-9 * error + 1e-15)
    // the lines of this book are exempt, and a fixed share of its defaults is called
    if (name !== 'tax' && name !== 'contagionMultiplier') expect(error).toBeGreaterThan(0)
  })
})

test('the error of a probability of few events is larger than its replicates show', () => {
  const record = new Recorder(20, 0.95)
  const surplus = new Float64Array(2000).fill(1)
  expect(record.notNegative('coverageProbability', surplus, null)).toBe(1)
  expect([...record.byReplicate['coverageProbability']!]).toEqual(new Array(20).fill(1))
  // half the width of the exact interval from .025^(1/2000) to 1, over 1.96
  expect(record.errorOf('coverageProbability')).toBeCloseTo((1 - 0.025 ** (1 / 2000)) / 2 / 1.959964, 9)
})

test('replicates of a figure are scaled as it is, and a part of a figure or of a list is not kept', () => {
  const record = new Recorder(2, 0.95)
  const paths = Float64Array.of(1, 3, 5, 7)
  expect(record.mean('balance', paths, 10)).toBe(40)
  expect([...record.byReplicate['balance']!]).toEqual([20, 60])
  record.mean('years.0.balance', paths)
  record.estimateMean(paths)
  expect(Object.keys(record.byReplicate)).toEqual(['balance'])
})

test('a figure that cannot be had has no replicates', () => {
  const { means } = conditionalDefaults('none', 200)
  const lossless = cubeOf(means.map((cell) => cell.map(() => 0)), null, 20)
  const { figures, replicates } = judged(lossless, RATES)
  expect(figures.coverageRatio).toBeNull()
  expect(replicates).not.toHaveProperty('coverageRatio')
}) // prettier-ignore
