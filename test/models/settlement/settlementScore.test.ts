import { expect, test } from 'vitest'
import { bandOf, settlementScore } from '../../../models/settlement/settlementScore.ts'
import { settlementCard, sound } from './settlementCard.ts'

test('without a negative situation the index is not capped', () => {
  const { index, cappedIndex, flags, band } = settlementScore(settlementCard, sound)
  expect([flags, band]).toEqual([[], 'high'])
  expect(cappedIndex).toBe(index)
  expect(index).toBeCloseTo(94.17117588526453, 9)
})

test('any active negative situation caps the index at 59, which is low', () => {
  const score = settlementScore(settlementCard, { ...sound, sameDayTurnover: 600 })
  expect(score).toMatchObject({ cappedIndex: 59, flags: ['roundTrip'], band: 'low' })
  expect(score.index).toBeCloseTo(94.17117588526453, 9)
})

test('an index below the cap stays where it is', () => {
  const { index, cappedIndex } = settlementScore(settlementCard, {
    ...sound,
    verifiedSettlement: 200,
    naturalDeposit: 1,
  })
  expect(index).toBeLessThan(59)
  expect(cappedIndex).toBe(index)
})

test.each([
  [100, 'high'],
  [75, 'high'],
  [74.99, 'middle'],
  [60, 'middle'],
  [59.99, 'low'],
  [0, 'low'],
])('an index of %d is %s', (index, band) => {
  expect(bandOf(settlementCard, index)).toBe(band)
})

test('an input out of range is refused by name and value', () => {
  expect(() => settlementScore(settlementCard, { ...sound, loanShare: 0 })).toThrow(
    'settlementScore: loanShare must be a number in (0, 1], got 0',
  )
})
