import { expect, test } from 'vitest'
import { confusionByLevel } from '../../../models/selection/confusionByLevel.ts'

const confusion = confusionByLevel(Uint8Array.of(1, 3, 3, 10), Float64Array.of(0.1, 0.2, 0.4, 0.5))

test('a cut approves its level and better, and declines the rest', () => {
  expect(confusion.map(({ worstLevel }) => worstLevel)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(confusion[2]).toEqual({
    worstLevel: 3,
    approvedGood: expect.closeTo(0.9 + 0.8 + 0.6, 12),
    approvedBad: expect.closeTo(0.7, 12),
    declinedGood: 0.5,
    declinedBad: 0.5,
  })
  expect(confusion[1]!.approvedBad).toBe(0.1)
  expect(confusion[9]!.declinedGood + confusion[9]!.declinedBad).toBe(0)
})

test('whatever the cut, the four numbers add up to all applicants', () => {
  for (const { approvedGood, approvedBad, declinedGood, declinedBad } of confusion)
    expect(approvedGood + approvedBad + declinedGood + declinedBad).toBeCloseTo(4, 12)
})
