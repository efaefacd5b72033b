import { expect, test } from 'vitest'
import { wholeTable } from '../../../models/optimise/wholeTable.ts'
import { CELL_COUNT, GRADES, cellIndex } from '../../../models/types.ts'

const LIMITS = { monotone: true, lowest: 0, highest: 0.2 }
const today = Array.from({ length: CELL_COUNT }, (_, i) => 0.05 + 0.001 * Math.floor(i / 20))
const line = (table: readonly number[], term = 1, collateral = 2): number[] =>
  Array.from({ length: GRADES }, (_, g) => table[cellIndex(g + 1, term, collateral)]!)

test('an empty cell keeps today’s rate where no neighbour asks otherwise', () => {
  const table = wholeTable({ rates: new Map([[cellIndex(3, 1, 2), 0.0525]]), today, ...LIMITS })
  expect(line(table)).toEqual(line(today).with(2, 0.0525))
  expect(line(table, 2)).toEqual(line(today, 2))
})

test('empty cells are moved between populated neighbours where grades must rise', () => {
  const rates = new Map([
    [cellIndex(2, 1, 2), 0.055],
    [cellIndex(6, 1, 2), 0.0555],
  ])
  expect(line(wholeTable({ rates, today, ...LIMITS }))).toEqual(
    [0.05, 0.055, 0.055, 0.055, 0.055, 0.0555, 0.056, 0.057, 0.058, 0.059].map((rate): unknown =>
      expect.closeTo(rate, 12),
    ),
  )
  expect(line(wholeTable({ rates, today, ...LIMITS, monotone: false }))).toEqual(
    line(today).with(1, 0.055).with(5, 0.0555),
  )
})

test('no empty cell lies outside the limits', () => {
  const table = wholeTable({ rates: new Map(), today, monotone: true, lowest: 0.052, highest: 0.055 })
  expect(Math.min(...table)).toBe(0.052)
  expect(Math.max(...table)).toBe(0.055)
})

test('without a table of today a cell lies between its neighbours, and beyond them takes the nearest', () => {
  const rates = new Map([
    [cellIndex(2, 1, 2), 0.05],
    [cellIndex(6, 1, 2), 0.06],
  ])
  expect(line(wholeTable({ rates, today: null, ...LIMITS }))).toEqual(
    [0.05, 0.05, 0.0525, 0.055, 0.0575, 0.06, 0.06, 0.06, 0.06, 0.06].map((rate): unknown => expect.closeTo(rate, 12)),
  )
})

test('without a table of today an empty line takes the mean of each grade', () => {
  const rates = new Map([
    [cellIndex(1, 0, 0), 0.04],
    [cellIndex(1, 1, 2), 0.05],
    [cellIndex(10, 1, 2), 0.09],
  ])
  const table = line(wholeTable({ rates, today: null, ...LIMITS }), 3, 4)
  expect(table[0]).toBeCloseTo(0.045, 12)
  expect(table[9]).toBeCloseTo(0.09, 12)
  expect(table).toEqual(table.toSorted((a, b) => a - b))
})
