import { expect, test } from 'vitest'
import { explainedVariance } from '../../../models/selection/explainedVariance.ts'

const pds = (...logits: number[]): Float64Array => Float64Array.from(logits, (logit) => 1 / (1 + Math.exp(-logit)))

test('is 1 for any line in the true log-odds, whichever way it runs', () => {
  const truth = pds(-4, -3, -1.5, -1)
  expect(explainedVariance(truth, truth)).toBeCloseTo(1, 12)
  expect(explainedVariance(pds(-3, -2.5, -1.75, -1.5), truth)).toBeCloseTo(1, 12)
  expect(explainedVariance(pds(4, 3, 1.5, 1), truth)).toBeCloseTo(1, 12)
})

test('is the squared correlation', () => {
  // deviations (−1, 0, 1) and (−1, 1, 0): covariance 1, variances 2
  expect(explainedVariance(pds(-4, -3, -2), pds(-4, -2, -3))).toBeCloseTo(0.25, 12)
})

test('is 0 where all have one assigned or one true PD', () => {
  expect(explainedVariance(Float64Array.of(0.03, 0.03, 0.03), pds(-4, -3, -2))).toBe(0)
  expect(explainedVariance(pds(-4, -3, -2), Float64Array.of(0.03, 0.03, 0.03))).toBe(0)
})

test('takes PDs of 0 and 1', () => {
  expect(explainedVariance(Float64Array.of(0, 1, 0), Float64Array.of(0.1, 0.2, 0.1))).toBeCloseTo(1, 12)
})
