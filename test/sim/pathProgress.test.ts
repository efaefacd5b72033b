import { expect, test } from 'vitest'
import { PathProgress } from '../../sim/pathProgress.ts'
import type { Progress } from '../../sim/types.ts'

test('paths are counted over the simulations of a run, also those that turn up on the way', () => {
  const told: Progress[] = []
  const progress = new PathProgress((one) => told.push(one))
  progress.expect(400)
  progress.update('baseline', 150)
  progress.finish(200)
  progress.expect(200)
  progress.update('baseline (to 40 replicates)', 200)
  progress.finish(200)
  progress.update('severe', 1)
  expect(told.map(({ stage, done, total }) => [stage, done, total])).toEqual([
    ['baseline', 150, 400],
    ['baseline (to 40 replicates)', 400, 600],
    ['severe', 401, 600],
  ])
  expect(new Set(told.map(({ unit }) => unit))).toEqual(new Set(['paths']))
})
