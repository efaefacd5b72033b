import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CELL_COUNT, cellAt, cellKey } from '../../../models/types.ts'
import { schedule } from '../../../scenarios/schema/schedule.ts'

const named = { id: 's', title: 's', cap: 1 }
const rateOfAll = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: CELL_COUNT, maxLength: CELL_COUNT })
const anyOrder = fc.shuffledSubarray([...Array(CELL_COUNT).keys()], { minLength: CELL_COUNT })

const entryOf = (cell: number, rate: number) => {
  const { grade, termBand, collateral } = cellAt(cell)
  return { grade, terms: [termBand], collateral: [collateral], rate }
}

test('cells written one by one in any order give each its rate', () => {
  fc.assert(
    fc.property(rateOfAll, anyOrder, (rates, order) => {
      const written = order.map((cell) => entryOf(cell, rates[cell]!))
      expect(schedule.parse({ ...named, rates: written }).rates).toEqual(rates)
    }),
    { numRuns: 20 },
  )
})

test('a schedule as read is a schedule as written', () => {
  fc.assert(
    fc.property(rateOfAll, (rates) => {
      const once = schedule.parse({ ...named, rates })
      expect(schedule.parse(once)).toEqual(once)
    }),
    { numRuns: 20 },
  )
})

test('any cell left out and any cell written twice is named', () => {
  fc.assert(
    fc.property(fc.nat(CELL_COUNT - 1), fc.nat(CELL_COUNT - 1), (left, again) => {
      fc.pre(left !== again)
      const cells = [...Array(CELL_COUNT).keys()].filter((cell) => cell !== left)
      const written = [...cells, again].map((cell) => entryOf(cell, 0.05))
      const messages = schedule.safeParse({ ...named, rates: written }).error!.issues.map(({ message }) => message)
      expect(messages).toEqual([
        `must not price again what rates[${cells.indexOf(again)}] prices: ${cellKey(cellAt(again))}`,
        `must have a rate for every cell, missing ${cellKey(cellAt(left))}`,
      ])
    }),
    { numRuns: 50 },
  )
})

test('of many cells left out a few are named, and all are counted', () => {
  const written = [{ collateral: ['residential'], terms: ['<=6m'], rates: Array<number>(10).fill(0.05) }]
  const messages = schedule.safeParse({ ...named, rates: written }).error!.issues.map(({ message }) => message)
  expect(messages).toEqual([
    'must have a rate for every cell, missing 1|*|commercial, 1|*|movable, 1|*|guarantee … (190 cells)',
  ])
})

test('without a cap of its own a schedule is capped at four times LPR', () => {
  const rates = Array<number>(CELL_COUNT).fill(0.05)
  expect(schedule.parse({ id: 's', title: 's', costs: { lpr: 0.0385 }, rates }).cap).toBe(0.154)
})
