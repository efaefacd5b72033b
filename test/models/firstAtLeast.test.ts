import { expect, test } from 'vitest'
import { firstAtLeast } from '../../models/firstAtLeast.ts'

test('finds the first entry that is not below a value, the length beyond the last', () => {
  const sorted = Float64Array.of(1, 2, 2, 2, 5)
  const found = [0, 1, 1.5, 2, 3, 5, 6].map((value) => firstAtLeast(sorted, value))
  expect(found).toEqual([0, 0, 1, 1, 4, 4, 5])
  expect(firstAtLeast(new Float64Array(0), 1)).toBe(0)
})
