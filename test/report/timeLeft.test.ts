import { expect, test } from 'vitest'
import { timeLeft } from '../../report/timeLeft.ts'

test.each([
  [2000, 20, 80, '8 s left'],
  [2000, 20, 891, '2 min left'],
  [60_000, 1, 30, '30 min left'],
  [60_000, 1, 125, '2 h 5 min left'],
])('after %i ms for %i units, %i more take %s', (elapsed, done, left, expected) => {
  expect(timeLeft(elapsed, done, left)).toBe(expected)
})

test.each([
  ['in the first second', 999, 50, 50],
  ['before anything is done', 5000, 0, 100],
  ['when all is done', 5000, 100, 0],
])('nothing is said %s', (_, elapsed, done, left) => {
  expect(timeLeft(elapsed, done, left)).toBe('')
})
