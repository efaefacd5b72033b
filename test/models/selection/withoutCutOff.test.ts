import { expect, test } from 'vitest'
import { withoutCutOff } from '../../../models/selection/withoutCutOff.ts'
import type { Scorecard } from '../../../models/scorecard/card.ts'
import type { Admission, Strategy } from '../../../models/strategy.ts'
import { citicTrade } from '../scorecard/citicTrade.ts'

const admission = { worstLevel: 7, quota: 100, minSettlementIndex: 60, maxLenders: 2, minYears: 2 } as Admission
const strategyOf = (card: Scorecard): Strategy =>
  Object.freeze({ id: 'test', scorecard: { card, options: {} }, admission: Object.freeze(admission) }) as Strategy

test('a card of marks keeps its other rules, a least settlement index among them', () => {
  expect(withoutCutOff(strategyOf(citicTrade)).admission).toEqual({ ...admission, worstLevel: 10, quota: Infinity })
})

test('where the settlement index is the score its least value is the cut', () => {
  const settlement = { ...citicTrade, kind: 'settlement' } as unknown as Scorecard
  expect(withoutCutOff(strategyOf(settlement)).admission.minSettlementIndex).toBe(0)
})
