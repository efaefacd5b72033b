import { describe, expect, test } from 'vitest'
import type { JudgeInputs } from '../../../models/judge/judgement.ts'
import { pdMultipleToBreakEven } from '../../../models/judge/pdMultipleToBreakEven.ts'
import { Recorder } from '../../../models/judge/recorder.ts'
import { conditionalDefaults, expectedAt, judged } from './cltBook.ts'
import { cubeOf } from './cubeOf.ts'

const RATES = [0.05, 0.06, 0.08]

/** Surplus 2 % of balance less 1.2 % of loss at a multiple of 1. */
const line = (multiple: number): number => 0.02 - 0.012 * multiple

function recorded(surplusError = 0): Recorder {
  const record = new Recorder(20, 0.95)
  record.setError('surplus', surplusError)
  return record
}

describe('the PD multiple to break even', () => {
  test('of an exact expectation is its root, without error', () => {
    const record = recorded()
    expect(pdMultipleToBreakEven(line, null, record)).toBeCloseTo(20 / 12, 11)
    expect(record.errors['pdMultipleToBreakEven']).toBe(0)
  })

  test('of an expectation that leaves something out starts at the simulated surplus: half the surplus, half the way', () => {
    const record = recorded(0.0003)
    expect(pdMultipleToBreakEven(line, 0.004, record)).toBeCloseTo(1 + 4 / 12, 11)
    expect(record.errors['pdMultipleToBreakEven']).toBeCloseTo(0.0003 / 0.012, 9)
    expect(pdMultipleToBreakEven(line, 0, recorded())).toBeCloseTo(1, 12)
  })

  test('is null where nothing is left even without defaults, and where nothing is lost', () => {
    const record = recorded()
    expect(pdMultipleToBreakEven(line, -0.0121, record)).toBeNull()
    expect(record.reasons['pdMultipleToBreakEven']).toBe('income does not cover cost and target even without defaults')
    expect(pdMultipleToBreakEven(() => 0.01, null, record)).toBeNull()
    expect(record.reasons['pdMultipleToBreakEven']).toBe('covered even at a PD multiple of 100')
  })
})

test('a judgement starts at its own surplus where the expectation is not exact, unless almost no path loses anything', () => {
  const { means } = conditionalDefaults('anchor', 400)
  const cube = cubeOf(means, null, 20)
  const multipleOf = (expectationIsExact: boolean, own = cube): number => {
    // an expectation that has a tenth more loss than the cube
    const expectedSurplus: JudgeInputs['expectedSurplus'] = (net, own) => (multiple) =>
      expectedAt(cube)(net, own)(1.1 * multiple)
    return judged(own, RATES, { expectedSurplus, expectationIsExact }).figures.pdMultipleToBreakEven!
  }
  const { coverageRatio } = judged(cube, RATES).figures
  expect(multipleOf(true)).toBeCloseTo(coverageRatio! / 1.1, 6)
  // Ŝ = (ratio − 1)·L, slope 1.1·L
  expect(multipleOf(false)).toBeCloseTo(1 + (coverageRatio! - 1) / 1.1, 6)
  const rare = { ...cube, loss: cube.loss.map((loss, p) => (p < 24 ? loss : 0)) }
  expect(multipleOf(false, rare)).toBeCloseTo(coverageRatio! / 1.1, 6)
})
