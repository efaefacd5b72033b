import { expect, test } from 'vitest'
import { gradesOutOfOrder } from '../../../models/pricing/gradesOutOfOrder.ts'
import { CELL_COUNT, cellAt, cellIndex } from '../../../models/types.ts'

const rising = (changes: Readonly<Record<number, number | null>>): (number | null)[] =>
  Array.from({ length: CELL_COUNT }, (_, cell) =>
    cell in changes ? changes[cell]! : 0.05 + 0.001 * cellAt(cell).grade,
  )

test('rates that rise with the grade, or stay, are in order', () => {
  expect(gradesOutOfOrder(rising({}))).toEqual([])
  expect(gradesOutOfOrder(rising({ [cellIndex(4, 1, 2)]: 0.053 }))).toEqual([])
})

test('a cell below the grade before it is paired with that grade’s cell, and so is one beyond a gap', () => {
  const [three, four, five] = [cellIndex(3, 1, 2), cellIndex(4, 1, 2), cellIndex(5, 1, 2)]
  expect(gradesOutOfOrder(rising({ [four]: 0.0525 }))).toEqual([{ cell: four, better: three }])
  expect(gradesOutOfOrder(rising({ [four]: null, [five]: 0.052 }))).toEqual([{ cell: five, better: three }])
})

test('other term bands and collateral are nothing to a cell', () => {
  expect(gradesOutOfOrder(rising({ [cellIndex(1, 0, 0)]: 0.2 }), [cellIndex(2, 1, 0), cellIndex(1, 0, 0)])).toEqual([])
})

test('one high rate is one pair, not one for every grade after it', () => {
  const two = cellIndex(2, 3, 4)
  expect(gradesOutOfOrder(rising({ [two]: 0.2 }))).toEqual([{ cell: cellIndex(3, 3, 4), better: two }])
})
