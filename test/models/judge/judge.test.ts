import { expect, test } from 'vitest'
import type { OutcomeCube } from '../../../models/cube.ts'
import { conditionalDefaults, judged } from './cltBook.ts'
import { cubeOf } from './cubeOf.ts'

const { means } = conditionalDefaults('npl', 400)
const cube = cubeOf(means, null, 20)
const RATES = [0.05, 0.06, 0.08]
const mean = (values: Iterable<number>): number => {
  const all = [...values]
  return all.reduce((a, b) => a + b, 0) / all.length
}

test('the mean NPL ratio of each month, and of the paths’ largest month-ends, has an error', () => {
  const { figures, standardErrors, paths } = judged(cube, RATES)
  expect(figures.npl.map(({ month }) => month)).toEqual(Array.from({ length: 24 }, (_, m) => m + 1))
  const errors = standardErrors['npl'] as { month: number; reported: number; true: number }[]
  for (const [m, { month, reported, true: own }] of figures.npl.entries()) {
    expect(reported).toBeCloseTo(mean(cube.nplRatio.subarray(m * 400, (m + 1) * 400)), 12)
    expect(own).toBe(reported)
    expect(errors[m]!.month).toBe(month)
    expect(errors[m]!.reported).toBeGreaterThan(0)
  }
  // the ratio rises month by month in every path of this cube
  expect(figures.nplPeak).toBeCloseTo(figures.npl[23]!.reported, 12)
  expect(figures.trueNplPeak).toBe(figures.nplPeak)
  expect(paths.npl.mean).toEqual(figures.npl.map(({ reported }) => reported))
  expect(paths.npl.true).toEqual(figures.npl.map((month) => month.true))
})

test('defaults that a deferral hides show in the true ratio alone', () => {
  const hidden: OutcomeCube = { ...cube, trueNplRatio: cube.nplRatio.map((ratio) => 1.5 * ratio) }
  const { figures } = judged(hidden, RATES)
  expect(figures.trueNplPeak / figures.nplPeak).toBeCloseTo(1.5, 6)
  for (const month of figures.npl) expect(month.true / month.reported).toBeCloseTo(1.5, 6)
})

test('the contagion multiplier stands only where firms guarantee each other', () => {
  const without = judged(cube, RATES)
  expect(without.figures).not.toHaveProperty('contagionMultiplier')
  expect(without.standardErrors).not.toHaveProperty('contagionMultiplier')
  const { figures, standardErrors } = judged(cube, RATES, { hasGuarantees: true })
  expect(figures.contagionMultiplier).toBeCloseTo(1.25, 12)
  expect(standardErrors['contagionMultiplier']).toBeCloseTo(0, 12)
  const noDefault = { ...cube, firmDefaults: new Float64Array(400), firmDefaultsUncalled: new Float64Array(400) }
  const none = judged(noDefault, RATES, { hasGuarantees: true })
  expect(none.figures.contagionMultiplier).toBeNull()
  expect(none.reasons['contagionMultiplier']).toBe('no path has a default')
})

test('concentration is exact, and without clusters null with the reason', () => {
  const { figures, standardErrors, reasons } = judged(cube, RATES)
  expect(figures.concentration.effectiveNumber).toBe(1000)
  expect(standardErrors['concentration']).toEqual({ obligor: 0, sector: 0, cluster: null, cell: 0, effectiveNumber: 0, largestObligorShare: 0 })
  expect(reasons['concentration.cluster']).toBe('the book has no clusters')
}) // prettier-ignore
