import { expect, test } from 'vitest'
import { PathProgress, noted } from '../../sim/pathProgress.ts'
import type { Progress } from '../../sim/types.ts'

test('paths are counted over the simulations of a run, also those that turn up on the way', () => {
  const told: Progress[] = []
  const baseline = { en: 'Baseline', zh: '基准' }
  const progress = new PathProgress((one) => told.push(one))
  progress.expect(400)
  progress.update(baseline, 150)
  progress.finish(200)
  progress.expect(200)
  progress.update(noted(baseline, { en: 'to 40 replicates', zh: '至40组' }), 200)
  progress.finish(200)
  progress.update({ en: 'Severe' }, 1)
  expect(told.map(({ stage: { en, zh }, done, total }) => [en, zh, done, total])).toEqual([
    ['Baseline', '基准', 150, 400],
    ['Baseline (to 40 replicates)', '基准（至40组）', 400, 600],
    ['Severe', undefined, 401, 600],
  ])
  expect(new Set(told.map(({ unit }) => unit))).toEqual(new Set(['paths']))
})
