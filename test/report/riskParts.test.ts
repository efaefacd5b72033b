import { describe, expect, test } from 'vitest'
import type { Contribution, Result } from '../../models/result.ts'
import { partName, riskParts } from '../../report/riskParts.ts'

const part = (by: Contribution['by'], key: string, expectedShortfall99: number | null, standardDeviation: number) => ({
  by,
  key,
  expectedShortfall99,
  standardDeviation,
})

const resultOf = (contributions: readonly Contribution[], more: Partial<Result> = {}): Result =>
  ({ contributions, standardErrors: {}, ...more }) as Result

describe('riskParts', () => {
  test('are those of one kind, heaviest in the tail first, each with its share and its own error', () => {
    const result = resultOf(
      [part('cell', 'a', 0.01, 0.003), part('sector', 's', 0.04, 0.004), part('cell', 'b', 0.03, 0.001)],
      { standardErrors: { contributions: [{}, {}, { expectedShortfall99: 0.002, standardDeviation: 0.0001 }] } },
    )
    const parts = riskParts(result, 'cell')
    expect(parts.map(({ key }) => key)).toEqual(['b', 'a'])
    expect(parts[0]).toEqual({
      key: 'b',
      expectedShortfall99: { value: 0.03, standardError: 0.002, share: 0.75 },
      standardDeviation: { value: 0.001, standardError: 0.0001, share: 0.25 },
      expectedShortfall999: null,
    })
  })

  test('are ordered by standard deviation where there is no shortfall', () => {
    const parts = riskParts(resultOf([part('cell', 'a', null, 0.001), part('cell', 'b', null, 0.003)]), 'cell')
    expect(parts.map(({ key, expectedShortfall99 }) => [key, expectedShortfall99])).toEqual([
      ['b', null],
      ['a', null],
    ])
  })

  test('take the far tail from the tail sample by key, whatever its order', () => {
    const tail = {
      valueAtRisk999: 0.1,
      expectedShortfall999: 0.12,
      contributions: [
        { by: 'cell' as const, key: 'b', expectedShortfall999: 0.09 },
        { by: 'cell' as const, key: 'a', expectedShortfall999: 0.03 },
      ],
    }
    const standardErrors = { tail: { contributions: [{ expectedShortfall999: 0.004 }, {}] } }
    const contributions = [part('cell', 'a', 0.05, 0.003), part('cell', 'b', 0.03, 0.001)]
    const [first, second] = riskParts(resultOf(contributions, { tail, standardErrors }), 'cell')
    expect(first).toMatchObject({ key: 'a', expectedShortfall999: { value: 0.03, standardError: null, share: 0.25 } })
    expect(second).toMatchObject({ key: 'b', expectedShortfall999: { standardError: 0.004, share: 0.75 } })
  })

  test('have shares of 0, not NaN, where nothing is lost', () => {
    const [only] = riskParts(resultOf([part('sector', 's', 0, 0)]), 'sector')
    expect(only!.expectedShortfall99!.share).toBe(0)
  })
})

test('a part is named in words', () => {
  expect(partName('sector', 'wholesale_retail', 'en')).toBe('Wholesale and retail')
  expect(partName('sector', 'construction', 'zh')).toBe('建筑业')
  expect(partName('cell', '3|6-12m|residential', 'en')).toBe('Grade 3, 6–12 months, home')
})
