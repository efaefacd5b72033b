import { describe, expect, test } from 'vitest'
import {
  changedCells,
  hasOtherConditions,
  isUsable,
  nudged,
  pasted,
  resetCells,
  toDraft,
  toTerms,
  withField,
  withRate,
} from '../../../../report/client/desk/draft.ts'
import { cellsOf, gridLayout } from '../../../../report/client/desk/gridLayout.ts'
import type { Terms } from '../../../../models/reprice/terms.ts'
import { PRICING_DEFAULTS } from '../../../../models/pricing/rateFloor.ts'
import { CELL_COUNT, cellAt, cellKey } from '../../../../models/types.ts'

const TODAY: Terms = {
  costs: PRICING_DEFAULTS,
  crossIncome: 'observed',
  cap: 0.154,
  rates: Array.from({ length: CELL_COUNT }, (_, i) => (480 + i) / 10_000),
}
const today = Object.freeze(toDraft(TODAY))
const loansIn = (...cells: number[]) => cells.map((index) => ({ index, cell: cellKey(cellAt(index)), loans: 30 }))

describe('terms as they are entered', () => {
  test('are those of today until something is edited', () => {
    expect(toTerms(today, TODAY)).toEqual(TODAY)
    expect(changedCells(today, today)).toEqual([])
    expect(hasOtherConditions(today, today)).toBe(false)
  })

  test('carry an edited rate, cost and policy, and leave the costs that the desk does not show', () => {
    const edited = { ...withField(withRate(today, 7, 0.06), 'fundingRate', 0.03), crossIncome: 'none' as const }
    const terms = toTerms(edited, TODAY)!
    expect(terms.rates[7]).toBe(0.06)
    expect(terms.costs).toEqual({ ...TODAY.costs, fundingRate: 0.03 })
    expect(terms.crossIncome).toBe('none')
    expect(changedCells(edited, today)).toEqual([7])
    expect(hasOtherConditions(edited, today)).toBe(true)
  })

  test('cannot be had while a cell is empty, unreadable or negative, or a field is out of range', () => {
    for (const entry of ['', 'abc', -0.01]) expect(toTerms(withRate(today, 7, entry), TODAY)).toBeNull()
    expect(toTerms(withField(today, 'cap', ''), TODAY)).toBeNull()
    expect(toTerms(withField(today, 'incomeTaxRate', 1), TODAY)).toBeNull()
    expect([isUsable('fixedCost', 3), isUsable('hurdleRate', 3), isUsable('hurdleRate', -0.1)]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('an entry that is the same is no edit', () => {
    expect(withRate(today, 7, today.rates[7]!)).toBe(today)
    expect(withField(today, 'cap', 0.154)).toBe(today)
  })

  test('a grade is moved as a whole, by exact basis points, never below 0; what cannot be read stays', () => {
    const cells = cellsOf({ kind: 'grade', grade: 2 })
    const moved = nudged(withRate(today, cells[3]!, 'x'), cells, 5)
    expect(cells.length).toBe(20)
    expect(changedCells(moved, today)).toEqual(cells)
    expect(moved.rates[cells[0]!]).toBe(0.0505)
    expect(moved.rates[cells[3]!]).toBe('x')
    expect(nudged(today, cells, -9999).rates[cells[0]!]).toBe(0)
    expect(nudged(nudged(today, cells, 7), cells, -7).rates).toEqual(today.rates)
  })

  test('scopes are 200 cells, 20 of a grade, 50 of a term band and 10 of a column', () => {
    const column = { termBand: '6-12m', collateral: 'guarantee' } as const
    expect(cellsOf({ kind: 'all' })).toEqual(TODAY.rates.map((_, i) => i))
    expect(cellsOf({ kind: 'termBand', termBand: '6-12m' }).length).toBe(50)
    expect(cellsOf({ kind: 'column', ...column }).map((cell) => cellAt(cell))).toEqual(
      Array.from({ length: 10 }, (_, i) => ({ grade: i + 1, ...column })),
    )
  })

  test('cells are put back one by one', () => {
    const edited = withRate(withRate(today, 7, 0.06), 8, '')
    expect(resetCells(edited, [8], today)).toEqual(withRate(today, 7, 0.06))
  })
})

describe('pasting into the grid', () => {
  // grades 1 and 3, two columns: (≤6m, home), (6–12m, unsecured)
  const layout = gridLayout(loansIn(0, 9, 40, 49), false)

  test('the grid has the rows and columns with loans only, unless all are asked for', () => {
    expect(layout.cells).toEqual([
      [0, 9],
      [40, 49],
    ])
    expect(gridLayout(loansIn(0), true).cells.flat()).toEqual(TODAY.rates.map((_, i) => i))
  })

  test('a block lands from the cell it is pasted on, and empty cells of it change nothing', () => {
    const result = pasted(today, layout.cells, [0, 1], '5.9\n6.1')
    expect(result).toEqual({ draft: withRate(withRate(today, 9, 0.059), 49, 0.061), cells: 2 })
    expect(pasted(today, layout.cells, [0, 0], '\t5.9')).toEqual({ draft: withRate(today, 9, 0.059), cells: 1 })
  })

  test('a block that is too large or holds a word changes nothing', () => {
    expect(pasted(today, layout.cells, [0, 1], '5\t6')).toEqual({ kind: 'tooLarge', rows: 1, columns: 2, fit: [2, 1] })
    expect(pasted(today, layout.cells, [0, 0], '5\tsix')).toEqual({
      kind: 'notANumber',
      row: 1,
      column: 2,
      text: 'six',
    })
  })
})
