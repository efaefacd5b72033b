import { expect, test } from 'vitest'
import { isWithin, rangeText } from '../../models/numberRange.ts'

test.each([
  [{ min: 0 }, [0, 1e300], [-1e-9, Infinity, NaN, '1', null, undefined]],
  [{ above: 0, max: 1 }, [1e-9, 1], [0, 1.000001, -1]],
  [{ max: 9 }, [9, -1e300], [9.1, -Infinity]],
  [{ integer: true, min: 0 }, [0, 3], [0.5, -1, NaN]],
  [{}, [0, -5, 5], [NaN, Infinity, true]],
])('%j takes the numbers %j and not %j', (range, inside, outside) => {
  expect(inside.map((value) => isWithin(range, value))).toEqual(inside.map(() => true))
  expect(outside.map((value) => isWithin(range, value))).toEqual(outside.map(() => false))
})

test.each([
  [{}, 'a number'],
  [{ min: 0 }, 'a number ≥ 0'],
  [{ above: 0 }, 'a number > 0'],
  [{ max: 9 }, 'a number ≤ 9'],
  [{ min: 0, max: 120 }, 'a number in [0, 120]'],
  [{ above: 0, max: 1 }, 'a number in (0, 1]'],
  [{ integer: true, min: 0 }, 'a whole number ≥ 0'],
])('%j reads: %s', (range, words) => {
  expect(rangeText(range)).toBe(words)
})
