import { expect, test } from 'vitest'
import type { OutcomeCube } from '../../../models/cube.ts'
import { missingTail, tailFigures } from '../../../models/judge/tailFigures.ts'

/** Losses 1, 2, …, `paths`, spread evenly over the replicates; the first cell has a quarter of each, both sectors half. */
function cubeOf(paths: number): OutcomeCube {
  const loss = Float64Array.from(
    { length: paths },
    (_, p) => 1 + (p % (paths / 20)) * 20 + Math.floor(p / (paths / 20)),
  )
  const column = (...shares: number[]): Float32Array =>
    Float32Array.from(shares.flatMap((share) => [...loss.map((l) => share * l)]))
  return {
    paths,
    replicates: 20,
    openingExposure: 10_000,
    loss,
    cells: Int32Array.of(3, 40),
    cellLoss: column(0.25, 0.75),
    sectors: ['food', 'retail'],
    sectorLoss: column(0.5, 0.5),
    spread: null,
  } as unknown as OutcomeCube
}

const inputs = (paths: number) => ({
  bankShare: 0.5,
  weights: new Float64Array(paths).fill(1),
  level: 0.999,
  confidence: 0.95,
})

test('equal weights give the quantile and the mean beyond it of the bank’s loss ÷ opening exposure', () => {
  const { tail, standardErrors, reasons } = tailFigures(cubeOf(40_000), inputs(40_000))
  expect(tail.valueAtRisk999).toBeCloseTo((39_960 * 0.5) / 10_000, 12)
  expect(tail.expectedShortfall999).toBeCloseTo((39_980.5 * 0.5) / 10_000, 12)
  const shares = tail.contributions.map(({ by, expectedShortfall999 }) => [
    by,
    Math.round((1e6 * expectedShortfall999) / tail.expectedShortfall999!) / 1e6,
  ])
  expect(shares).toEqual([
    ['cell', 0.25],
    ['cell', 0.75],
    ['sector', 0.5],
    ['sector', 0.5],
  ])
  expect(Object.keys(standardErrors)).toEqual(Object.keys(tail))
  expect(reasons).toEqual({})
})

test('too few paths beyond the level give nulls with the reason, and no parts', () => {
  const { tail, standardErrors, reasons } = tailFigures(cubeOf(2000), inputs(2000))
  expect(tail).toEqual({ valueAtRisk999: null, expectedShortfall999: null, contributions: [] })
  expect(standardErrors).toEqual(tail)
  expect(reasons['tail.valueAtRisk999']).toMatch(/^only 2 of 2000 paths lie beyond/)
  expect(reasons['tail.expectedShortfall999']).toMatch(/^only 2 of 2000 paths lie beyond/)
})

test('a tail that cannot be had says why at every figure', () => {
  const { tail, reasons } = missingTail('for a reason')
  expect(tail.contributions).toEqual([])
  expect(reasons).toEqual({ 'tail.valueAtRisk999': 'for a reason', 'tail.expectedShortfall999': 'for a reason' })
})
