import { expect, test } from 'vitest'
import { earnedAsStored } from '../../models/earnedAsStored.ts'

/** Two replicates of three paths, two columns over two years; thirds are rounded in single precision. */
const cube = {
  paths: 6,
  replicates: 2,
  years: 2,
  columns: [
    { cell: 1, rateYear: 1, vatBand: 0 },
    { cell: 2, rateYear: 1, vatBand: 0 },
  ],
  fullEarned: Float64Array.of(10, 7),
  lostEarned: Float32Array.of(1 / 3, 0, 2 / 3, 0, 1 / 7, 0, 0, 0, 0, 0, 0, 7),
}
/** The same sums before rounding: replicate × column × year. */
const exact = Float64Array.of(19, 10, 14, 7, 20 - 1 / 7, 10, 10, 4)
const withSums = { ...cube, sums: { earned: exact } as never }

test('the sums of earned balance-years add up to those of the paths', () => {
  const earned = earnedAsStored(withSums)
  for (const r of [0, 1])
    for (const k of [0, 1]) {
      let stored = 0
      for (const p of [0, 1, 2]) stored += cube.fullEarned[k]! - cube.lostEarned[k * 6 + 3 * r + p]!
      expect(earned[4 * r + 2 * k]! + earned[4 * r + 2 * k + 1]!).toBeCloseTo(stored, 14)
    }
})

test('only the year with the largest sum changes, by rounding, and a column that loses nothing keeps its sums', () => {
  const earned = earnedAsStored(withSums)
  expect(earned).not.toEqual(exact)
  for (const [i, value] of earned.entries()) {
    if (i % 2 === 1) expect(value).toBe(exact[i])
    else expect(Math.abs(value - exact[i]!)).toBeLessThan(1e-6)
  }
  expect(earned.subarray(2, 4)).toEqual(exact.subarray(2, 4))
})
