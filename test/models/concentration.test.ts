import { expect, test } from 'vitest'
import { concentration, largestClusterShare } from '../../models/concentration.ts'

/** Balances 4, 1, 2, 1 and 2; the first two loans are one firm's. */
const loans = {
  count: 5,
  obligor: Int32Array.of(0, 0, 1, 2, 3),
  balance: Float64Array.of(4, 1, 2, 1, 2),
  grade: Uint8Array.of(3, 3, 3, 4, 4),
  termMonths: Int32Array.of(12, 6, 12, 12, 12),
  collateral: Uint8Array.of(0, 0, 0, 0, 0),
}
const sector = { labels: ['trade', 'catering'], codes: Int32Array.of(0, 1, 1, 0) }

test('every index is the sum of squared shares of balance, and 1 ÷ H the number of equal firms', () => {
  const { obligor, sector: bySector, cluster, cell, effectiveNumber, largestObligorShare } = concentration(
    { count: 4, groupings: new Map([['sector', sector]]) },
    loans,
    Int32Array.of(0, 0, -1, -1),
  ) // prettier-ignore
  expect(obligor).toBeCloseTo(0.25 + 0.04 + 0.01 + 0.04, 15)
  expect(effectiveNumber).toBeCloseTo(1 / 0.34, 14)
  expect(largestObligorShare).toBe(0.5)
  expect(bySector).toBeCloseTo(0.49 + 0.09, 15)
  // 3|6-12m: 6, 3|<=6m: 1, 4|6-12m: 3
  expect(cell).toBeCloseTo(0.36 + 0.01 + 0.09, 15)
  // one cluster of 7, and two firms that stand alone
  expect(cluster).toBeCloseTo(0.49 + 0.01 + 0.04, 15)
})

test('without sectors a book is one sector, and without clusters it has no such figure', () => {
  const plain = concentration({ count: 4, groupings: new Map() }, loans, null)
  expect([plain.sector, plain.cluster]).toEqual([1, null])
})

test('the largest cluster’s share leaves out who stands alone', () => {
  expect(largestClusterShare(loans, Int32Array.of(-1, 1, 0, 1))).toBe(0.4)
  expect(largestClusterShare(loans, Int32Array.of(-1, -1, -1, -1))).toBe(0)
})
