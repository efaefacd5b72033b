import { beforeAll, describe, expect, test } from 'vitest'
import type { Judgement } from '../../../models/judge/judgement.ts'
import type { Figures } from '../../../models/result.ts'
import { conditionalDefaults, drawnCube, judged } from './cltBook.ts'
import { cubeOf } from './cubeOf.ts'

const PATHS = 1000
const DRAWS = 60
const RATES = [0.04, 0.045, 0.075]

let clt: Judgement
let drawn: Judgement
const cltAt = (rates: readonly number[]): Judgement => {
  const { means, variances } = conditionalDefaults('clt', PATHS)
  return judged(cubeOf(means, variances, 20), rates)
}

beforeAll(() => {
  clt = cltAt(RATES)
  drawn = judged(drawnCube('clt', PATHS, DRAWS, 20), RATES)
})

/** The errors of both come from the same factors: what differs is the draws alone, whose error is `spread` / √(paths × draws). */
const isWithin = (name: (figures: Figures) => number | null, spread: number): void => {
  const [one, other] = [name(clt.figures)!, name(drawn.figures)!]
  expect(Math.abs(one - other)).toBeLessThan((4 * spread) / Math.sqrt(PATHS * DRAWS))
}

describe('a cube of conditional normal distributions has the figures of 60 draws from each', () => {
  test('coverage and profit probability', () => {
    expect(clt.figures.coverageProbability).toBeGreaterThan(0.2)
    expect(clt.figures.coverageProbability).toBeLessThan(0.8)
    isWithin((f) => f.coverageProbability, 0.5)
    isWithin((f) => f.profitProbability, 0.5)
  })

  test('mean, standard deviation and quantiles of the loss rate', () => {
    const { standardDeviation, valueAtRisk99, expectedShortfall99 } = clt.figures.lossRate
    isWithin((f) => f.lossRate.mean, standardDeviation)
    // the error of a standard deviation is that of a fourth moment: three times as wide for a skewed loss
    isWithin((f) => f.lossRate.standardDeviation, 3 * standardDeviation)
    const beyond = (expectedShortfall99! - valueAtRisk99!) / 0.01
    isWithin((f) => f.lossRate.valueAtRisk99, Math.sqrt(0.01) * beyond)
    isWithin((f) => f.lossRate.expectedShortfall99, 2 * Math.sqrt(0.01) * beyond)
  })

  test('contributions of the cells', () => {
    for (const c of [0, 1, 2]) {
      isWithin((f) => f.contributions[c]!.standardDeviation, 3 * clt.figures.lossRate.standardDeviation)
      isWithin((f) => f.contributions[c]!.expectedShortfall99, 10 * clt.figures.lossRate.standardDeviation)
    }
  })

  test('the yield at which it covers in 95 % of the futures', () => {
    // the shift that a path needs varies as its loss over two years; a normal density at the 95 % quantile is .1 / sd, a skewed one less
    isWithin((f) => f.yieldFor95, (Math.sqrt(0.95 * 0.05) / 0.07) * (clt.figures.lossRate.standardDeviation / 2))
  })

  test('and the same expected figures', () => {
    isWithin((f) => f.surplus, clt.figures.lossRate.standardDeviation)
    isWithin((f) => f.breakEvenYield, 2 * clt.figures.lossRate.standardDeviation)
  })
})

test('its spread matters: the paths’ means alone would cover, and lose, otherwise', () => {
  const { means } = conditionalDefaults('clt', PATHS)
  const lln = judged(cubeOf(means, null, 20), RATES).figures
  expect(lln.lossRate.mean).toBeCloseTo(clt.figures.lossRate.mean, 14)
  expect(lln.lossRate.standardDeviation).toBeLessThan(0.97 * clt.figures.lossRate.standardDeviation)
  expect(lln.lossRate.valueAtRisk99!).toBeLessThan(0.99 * clt.figures.lossRate.valueAtRisk99!)
  expect(Math.abs(lln.coverageProbability - clt.figures.coverageProbability)).toBeGreaterThan(1e-4)
})

test('a schedule shifted to the yield for 95 % covers in 95 % of the futures', () => {
  const shift = clt.figures.yieldFor95! - clt.figures.portfolioYield
  const { coverageProbability } = cltAt(RATES.map((rate) => rate + shift)).figures
  expect(coverageProbability).toBeCloseTo(0.95, 9)
  expect(coverageProbability).toBeGreaterThanOrEqual(0.95)
})

test('its errors come from the replicates: a tenth of the factors gives errors about √10 as large', () => {
  const { means, variances } = conditionalDefaults('many', 10 * PATHS)
  const many = judged(cubeOf(means, variances, 20), RATES).standardErrors as Record<string, number>
  const few = clt.standardErrors as Record<string, number>
  for (const name of ['coverageProbability', 'yieldFor95', 'surplus']) {
    const ratio = few[name]! / many[name]!
    // each error has 19 degrees: a factor of 1.6 either way is 3 standard errors of the ratio
    expect(ratio / Math.sqrt(10)).toBeGreaterThan(1 / 1.6)
    expect(ratio / Math.sqrt(10)).toBeLessThan(1.6)
  }
})

test('without any variance every figure is that of the paths themselves', () => {
  const { means } = conditionalDefaults('clt', PATHS)
  const none = means.map((mean) => new Float64Array(mean.length))
  const [still, lln] = [cubeOf(means, none, 20), cubeOf(means, null, 20)].map((cube) => judged(cube, RATES).figures)
  expect(still!.yieldFor95).toBeCloseTo(lln!.yieldFor95!, 10)
  expect(still!.parallelShift.probability).toBeCloseTo(lln!.parallelShift.probability!, 10)
  const shift = { yieldFor95: 0, parallelShift: null }
  expect({ ...still, ...shift }).toEqual({ ...lln, ...shift })
})
