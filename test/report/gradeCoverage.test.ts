import { describe, expect, test } from 'vitest'
import type { CellResult, Result } from '../../models/result.ts'
import { gradeCoverage } from '../../report/gradeCoverage.ts'

const cell = (key: string, balance: number, expectedLoss: number, gap: number | null): CellResult => ({
  cell: key,
  loans: 10,
  balance,
  expectedLoss,
  offeredRate: 0.06,
  floorRate: 0.055,
  requiredRate: gap === null ? null : 0.06 - gap,
  gap,
})

const resultOf = (cells: CellResult[], errors: object[]): Result =>
  ({ cells, standardErrors: { cells: errors } }) as unknown as Result

describe('gradeCoverage', () => {
  const cells = [
    cell('2|6-12m|residential', 300, 0.01, 0.005),
    cell('2|6-12m|unsecured', 100, 0.03, -0.01),
    cell('1|6-12m|residential', 50, 0.004, 0),
  ]
  const errors = [
    { gap: 0.001, expectedLoss: 0.001 },
    { gap: 0.002, expectedLoss: 0.001 },
    { gap: 0.001, expectedLoss: 0 },
  ]

  test('weights gaps and losses of a grade by balance', () => {
    // gap 300·.005 − 100·.01 = .5, loss 300·.01 + 100·.03 = 6
    const [first, second] = gradeCoverage(resultOf(cells, errors))
    expect(first).toMatchObject({ grade: 1, coverage: 1, loans: 10 })
    expect(second!.grade).toBe(2)
    expect(second!.coverage).toBeCloseTo(1 + 0.5 / 6, 12)
    expect(second!.requiredRate).toBeCloseTo((300 * 0.055 + 100 * 0.07) / 400, 12)
  })

  test('bounds the standard error by that of cells that move together', () => {
    // (300·.001 + 100·.002)/6 + (.5/6)·(300·.001 + 100·.001)/6
    expect(gradeCoverage(resultOf(cells, errors))[1]!.standardError).toBeCloseTo(0.5 / 6 + (0.5 / 6) * (0.4 / 6), 12)
    expect(gradeCoverage(resultOf(cells, []))[1]!.standardError).toBeNull()
  })

  test('leaves out a grade without loss or required rate', () => {
    expect(
      gradeCoverage(resultOf([cell('3|>3y|movable', 10, 0, 0.01), cell('4|>3y|movable', 10, 0.1, null)], [{}, {}])),
    ).toEqual([])
  })
})
