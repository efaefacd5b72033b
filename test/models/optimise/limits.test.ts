import { expect, test } from 'vitest'
import { limits } from '../../../models/optimise/limits.ts'
import type { LimitInputs } from '../../../models/optimise/limits.ts'
import { cellIndex } from '../../../models/types.ts'
import { UNLIMITED } from '../../sim/optimise/littleCommittee.ts'

/** Grades 1 and 3 of one line, and grade 2 of another. */
const cells = [cellIndex(1, 0, 0), cellIndex(2, 1, 0), cellIndex(3, 0, 0)]
const INPUTS: LimitInputs = {
  settings: { ...UNLIMITED, scenarios: [] },
  cells,
  start: Float64Array.of(0.05, 0.06, 0.04),
  required: Float64Array.of(0.045, 0.07, 0.05),
  cap: 0.15,
  deepestCut: 0,
}
const rowsOf = (constraint: string, inputs: Partial<LimitInputs>) =>
  limits({ ...INPUTS, ...inputs })
    .filter((row) => row.constraint === constraint)
    .map(({ cells: own, slopes, least }) => ({ own, slopes: [...slopes], least: Number(least.toFixed(12)) }))
const settings = (over: Partial<typeof UNLIMITED>) => ({ settings: { ...UNLIMITED, ...over, scenarios: [] } })

test('the cap and the least rate bound every cell from the start', () => {
  expect(rowsOf('cap', {})[2]).toEqual({ own: [2], slopes: [0, 0, -1], least: -0.11 })
  expect(rowsOf('minimumRate', settings({ minimumRate: 0.045 }))[2]).toEqual({
    own: [2],
    slopes: [0, 0, 1],
    least: 0.005,
  })
})

test('the highest rate counts where it is below the cap', () => {
  expect(rowsOf('maximumRate', settings({ maximumRate: 0.1 }))).toHaveLength(3)
  expect(rowsOf('maximumRate', settings({ maximumRate: 0.2 }))).toEqual([])
})

test('the largest step bounds both ways', () => {
  const rows = rowsOf('largestStep', settings({ largestStep: 0.002 }))
  expect(rows.map(({ least }) => least)).toEqual(Array(6).fill(-0.002))
  expect(rows.slice(0, 2).map(({ slopes }) => slopes[0])).toEqual([-1, 1])
})

test('a cell may fall short of its required rate by the limit of cross-subsidies', () => {
  const rows = rowsOf('maxCrossSubsidy', settings({ maxCrossSubsidy: 0.01 }))
  expect(rows.map(({ least }) => least)).toEqual([-0.015, 0, 0])
})

test('neighbouring grades of one term band and collateral class are ordered, over empty grades too', () => {
  expect(rowsOf('monotone', settings({ monotone: true }))).toEqual([{ own: [0, 2], slopes: [-1, 0, 1], least: 0.01 }])
})

test('no rate is left so low that a scenario’s cut would make it negative, which no setting eases', () => {
  const cut = limits({ ...INPUTS, deepestCut: -0.013 }).filter(({ constraint }) => constraint === 'minimumRate')
  expect(cut.map(({ least }) => Number(least.toFixed(12)))).toEqual([-0.037, -0.047, -0.027])
  expect(cut.every(({ eases }) => Object.keys(eases).length === 0)).toBe(true)
})
