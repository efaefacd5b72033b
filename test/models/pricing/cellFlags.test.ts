import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellFlags, duplicateFlags } from '../../../models/pricing/cellFlags.ts'
import { CELL_COUNT, cellAt, cellIndex, cellKey } from '../../../models/types.ts'

const CAP = 0.154
/** Rates that rise by grade, .05 to .068, with some cells changed. */
const table = (changes: Readonly<Record<number, number | null>> = {}): (number | null)[] =>
  Array.from({ length: CELL_COUNT }, (_, cell) =>
    cell in changes ? changes[cell]! : 0.05 + 0.002 * (cellAt(cell).grade - 1),
  )
const kinds = (flags: ReturnType<typeof cellFlags>): string[] => flags.map(({ cell, kind }) => `${cell} ${kind}`)

test('rates that rise or stay with the grade have no flag', () => {
  expect(cellFlags(table(), CAP)).toEqual([])
  expect(cellFlags(Array<number>(CELL_COUNT).fill(0.05), CAP)).toEqual([])
})

test('a cell without a rate is an error, whether null or NaN', () => {
  const flags = cellFlags(table({ 7: null, 12: NaN }), CAP)
  expect(kinds(flags)).toEqual([`${cellKey(cellAt(7))} missing`, `${cellKey(cellAt(12))} missing`])
  expect(flags.map(({ severity }) => severity)).toEqual(['error', 'error'])
})

test('a negative rate is an error that says the rate', () => {
  const cell = cellIndex(1, 1, 0)
  expect(cellFlags(table({ [cell]: -0.0125 }), CAP)).toEqual([
    {
      cell: '1|6-12m|residential',
      kind: 'negative',
      severity: 'error',
      message: { en: 'The rate must be at least 0, got −1.25%.', zh: '利率不得为负，现为−1.25%。' },
    },
  ])
})

test('a rate above the cap is a warning, and at the cap none', () => {
  const cell = cellIndex(10, 3, 4)
  expect(cellFlags(table({ [cell]: CAP }), CAP)).toEqual([])
  expect(cellFlags(table({ [cell]: 0.16 }), CAP)).toEqual([
    {
      cell: '10|>3y|unsecured',
      kind: 'aboveCap',
      severity: 'warning',
      message: {
        en: '16% is above the cap of 15.4%; it is lent at the cap.',
        zh: '16%高于利率上限15.4%，按上限放贷。',
      },
    },
  ])
})

test('a grade that pays less than the one above it is a warning that names both rates', () => {
  const cell = cellIndex(4, 2, 3)
  expect(cellFlags(table({ [cell]: 0.0525 }), CAP)).toEqual([
    {
      cell: '4|1-3y|guarantee',
      kind: 'notMonotone',
      severity: 'warning',
      message: {
        en: 'Grade 4 pays 5.25%, less than the better grade 3 at 5.4%.',
        zh: '4级利率为5.25%，低于更优的3级（5.4%）。',
      },
    },
  ])
})

test('a difference of rounding is none', () => {
  const cell = cellIndex(4, 2, 3)
  expect(cellFlags(table({ [cell]: 0.054 - 1e-12 }), CAP)).toEqual([])
  expect(kinds(cellFlags(table({ [cell]: 0.054 - 1e-7 }), CAP))).toEqual(['4|1-3y|guarantee notMonotone'])
})

test('only the cells asked for are looked at, each beside the next better of them that has a rate', () => {
  const [one, two, four] = [cellIndex(1, 0, 0), cellIndex(2, 0, 0), cellIndex(4, 0, 0)]
  const rates = table({ [one]: 0.06, [two]: null, [four]: 0.055 })
  expect(kinds(cellFlags(rates, CAP, [four, one]))).toEqual(['4|<=6m|residential notMonotone'])
  expect(cellFlags(rates, CAP, [four])).toEqual([])
  expect(kinds(cellFlags(rates, CAP, [one, two, four]))).toEqual([
    '2|<=6m|residential missing',
    '4|<=6m|residential notMonotone',
  ])
})

test('a cell priced twice or more is an error', () => {
  expect(duplicateFlags([3, 1, 3, 2, 1, 3]).map(({ cell, kind, message }) => [cell, kind, message.en])).toEqual([
    [cellKey(cellAt(1)), 'duplicate', 'The cell is priced 2 times; it must be priced once.'],
    [cellKey(cellAt(3)), 'duplicate', 'The cell is priced 3 times; it must be priced once.'],
  ])
  expect(duplicateFlags([0, 1, 2])).toEqual([])
})

test('flags come in the order of the cells, and rates sorted by grade have none that is not monotone', () => {
  const rate = fc.double({ min: -0.1, max: 0.3, noNaN: true })
  fc.assert(
    fc.property(fc.array(rate, { minLength: CELL_COUNT, maxLength: CELL_COUNT }), (rates) => {
      const order = cellFlags(rates, CAP).map(({ cell }) => cell)
      const keys = rates.map((_, cell) => cellKey(cellAt(cell)))
      expect(order).toEqual(order.toSorted((a, b) => keys.indexOf(a) - keys.indexOf(b)))
      const sorted = [...rates]
      for (let place = 0; place < CELL_COUNT / 10; place++) {
        const column = rates.filter((_, cell) => cell % (CELL_COUNT / 10) === place).toSorted((a, b) => a - b)
        for (const [grade, value] of column.entries()) sorted[(grade * CELL_COUNT) / 10 + place] = value
      }
      expect(cellFlags(sorted, CAP).filter(({ kind }) => kind === 'notMonotone')).toEqual([])
    }),
    { numRuns: 50 },
  )
})

test('a table of another size is refused', () => {
  expect(() => cellFlags([0.05], CAP)).toThrow('cellFlags: rates must have 200 entries, got 1')
})
