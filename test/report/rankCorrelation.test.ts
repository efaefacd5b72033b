import { describe, expect, test } from 'vitest'
import { rankCorrelation } from '../../report/rankCorrelation.ts'

describe("Spearman's rank correlation", () => {
  test('is 1 and −1 for the same and the opposite order, whatever the distances', () => {
    expect(rankCorrelation([1, 2, 300], [0.1, 0.2, 0.21])).toBeCloseTo(1, 12)
    expect(rankCorrelation([1, 2, 300], [9, 8, 0])).toBeCloseTo(-1, 12)
  })

  test('gives equal values their mean rank: 1, 2.5, 2.5, 4 against 1, 2, 3, 4 is √.9', () => {
    expect(rankCorrelation([1, 5, 5, 7], [1, 2, 3, 4])).toBeCloseTo(Math.sqrt(0.9), 12)
  })

  test('is not there for two pairs, or where all are equal', () => {
    expect(rankCorrelation([1, 2], [1, 2])).toBeNull()
    expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBeNull()
  })

  test('refuses sides of different lengths', () => {
    expect(() => rankCorrelation([1, 2, 3], [1, 2])).toThrow('sides must be of one length, got 3 and 2')
  })
})
