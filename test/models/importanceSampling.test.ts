import seedrandom from 'seedrandom'
import { describe, expect, test } from 'vitest'
import { importanceTail } from '../../models/importanceSampling.ts'
import { normalDensity, normalQuantile } from '../../models/normal.ts'
import { sample } from '../../models/sample.ts'
import type { Estimate, Unavailable } from '../../models/standardErrors.ts'
import { expectedShortfallOf, quantileOf } from '../../models/standardErrors.ts'
import { weightedSample } from '../../models/weightedSample.ts'

function had(estimate: Estimate | Unavailable): Estimate {
  if ('reason' in estimate) throw new Error(estimate.reason)
  return estimate
}

const q = normalQuantile(0.999)
const shortfall = normalDensity(q) / 0.001

const part = (values: Float64Array) => ({ loss: (p: number) => values[p]!, covariance: () => 0 })

/** X + Y of two normals with variances .8 and .2, drawn round means of 2.4 and .6: the sum is N(3, 1) instead of N(0, 1). */
function shiftedSums(seed: string, paths: number) {
  const draw = seedrandom(seed)
  const [a, b] = [Math.sqrt(0.8), Math.sqrt(0.2)]
  const x = Float64Array.from({ length: paths }, () => a * (normalQuantile(draw.double()) + 3 * a))
  const y = Float64Array.from({ length: paths }, () => b * (normalQuantile(draw.double()) + 3 * b))
  const losses = x.map((value, p) => value + y[p]!)
  return { x, y, losses, variances: null, weights: losses.map((loss) => Math.exp(4.5 - 3 * loss)), replicates: 20 }
}

describe('a normal sum sampled round 3', () => {
  test('has the normal distribution’s tail, with parts in the shares of the variances and errors that tell how far off they are', () => {
    const repeats = 200
    const truths = [q, shortfall, 0.8 * shortfall, 0.2 * shortfall]
    const squares = truths.map(() => 0)
    let widest = 0
    for (let i = 0; i < repeats; i++) {
      const { x, y, ...drawn } = shiftedSums(`tail ${i}`, 2000)
      const { valueAtRisk, expectedShortfall, parts } = importanceTail(drawn, 0.999, [part(x), part(y)], 0.95)
      const estimates = [had(valueAtRisk), had(expectedShortfall), ...parts!]
      expect(parts![0]!.value + parts![1]!.value).toBeCloseTo(estimates[1]!.value, 11)
      for (const [k, { value, standardError }] of estimates.entries()) {
        squares[k]! += ((value - truths[k]!) / standardError) ** 2 / repeats
        widest = Math.max(widest, standardError)
      }
    }
    // mean of t² with 19 degrees is 19/17; its error over 200 tries about .13
    for (const square of squares) expect(Math.abs(square - 19 / 17)).toBeLessThan(4 * 0.13)
    // 2,000 plain paths would have two beyond the level
    expect(widest).toBeLessThan(0.1)
  })
})

test('with weights of 1 it is the plain sample', () => {
  const draw = seedrandom('plain')
  const values = Float64Array.from({ length: 4000 }, () => Math.floor(1000 * draw.double()))
  const [plain, weighted] = [sample(values, 20), weightedSample(values, values.map(() => 1), 20)] // prettier-ignore
  for (const level of [0.9, 0.95, 0.99]) {
    expect(had(quantileOf(weighted, level, 0.95))).toEqual(had(quantileOf(plain, level, 0.95)))
    const [one, other] = [weighted, plain].map((d) => had(expectedShortfallOf(d, level, 0.95)))
    expect(one!.value).toBeCloseTo(other!.value, 10)
    expect(weighted.tail(level)).toEqual(plain.tail(level))
  }
})

test('the quantile is the smallest value with at most 1 − level of the weight above it', () => {
  // From the worst: weights .01, .02, .03, … of 50 paths; above 49 − k lie k paths.
  const values = Float64Array.from({ length: 50 }, (_, p) => p)
  const weights = values.map((x) => 0.01 * (50 - x))
  const d = weightedSample(values, weights, 5)
  // .01 + … + .10 = .55 of 50: a tail probability of .011
  expect(d.quantile(1 - 0.011)).toBe(39)
  expect(d.quantile(1 - 0.0111)).toBe(39)
  expect(d.quantile(1 - 0.0109)).toBe(40)
  expect(d.pathsBeyond(1 - 0.011)).toBe(10)
})

test('with fewer than 10 paths beyond there is a reason and no parts', () => {
  const { losses, weights } = shiftedSums('few', 40)
  const { valueAtRisk, expectedShortfall, parts } = importanceTail(
    { losses, variances: null, weights, replicates: 2 },
    0.99999,
    [],
    0.95,
  )
  expect([valueAtRisk, expectedShortfall].every((figure) => 'reason' in figure)).toBe(true)
  expect(parts).toBeNull()
})

test('weights must be one a path and not negative', () => {
  const values = new Float64Array(4)
  expect(() => weightedSample(values, new Float64Array(3), 2)).toThrow('one entry for each of 4 paths, got 3')
  expect(() => weightedSample(values, Float64Array.of(1, 1, -1, 1), 2)).toThrow('weights[2] must be >= 0 and finite')
  expect(() => weightedSample(values, Float64Array.of(1, NaN, 1, 1), 2)).toThrow('weights[1] must be >= 0 and finite')
})
