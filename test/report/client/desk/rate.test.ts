import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { basisPointsBetween, movedBy, rateText, readDecimal, readPercent } from '../../../../report/client/desk/rate.ts'

describe('rates as the desk writes and reads them', () => {
  test('percent with two to four decimals, read back to the very same decimal', () => {
    expect([0.0505, 0.05, 0.05125, 0.051234, 0.1, 0].map(rateText)).toEqual([
      '5.05',
      '5.00',
      '5.125',
      '5.1234',
      '10.00',
      '0.00',
    ])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (n) => {
        const rate = n / 1_000_000
        expect(readPercent(rateText(rate))).toBe(rate)
      }),
    )
  })

  test('a number may have a percent sign, a decimal comma, full-width digits or spaces', () => {
    expect(['5.05', '5,05', ' 5.05 %', '５.０５％', '5.05\u00a0%', '+5.05', '5.', '.5'].map(readPercent)).toEqual([
      0.0505, 0.0505, 0.0505, 0.0505, 0.0505, 0.0505, 0.05, 0.005,
    ])
    expect(readPercent('−1')).toBe(-0.01)
    expect(readDecimal('0,0505')).toBe(0.0505)
  })

  test.each(['', 'abc', '5.0.5', '1,234.5', '5,0,5', '5 bp', '%', '1e2', 'NaN', 'Infinity'])(
    '%j is no rate',
    (text) => {
      expect(readPercent(text)).toBeNull()
    },
  )

  test('moving by basis points leaves no float dust: any walk of whole basis points ends at the decimal written', () => {
    expect(movedBy(0.0505, 1)).toBe(0.0506)
    expect(0.0505 + 0.0001).not.toBe(0.0506)
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.array(fc.integer({ min: -100, max: 100 }), { maxLength: 50 }),
        (start, steps) => {
          const end = steps.reduce(movedBy, start / 10_000)
          expect(end).toBe((start + steps.reduce((a, b) => a + b, 0)) / 10_000)
        },
      ),
    )
  })

  test('a step of half a basis point is kept, and undone by its opposite', () => {
    expect(movedBy(movedBy(0.0505, 0.5), -0.5)).toBe(0.0505)
    expect(basisPointsBetween(0.0505, 0.05055)).toBe(0.5)
    expect(basisPointsBetween(0.0506, 0.0505)).toBe(-1)
  })
})
