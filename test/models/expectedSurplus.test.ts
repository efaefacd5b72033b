import { describe, expect, test } from 'vitest'
import type { ExpectationInputs } from '../../models/expectation.ts'
import { expectedSums, surplusOf } from '../expectedSums.ts'
import { expectedSurplus } from '../../models/expectedSurplus.ts'
import {
  STORM,
  costsIn,
  everybody,
  expectationOf,
  laidOut,
  linkOf,
  netOf,
  only,
  tableRate,
} from './selection/mixedLoans.ts'

/** From the sums by cell and year. */
function summedSurplus(inputs: ExpectationInputs, net: Float64Array, multiple: number): number {
  const { columns, cells, years } = inputs.layout
  const sums = expectedSums(inputs, multiple)
  const { surplus, earned } = surplusOf({ columns, cells, years, sums }, costsIn(inputs.shocks), net)
  return surplus / earned
}

const expectEqual = (inputs: ExpectationInputs): void => {
  const net = netOf(inputs.layout, inputs.shocks, tableRate)
  const surplusAt = expectedSurplus(inputs, net, costsIn(inputs.shocks))
  for (const multiple of [0, 0.3, 1, 4, 100])
    expect(surplusAt(multiple)).toBeCloseTo(summedSurplus(inputs, net, multiple), 12)
}

describe('the expected surplus is that of the expected sums at any PD multiple', () => {
  const layout = laidOut(everybody)

  test('in a calm and in a bad world', () => {
    expectEqual(expectationOf(layout))
    expectEqual(expectationOf(layout, { shocks: STORM }))
  })

  test('under a guarantee fund', () => {
    const fund = { covers: ['guarantee', 'movable'] as const, bankShare: 0.2, cap: 0.05 }
    expectEqual(expectationOf(layout, { fund }))
  })

  test('of some of the firms, who stand as long as with any bank', () => {
    const some = laidOut(only(everybody, (i) => everybody.grade[i]! <= 4))
    expectEqual({ ...expectationOf(some), alive: expectationOf(layout).alive })
  })

  test('under a shift of the global factor, with and without a linked LGD', () => {
    const shocks = { ...STORM, factorMean: [-1, -0.5] }
    const unlinked = expectationOf(layout, { shocks })
    expectEqual(unlinked)
    expectEqual({ ...unlinked, link: linkOf(unlinked) })
  })
})

test('more defaults leave less', () => {
  const inputs = expectationOf(laidOut(everybody))
  const surplusAt = expectedSurplus(inputs, netOf(inputs.layout, inputs.shocks, tableRate), costsIn(inputs.shocks))
  expect(surplusAt(2)).toBeLessThan(surplusAt(1))
  expect(surplusAt(1)).toBeLessThan(surplusAt(0))
})
