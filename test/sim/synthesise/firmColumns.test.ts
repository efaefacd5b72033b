import { expect, test } from 'vitest'
import { firmColumns, joinColumns, pickRows, replaceRows } from '../../../sim/synthesise/firmColumns.ts'
import type { FirmColumns } from '../../../sim/synthesise/firmColumns.ts'

const VARIABLES = [{ words: null }, { words: ['poor', 'good'] }]

/** Firms numbered on from the first, with their number in one column of each part. */
function numbered(count: number, first: number, settlement = false): FirmColumns {
  const columns = firmColumns(count, VARIABLES, settlement)
  for (let i = 0; i < count; i++) {
    columns.traits.sector[i] = first + i
    columns.truth[0]![i] = first + i + 0.5
    columns.truth[1]![i] = (first + i) % 2
    columns.told.debtRatio[i] = (first + i) / 10
    columns.request.termMonths[i] = 12 * (first + i)
    if (columns.settlement) columns.settlement.cashSales[i] = 100 * (first + i)
  }
  return columns
}

test('batches are joined in order, and what is beyond the count is left out', () => {
  const joined = joinColumns([numbered(3, 0), numbered(3, 3), numbered(3, 6)], 7, VARIABLES)
  expect(joined).toEqual(numbered(7, 0))
})

test('settlement is joined with the rest where it was drawn', () => {
  expect(joinColumns([numbered(2, 0, true), numbered(2, 2, true)], 3, VARIABLES)).toEqual(numbered(3, 0, true))
})

test('rows are picked in the order asked for, of named columns and of listed ones', () => {
  const { told, truth } = numbered(5, 0)
  const rows = Int32Array.of(3, 1)
  expect([...pickRows(told, rows).debtRatio]).toEqual([0.3, 0.1])
  expect(pickRows(truth, rows).map((column) => [...column])).toEqual([
    [3.5, 1.5],
    [1, 1],
  ])
})

test('joining empties the list of batches', () => {
  const batches = [numbered(2, 0)]
  joinColumns(batches, 2, VARIABLES)
  expect(batches).toEqual([])
})

test('words are codes, numbers are doubles', () => {
  const { truth } = numbered(1, 0)
  expect(truth.map((column) => column.constructor)).toEqual([Float64Array, Uint16Array])
})

test('replaced rows leave the columns of before as they were, and share those in which nothing changes', () => {
  const before = numbered(5, 0)
  const changed = numbered(2, 0)
  changed.told.debtRatio.set([7, 8])
  const told = replaceRows(before.told, Int32Array.of(1, 3), changed.told)
  expect([...told.debtRatio]).toEqual([0, 7, 0.2, 8, 0.4])
  expect(before.told.debtRatio[1]).toBe(0.1)
  expect(told.quickRatio).toBe(before.told.quickRatio)
  expect(Object.keys(told)).toEqual(Object.keys(before.told))
})
