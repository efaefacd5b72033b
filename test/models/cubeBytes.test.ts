import { expect, test } from 'vitest'
import type { OutcomeCube } from '../../models/cube.ts'
import { cubeBytes } from '../../models/cubeBytes.ts'

test('every array of a cube counts, of its sums and of its spread, and one under two names once', () => {
  const nplRatio = new Float32Array(36)
  const cube = {
    paths: 12,
    sectors: ['all'],
    loss: new Float64Array(10),
    nplRatio,
    trueNplRatio: nplRatio,
    spread: null,
  }
  const sums = { earned: new Float64Array(3), loss: new Float64Array(2) }
  expect(cubeBytes({ ...cube, sums } as unknown as OutcomeCube)).toBe(8 * 10 + 4 * 36 + 8 * 5)
  const spread = { lossVariance: new Float64Array(7) }
  expect(cubeBytes({ ...cube, sums, spread } as unknown as OutcomeCube)).toBe(8 * 10 + 4 * 36 + 8 * 5 + 8 * 7)
})
