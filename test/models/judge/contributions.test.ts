import { describe, expect, test } from 'vitest'
import type { Judgement } from '../../../models/judge/judgement.ts'
import { conditionalDefaults, judged } from './cltBook.ts'
import { CELLS, cubeOf } from './cubeOf.ts'

const RATES = [0.05, 0.06, 0.08]

function judgedOf(kind: 'clt' | 'paths', paths: number): Judgement {
  const { means, variances } = conditionalDefaults('contributions', paths)
  return judged(cubeOf(means, kind === 'clt' ? variances : null, 20), RATES)
}

describe.each(['clt', 'paths'] as const)('contributions (%s)', (kind) => {
  const { figures, standardErrors } = judgedOf(kind, 2000)

  test('of the cells, and of the sectors, add up to the expected shortfall and the standard deviation', () => {
    for (const by of ['cell', 'sector']) {
      const own = figures.contributions.filter((part) => part.by === by)
      const total = (value: (part: (typeof own)[number]) => number): number => own.reduce((sum, part) => sum + value(part), 0)
      expect(Math.abs(total((c) => c.expectedShortfall99!) / figures.lossRate.expectedShortfall99! - 1)).toBeLessThan(1e-12)
      expect(Math.abs(total((c) => c.standardDeviation) / figures.lossRate.standardDeviation - 1)).toBeLessThan(1e-12)
    }
  }) // prettier-ignore

  test('name the populated cells, then the sectors, with their errors', () => {
    const labels = figures.contributions.map(({ by, key }) => ({ by, key }))
    expect(labels).toEqual([
      { by: 'cell', key: '1|6-12m|unsecured' },
      { by: 'cell', key: '2|6-12m|unsecured' },
      { by: 'cell', key: '3|6-12m|unsecured' },
      { by: 'sector', key: 'trade' },
      { by: 'sector', key: 'catering' },
    ])
    const errors = standardErrors['contributions'] as Record<string, unknown>[]
    expect(errors.map(({ by, key }) => ({ by, key }))).toEqual(labels)
    for (const error of errors) {
      expect(error['expectedShortfall99']).toBeGreaterThan(0)
      expect(error['standardDeviation']).toBeGreaterThan(0)
    }
  })
})

test('a sector that is one cell has the cell’s contribution, and paths moved to other replicates keep it', () => {
  const { figures } = judgedOf('paths', 2000)
  const [cell, , , sector] = figures.contributions
  expect(sector!.expectedShortfall99).toBeCloseTo(cell!.expectedShortfall99!, 8)
  expect(sector!.standardDeviation).toBeCloseTo(cell!.standardDeviation, 8)
  const { means } = conditionalDefaults('contributions', 2000)
  const turned = judged(cubeOf(means.map((mean) => mean.toReversed()), null, 10), RATES).figures // prettier-ignore
  expect(turned.contributions[0]!.expectedShortfall99).toBeCloseTo(cell!.expectedShortfall99!, 12)
})

test('standard deviation: a cell’s covariance with the loss ÷ its standard deviation', () => {
  const { figures } = judgedOf('paths', 1000)
  const { means } = conditionalDefaults('contributions', 1000)
  const exposure = CELLS.reduce((sum, { loans }) => sum + 10 * loans, 0)
  const losses = means.map((mean, c) => mean.map((n) => (n * CELLS[c]!.loss) / exposure))
  const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length
  const all = losses[0]!.map((_, p) => losses.reduce((sum, loss) => sum + loss[p]!, 0))
  const covariance = mean(all.map((l, p) => (l - mean(all)) * (losses[1]![p]! - mean(losses[1]!))))
  expect(figures.contributions[1]!.standardDeviation / (covariance / figures.lossRate.standardDeviation)).toBeCloseTo(1, 7)
}) // prettier-ignore

test('with too few paths for the expected shortfall it is null with the reason, and the standard deviation stays', () => {
  const { figures, reasons } = judgedOf('paths', 400)
  for (const [i, part] of figures.contributions.entries()) {
    expect(part.expectedShortfall99).toBeNull()
    expect(reasons[`contributions.${i}.expectedShortfall99`]).toMatch(/4 of 400 paths/)
    expect(part.standardDeviation).toBeGreaterThan(0)
  }
})
