import { expect, test } from 'vitest'
import type { Programme } from '../../../models/optimise/programme.ts'
import { rateRow } from '../../../models/optimise/limits.ts'
import type { Row } from '../../../models/optimise/row.ts'
import { wholeBasisPoints } from '../../../models/optimise/wholeBasisPoints.ts'
import { cellIndex } from '../../../models/types.ts'

const OFFERED = Float64Array.of(0.05, 0.06, 0.07)
const CELLS = [1, 2, 3].map((grade) => cellIndex(grade, 1, 0))

/** Three grades of one line, of equal balance, whose mean rate must be at least `least`. */
const programme = (least: number, limits: readonly Row[] = [], monotone = false): Programme =>
  ({
    cells: CELLS,
    offered: OFFERED,
    start: OFFERED,
    cap: 0.2,
    limits,
    settings: { monotone },
    goals: [{ at: (rates: Float64Array) => ({ value: rates.reduce((a, b) => a + b) / 3 - least }) }],
  }) as unknown as Programme

const rounded = (least: number, rates: readonly number[], limits?: readonly Row[], monotone?: boolean): number[] => [
  ...wholeBasisPoints(programme(least, limits, monotone), Float64Array.from(rates), true),
]

test('rates go to the nearest basis point where that covers', () => {
  expect(rounded(0.06, [0.05007, 0.06002, 0.07])).toEqual([0.0501, 0.06, 0.07])
})

test('the rate with the least way up goes up first where it does not', () => {
  expect(rounded(0.06 + 0.4e-4, [0.05004, 0.06003, 0.07005])).toEqual([0.05, 0.06, 0.0701].with(0, 0.0501))
  expect(rounded(0.06 + 0.3e-4, [0.05004, 0.06003, 0.07002])).toEqual([0.0501, 0.06, 0.07])
})

test('a rate of today with more decimals stays where it would move by less than half a basis point', () => {
  const today = { ...programme(0.06), offered: Float64Array.of(0.05123, 0.06, 0.07) }
  const found = Float64Array.of(0.05125, 0.06004, 0.07)
  expect([...wholeBasisPoints(today, found, true)]).toEqual([0.05123, 0.06, 0.07])
  expect([...wholeBasisPoints(today, found, false)]).toEqual([0.0512, 0.06, 0.07].with(0, 0.0513))
})

test('a limit that is no whole basis point is kept to', () => {
  const atMost = rateRow('largestStep', 0, -1, -0.00155, 3)
  expect(rounded(0.0605, [0.05155, 0.06, 0.07], [atMost])).toEqual([0.05155, 0.06, 0.07])
})

test('a worse grade is lifted to a better one where it must not pay less', () => {
  expect(rounded(0.06, [0.06006, 0.06004, 0.07], [], true)).toEqual([0.0601, 0.0601, 0.07])
})

test('the exact rates stay where no table of whole basis points meets every goal', () => {
  const exact = [0.05005, 0.06, 0.07]
  expect(rounded(0.06 + 1e-4 / 3 + 1e-6, exact)).toEqual(exact)
})
