import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addColumns } from '../../../models/reprice/addColumns.ts'

const ROWS = 7
const COLUMNS = 11

test('any number of columns, each times its factor, are added to the rows asked for and to no other', () => {
  const picked = fc.array(fc.tuple(fc.integer({ min: 0, max: COLUMNS - 1 }), fc.integer({ min: -9, max: 9 })))
  const row = fc.integer({ min: 0, max: ROWS })
  fc.assert(
    fc.property(picked, row, row, (changes, one, other) => {
      const [first, end] = [Math.min(one, other), Math.max(one, other)]
      const values = Float32Array.from({ length: ROWS * COLUMNS }, (_, i) => (i * 37) % 101)
      const total = Float64Array.from({ length: ROWS }, (_, p) => 1000 * p)
      const expected = total.map((own, p) => {
        if (p < first || p >= end) return own
        return changes.reduce((sum, [k, factor]) => sum + factor * values[k * ROWS + p]!, own)
      })
      const multiples = { columns: changes.map(([k]) => k), factors: changes.map(([, factor]) => factor) }
      addColumns(total, values, multiples, first, end)
      expect(total).toEqual(expected)
    }),
  )
})
