import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binWidth, histogram } from '../../report/histogram.ts'

describe('histogram', () => {
  test('counts values in bins that are closed on the left', () => {
    expect(histogram(Float64Array.of(0, 0.4, 0.5, 1.2), 0.5)).toEqual({ counts: [2, 1, 1], width: 0.5 })
  })

  test('every value is in exactly one bin', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (values) => {
        const { counts } = histogram(Float64Array.from(values), 0.02)
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length)
      }),
    )
  })

  test('a bin width is 1, 2 or 5 times a power of ten and needs at most the bins allowed', () => {
    expect(binWidth(0.16, 60)).toBeCloseTo(0.005, 12)
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (largest) => {
        const width = binWidth(largest, 60)
        expect(width * 60).toBeGreaterThanOrEqual(largest * (1 - 1e-12))
        expect(width * 60).toBeLessThan(largest * 2.6)
        const mantissa = width / 10 ** Math.floor(Math.log10(width) + 1e-9)
        expect([1, 2, 5, 10].some((step) => Math.abs(mantissa - step) < 1e-6)).toBe(true)
      }),
    )
  })

  test('without losses there is one bin', () => {
    expect(histogram(new Float64Array(3), binWidth(0, 60))).toEqual({ counts: [3], width: 1 })
  })
})
