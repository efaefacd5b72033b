import { expect, test } from 'vitest'
import { gini } from '../../../models/discrimination.ts'
import { signals } from '../../../models/selection/signals.ts'
import { STANDARD_WEIGHTS, settlementIndex } from '../../../models/settlement/settlementIndex.ts'
import type { SettlementInputs } from '../../../models/settlement/inputs.ts'
import type { Scorecard } from '../../../models/scorecard/card.ts'
import type { ApplicantColumn } from '../../../models/types.ts'
import { citicTrade } from '../scorecard/citicTrade.ts'

const truePd = Float64Array.of(0.01, 0.03, 0.1, 0.3)
const NONE = new Float64Array(4).fill(NaN)
const scorecard = { card: citicTrade, options: {} }
const of = (...values: number[]): Float64Array => Float64Array.from(values)

test('fields come with their own Gini, the strongest first and the misleading last', () => {
  const told = new Map<string, ApplicantColumn>([
    ['annualSales', of(100, 200, 300, 400)], // the worse, the more they report
    ['debtRatio', of(0.2, 0.3, 0.4, 0.5)],
    ['channel', { values: ['other', 'chainOrAgent'], codes: [1, 0, 1, 0] }],
    ['notOnTheCard', of(4, 3, 2, 1)],
  ])
  const found = signals({ scorecard }, told, NONE, truePd)
  const best = -gini(of(1, 2, 3, 4), truePd)!
  expect(found).toEqual([
    { field: 'debtRatio', gini: best },
    { field: 'channel', gini: gini(of(1, 0, 1, 0), truePd) },
    { field: 'annualSales', gini: expect.closeTo(-best, 12) },
  ])
  expect(best).toBeGreaterThan(found[1]!.gini)
})

test('two firms of PD .1 and .3 give a field that ranks them right (.27 − .07) / (.27 + .07)', () => {
  // the worse defaults alone: .3 × .9; the better alone: .1 × .7
  const [debt] = signals({ scorecard }, new Map([['debtRatio', of(0.2, 0.4)]]), of(NaN, NaN), of(0.1, 0.3))
  expect(debt!.gini).toBeCloseTo(0.2 / 0.34, 12)
})

test('a value that is not known, or has no marks, leaves its applicant out', () => {
  const channel = { values: ['chainOrAgent', 'other', 'unheard of'], codes: [0, 2, 1, 1] }
  expect(signals({ scorecard }, new Map([['channel', channel]]), NONE, truePd)).toEqual([
    { field: 'channel', gini: gini(of(9, 3, 3), of(0.01, 0.1, 0.3)) },
  ])
  const [capital] = signals({ scorecard }, new Map([['paidInCapital', of(9, NaN, 5, 1)]]), NONE, truePd)
  expect(capital!.gini).toBe(gini(of(3, 2, 1), of(0.01, 0.1, 0.3)))
})

test('the settlement index stands beside the fields where the bank keeps one', () => {
  const index = of(90, 40, 60, 20)
  expect(signals({ scorecard }, new Map(), index, truePd)).toEqual([
    { field: 'settlementIndex', gini: gini(index, truePd) },
  ])
  expect(signals({ scorecard }, new Map(), NONE, truePd)).toEqual([])
})

test('a settlement card has three: volume, retention and sincerity', () => {
  const firms: SettlementInputs[] = [0.9, 0.7, 0.8, 0.1].map((share, i) => ({
    verifiedSettlement: 1000 * share,
    cashSales: 2000,
    loanShare: 0.5,
    naturalDeposit: [30, 5, 8, 1][i]!,
    depositNorm: 0.03,
    regularMonthsShare: share,
    maturityWindowRatio: [1, 1.1, 1.9, 1.6][i]!,
    productShare: 0.5,
  }))
  const told = new Map(
    (Object.keys(firms[0]!) as (keyof SettlementInputs)[]).map((field) => [
      field,
      of(...firms.map((one) => one[field])),
    ]),
  )
  const card = { ...STANDARD_WEIGHTS, kind: 'settlement' } as Scorecard
  const parts = firms.map(settlementIndex)
  const found = signals({ scorecard: { card, options: {} } }, told, NONE, truePd)
  expect(new Map(found.map(({ field, gini }) => [field, gini]))).toEqual(
    new Map(
      (['volume', 'retention', 'sincerity'] as const).map((part) => [
        part,
        gini(
          parts.map((one) => one[part]),
          truePd,
        ),
      ]),
    ),
  )
  expect(found.map((one) => one.gini)).toEqual(found.map((one) => one.gini).sort((a, b) => b - a))
})

test('without a card nothing is read', () => {
  expect(signals({ scorecard: null }, new Map([['debtRatio', of(1, 2, 3, 4)]]), NONE, truePd)).toEqual([])
})
