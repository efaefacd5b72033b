import { describe, expect, test } from 'vitest'
import { isToldApart } from '../../report/toldApart.ts'

const difference = (
  value: number,
  standardError: number | null,
  interval: readonly [number, number] | null = null,
) => ({
  value,
  standardError,
  interval,
  unpairedStandardError: null,
})

describe('a difference is told from chance', () => {
  test('beyond two standard errors on either side', () => {
    expect(isToldApart(difference(0.21, 0.1))).toBe(true)
    expect(isToldApart(difference(-0.21, 0.1))).toBe(true)
    expect(isToldApart(difference(0.2, 0.1))).toBe(false)
  })

  test('not where its interval holds 0, as it may beyond two standard errors with few populations', () => {
    expect(isToldApart(difference(0.3, 0.1, [-0.13, 0.73]))).toBe(false)
    expect(isToldApart(difference(0.3, 0.1, [0.02, 0.58]))).toBe(true)
  })

  test('not without an error, and not where there is none', () => {
    expect(isToldApart(difference(5, null))).toBe(false)
    expect(isToldApart(null)).toBe(false)
  })
})
