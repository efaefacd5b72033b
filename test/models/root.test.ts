import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalCdf } from '../../models/normal.ts'
import { root } from '../../models/root.ts'

test('the root of a line, a cubic and an exponential is found to the last digits', () => {
  expect(root((x) => 3 * x - 1, -5, 9)).toBeCloseTo(1 / 3, 15)
  expect(root((x) => x ** 3 - 2, 0, 50)).toBeCloseTo(Math.cbrt(2), 14)
  expect(root((x) => 7 - Math.exp(x), -30, 30)).toBeCloseTo(Math.log(7), 14)
})

test('an end that is a root is returned', () => {
  expect(root((x) => x - 2, 2, 5)).toBe(2)
  expect(root((x) => x - 5, 2, 5)).toBe(5)
})

test('steep sigmoids on a wide bracket take at most 120 calls', () => {
  fc.assert(
    fc.property(fc.double({ min: -0.9, max: 0.9, noNaN: true }), fc.integer({ min: 0, max: 12 }), (centre, digits) => {
      let calls = 0
      const width = 10 ** -digits
      const x = root(
        (x) => {
          calls++
          return normalCdf((x - centre) / width) - 0.95
        },
        -20,
        20,
      )
      expect(x).toBeCloseTo(centre + 1.6448536269514722 * width, 10)
      expect(calls).toBeLessThanOrEqual(120)
    }),
  )
})

test('a jump is found where it happens', () => {
  expect(root((x) => (x < 0.123456789 ? -1 : 1e-9), -1, 1)).toBeCloseTo(0.123456789, 14)
})
