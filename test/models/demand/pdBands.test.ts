import { describe, expect, test } from 'vitest'
import { bandOf, pdCuts } from '../../../models/demand/pdBands.ts'
import type { PdCuts } from '../../../models/demand/pdBands.ts'

/** Loans of one firm each. */
const cutsOf = (grades: readonly number[], pds: readonly number[]): PdCuts =>
  pdCuts(
    { count: pds.length, grade: Uint8Array.from(grades), obligor: Int32Array.from(pds.keys()) },
    Float64Array.from(pds),
  )

const bandsOf = (pds: readonly number[]): number[] => {
  const cuts = cutsOf(
    pds.map(() => 4),
    pds,
  )
  return pds.map((pd) => bandOf(cuts, 4, pd))
}

describe('bands of true PD', () => {
  test('are thirds by count, in each grade by itself', () => {
    const grades = [1, 1, 1, 1, 1, 1, 2, 2, 2]
    const pds = [0.06, 0.01, 0.05, 0.02, 0.04, 0.03, 0.3, 0.1, 0.2]
    const cuts = cutsOf(grades, pds)
    expect(pds.map((pd, i) => bandOf(cuts, grades[i]!, pd))).toEqual([2, 0, 2, 0, 1, 1, 2, 0, 1])
  })

  test('keep loans of one PD together, in the band of their middle rank', () => {
    expect(bandsOf([0.01, 0.01, 0.01, 0.01, 0.05, 0.09])).toEqual([1, 1, 1, 1, 2, 2])
    expect(bandsOf([0.02, 0.02, 0.02])).toEqual([1, 1, 1])
    expect(bandsOf([0.02])).toEqual([1])
    expect(bandsOf([0.02, 0.03])).toEqual([0, 2])
  })

  test('take in PDs that a scenario brings, and a grade that it fills', () => {
    const cuts = cutsOf([4, 4, 4], [0.01, 0.02, 0.03])
    expect([0.001, 0.015, 0.025, 0.5].map((pd) => bandOf(cuts, 4, pd))).toEqual([0, 1, 2, 2])
    expect(bandOf(cuts, 9, 0.5)).toBe(1)
  })
})
