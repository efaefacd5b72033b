import { expect, test } from 'vitest'
import { expectedLosses } from '../../../models/selection/expectedLosses.ts'
import { LGD_KINDS } from '../../../models/types.ts'

test('frauds lose more than the bank prices them for', () => {
  const loans = {
    obligor: Int32Array.of(2, 0),
    balance: Float64Array.of(100, 300),
    assignedPd: Float64Array.of(0.02, 0.04),
    assignedLgd: Float64Array.of(0.3, 0.5),
    lgdKind: Uint8Array.of(LGD_KINDS.indexOf('fraud'), LGD_KINDS.indexOf('unsecured')),
  }
  const { expectedLossPriced, expectedLossTrue } = expectedLosses(loans, Float64Array.of(0.03, 0.9, 0.1), 0.75)
  expect(expectedLossPriced).toBeCloseTo((100 * 0.02 * 0.3 + 300 * 0.04 * 0.5) / 400, 12)
  expect(expectedLossTrue).toBeCloseTo((100 * 0.1 * 0.75 + 300 * 0.03 * 0.5) / 400, 12)
})
