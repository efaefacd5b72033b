import { expect, test } from 'vitest'
import { jointGroups } from '../../sim/jointGroups.ts'

test('every borrower is in one group of the size asked for, the last with what is left', () => {
  const order = Int32Array.of(6, 2, 0, 5, 1, 4, 3)
  const obligor = Int32Array.of(0, 1, 2, 3, 6)
  const joint = { groupSize: 2, linkProbability: 0.1, rounds: 2, payment: { each: 0.1, most: 0.4 } }
  const { groupOf, starts, members } = jointGroups(joint, { obligor }, order)
  expect([...members]).toEqual([6, 2, 0, 1, 3])
  expect([...starts]).toEqual([0, 2, 4, 5])
  expect([...groupOf]).toEqual([1, 1, 0, 2, -1, -1, 0])
})
