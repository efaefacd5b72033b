import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceptance } from '../../../models/demand/acceptance.ts'
import { DEFAULT_DEMAND } from '../../../scenarios/index.ts'

const alike = { ...DEFAULT_DEMAND, elasticity: [1, 1, 1] as const }

describe('acceptance', () => {
  test('is 1 up to the free rate, and falls to 1 − mostLost', () => {
    expect(acceptance(DEFAULT_DEMAND, 3, 0, 0)).toBe(1)
    expect(acceptance(DEFAULT_DEMAND, 3, 0, DEFAULT_DEMAND.freeRate)).toBe(1)
    expect(acceptance(DEFAULT_DEMAND, 3, 0, 10)).toBeCloseTo(0.05, 12)
  })

  test('is 1 − .95·(1 − e^−1) one scale beyond the free rate', () => {
    expect(acceptance(alike, 1, 2, 0.04 + 0.042)).toBeCloseTo(1 - 0.95 * (1 - Math.exp(-1)), 12)
  })

  test('never rises with the rate, and is lower in a band of higher elasticity', () => {
    const rate = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), rate, rate, (grade, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        for (const band of [0, 1, 2])
          expect(acceptance(DEFAULT_DEMAND, grade, band, high)).toBeLessThanOrEqual(acceptance(DEFAULT_DEMAND, grade, band, low)) // prettier-ignore
        expect(acceptance(DEFAULT_DEMAND, grade, 0, high)).toBeLessThanOrEqual(acceptance(DEFAULT_DEMAND, grade, 2, high)) // prettier-ignore
      }),
    )
  })

  test('refuses what is no grade, band or rate', () => {
    expect(() => acceptance(DEFAULT_DEMAND, 11, 0, 0.05)).toThrow('grade must be in 1..10, got 11')
    expect(() => acceptance(DEFAULT_DEMAND, 1, 3, 0.05)).toThrow('band must be in 0..2, got 3')
    expect(() => acceptance(DEFAULT_DEMAND, 1, 0, NaN)).toThrow('rate must be >= 0, got NaN')
  })
})
