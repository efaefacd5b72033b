import { expect, test } from 'vitest'
import type { OutcomeCube } from '../../models/cube.ts'
import { joinCubes } from '../../models/joinCubes.ts'
import { conditionalDefaults, judged } from './judge/cltBook.ts'
import { cubeOf } from './judge/cubeOf.ts'

const { means, variances } = conditionalDefaults('joined', 1200)
const part = (from: number, to: number, replicates: number): OutcomeCube =>
  cubeOf(means.map((m) => m.subarray(from, to)), variances.map((v) => v.subarray(from, to)), replicates) // prettier-ignore

test('two cubes joined are the cube of all their paths, array by array, and judged the same', () => {
  const joined = joinCubes(part(0, 400, 4), part(400, 1200, 8))
  const whole = part(0, 1200, 12)
  expect(joined).toEqual(whole)
  expect(joined.trueNplRatio).toBe(joined.nplRatio)
  expect(judged(joined, [0.05, 0.06, 0.08]).figures).toEqual(judged(whole, [0.05, 0.06, 0.08]).figures)
})

test('a true NPL ratio of its own is kept apart, and a cube without spread stays without', () => {
  const frozen = (cube: OutcomeCube): OutcomeCube => ({ ...cube, trueNplRatio: cube.nplRatio.map((x) => 2 * x), spread: null })
  const joined = joinCubes(frozen(part(0, 400, 4)), frozen(part(400, 1200, 8)))
  expect(joined.trueNplRatio).toEqual(joined.nplRatio.map((x) => 2 * x))
  expect(joined.spread).toBeNull()
}) // prettier-ignore

test('replicates of different sizes, or cubes of different shapes, are refused', () => {
  const cube = part(0, 400, 4)
  expect(() => joinCubes(cube, part(0, 400, 8))).toThrow('the same number of paths, got 100 and 50')
  expect(() => joinCubes(cube, { ...cube, sectors: ['all'] })).toThrow('sectors must be alike, got 2 and 1')
  expect(() => joinCubes(cube, { ...cube, horizonMonths: 12 })).toThrow('horizonMonths must be alike, got 24 and 12')
})
