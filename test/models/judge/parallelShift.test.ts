import { describe, expect, test } from 'vitest'
import type { JudgeInputs, Judgement } from '../../../models/judge/judgement.ts'
import { conditionalDefaults, judged, rules } from './cltBook.ts'
import { cubeOf } from './cubeOf.ts'

const RATES = [0.04, 0.045, 0.075]
const { means, variances } = conditionalDefaults('shift', 1000)
const cubes = { 'drawn outcomes': cubeOf(means, null, 20), 'normal paths': cubeOf(means, variances, 20) }

const at = (cube: keyof typeof cubes, coverageProbability: number, rates = RATES): Judgement => {
  const inputs: Partial<JudgeInputs> = { rules: { ...rules, coverageProbability } }
  return judged(cubes[cube], rates, inputs)
}

describe.each(Object.keys(cubes) as (keyof typeof cubes)[])('a parallel shift of %s', (cube) => {
  test('to a ratio of 1 moves the yield to the break-even yield, and put back gives that ratio', () => {
    const { parallelShift, breakEvenYield, portfolioYield } = at(cube, 0.95).figures
    expect(parallelShift.ratio! + portfolioYield).toBeCloseTo(breakEvenYield!, 14)
    const moved = RATES.map((rate) => rate + parallelShift.ratio!)
    expect(at(cube, 0.95, moved).figures.coverageRatio).toBeCloseTo(1, 9)
    expect(at(cube, 0.95, moved).figures.parallelShift.ratio).toBeCloseTo(0, 12)
  })

  test.each([0.6, 0.8, 0.95])(
    'to a coverage probability of %f gives that probability, and no shift less does',
    (level) => {
      const { parallelShift, yieldFor95, portfolioYield } = at(cube, level).figures
      const probabilityAfter = (shift: number): number =>
      at(cube, level, RATES.map((rate) => rate + shift)).figures.coverageProbability // prettier-ignore
      expect(probabilityAfter(parallelShift.probability!)).toBeCloseTo(level, 9)
      expect(probabilityAfter(parallelShift.probability!)).toBeGreaterThanOrEqual(level)
      expect(probabilityAfter(parallelShift.probability! - 1e-6)).toBeLessThan(level)
      if (level === 0.95) expect(parallelShift.probability! + portfolioYield).toBe(yieldFor95)
      else expect(parallelShift.probability! + portfolioYield).toBeLessThan(yieldFor95!)
    },
  )

  test('is negative where there is room to lower rates', () => {
    const dear = RATES.map((rate) => rate + 0.05)
    const { ratio, probability } = at(cube, 0.9, dear).figures.parallelShift
    expect(probability).toBeLessThan(0)
    expect(ratio).toBeLessThan(probability!)
  })

  test('has standard errors, that to a ratio of 1 the smaller', () => {
    const { ratio, probability } = at(cube, 0.95).standardErrors['parallelShift'] as Record<string, number>
    expect(ratio).toBeGreaterThan(0)
    expect(probability).toBeGreaterThan(ratio!)
  })
})

test('a shift to a level with fewer than ten paths beyond it cannot be had, and says so', () => {
  const { figures, reasons, standardErrors } = at('drawn outcomes', 0.995)
  expect(figures.parallelShift.probability).toBeNull()
  expect(reasons['parallelShift.probability']).toBe('only 5 of 1000 paths lie beyond the 0.995 quantile; 10 are needed')
  expect(standardErrors['parallelShift']).toMatchObject({ probability: null })
  expect(figures.parallelShift.ratio).not.toBeNull()
})
