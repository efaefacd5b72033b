import { describe, expect, test } from 'vitest'
import type { ExpectationInputs } from '../../../models/expectation.ts'
import type { Shocks } from '../../../models/scenario.ts'
import { expectedMoney } from '../../../models/selection/expectedMoney.ts'
import {
  CALM,
  STORM,
  builtUp,
  costsIn,
  everybody,
  expectationOf,
  firms,
  laidOut,
  linkOf,
  netOf,
  only,
  tableRate,
} from './mixedLoans.ts'

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0)

/** Sums over the loans beside those of the verdict, relative to the latter. */
function bothWays(inputs: ExpectationInputs): { own: number[]; verdict: number[] } {
  const net = netOf(inputs.layout, inputs.shocks, tableRate)
  const { earned, margin, loss } = expectedMoney(inputs, net, costsIn(inputs.shocks))
  const verdict = builtUp(inputs, net)
  return {
    own: [sum(earned) / verdict.earned, sum(loss) / verdict.loss, (sum(margin) - sum(loss)) / verdict.surplus],
    verdict: [1, 1, 1],
  }
}

const expectEqual = (inputs: ExpectationInputs): void => {
  const { own, verdict } = bothWays(inputs)
  for (const [i, ratio] of own.entries()) expect(ratio).toBeCloseTo(verdict[i]!, 9)
}

describe('money by loan adds up to what the verdict expects', () => {
  const layout = laidOut(everybody)
  const shifted: Shocks = { ...STORM, pdMultiple: [1], sectorPdMultiple: {}, factorMean: [-1, -0.5] }

  test('in a calm and in a bad world', () => {
    expectEqual(expectationOf(layout))
    expectEqual(expectationOf(layout, { shocks: STORM }))
  })

  test('of any part of the loans', () => {
    for (const grade of [1, 3, 5])
      expectEqual(expectationOf(laidOut(only(everybody, (i) => everybody.grade[i] === grade)), { shocks: STORM }))
  })

  test('of loans that run off', () => {
    expectEqual(expectationOf(laidOut(everybody, { renewal: 'runOff', amortisationRate: 0.06 }), { shocks: STORM }))
  })

  test('under a guarantee fund', () => {
    const fund = { covers: ['guarantee', 'movable'] as const, bankShare: 0.2, cap: 0.05 }
    expectEqual(expectationOf(layout, { fund }))
  })

  test('under a shift of the global factor, with and without a linked LGD', () => {
    const unlinked = expectationOf(layout, { shocks: shifted })
    expectEqual(unlinked)
    const link = linkOf(unlinked)
    expectEqual({ ...unlinked, link })
    const { loss } = builtUp({ ...unlinked, link }, netOf(layout, shifted, tableRate))
    expect(loss).toBeGreaterThan(1.01 * builtUp(unlinked, netOf(layout, shifted, tableRate)).loss)
  })

  test('with the LGD unlinked of kinds that the link was not solved for', () => {
    const all = expectationOf(layout, { shocks: shifted })
    const unsecured = laidOut(only(everybody, (i) => everybody.collateral[i] === 4))
    const link = linkOf(expectationOf(unsecured, { shocks: shifted }))
    const net = netOf(layout, shifted, tableRate)
    const linked = expectedMoney({ ...all, link }, net, costsIn(shifted)).loss
    const unlinked = expectedMoney(all, net, costsIn(shifted)).loss
    for (const [i, loss] of linked.entries())
      if (everybody.collateral[i] === 4) expect(loss).toBeGreaterThan(unlinked[i]!)
      else expect(loss).toBe(unlinked[i])
  })
})

test('a 12-month bullet over one year loses h·LGD·balance and the interest after default', () => {
  const one = only(everybody, (i) => i === 0)
  const loans = {
    ...one,
    termMonths: Int32Array.of(12),
    remainingMonths: Int32Array.of(12),
    repayment: Uint8Array.of(0),
  }
  const layout = laidOut(
    { ...loans, lgdKind: Uint8Array.of(6), assignedLgd: Float64Array.of(0.4) },
    { renewal: 'runOff', amortisationRate: 0 },
  )
  const inputs = { ...expectationOf(layout), timing: Array.from({ length: 12 }, () => 1) }
  const [h, balance] = [firms.truePd[0]!, loans.balance[0]!]
  const net = netOf(layout, CALM, () => 0.06)
  const money = expectedMoney(inputs, net, { ...costsIn(CALM), bankShare: 1 })
  expect(money.loss[0]).toBeCloseTo(h * 0.4 * balance, 9)
  expect(money.earned[0]).toBeCloseTo(balance * (1 - h / 2), 9)
  const { funding, target, variableCost, fixedCost, depositMargin, feeMargin, aumMargin } = costsIn(CALM)
  const cross = depositMargin[1]! * loans.deposit[0]! + feeMargin * loans.fees[0]! + aumMargin * loans.ownerAum[0]!
  const cost = balance * (funding[1]! + target[1]! + variableCost) + fixedCost
  expect(money.margin[0]).toBeCloseTo(net[0]! * balance * (1 - h / 2) + cross - cost, 9)
})
