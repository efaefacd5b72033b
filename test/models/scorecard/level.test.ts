import { expect, test } from 'vitest'
import { levelOfScore, lowestScoreOfLevel } from '../../../models/scorecard/level.ts'
import { citicTrade } from './citicTrade.ts'

test.each([
  [100, 1],
  [90, 1],
  [89.99, 2],
  [85, 2],
  [84.99, 3],
  [80, 3],
  [79.99, 4],
  [75, 4],
  [74.99, 5],
  [70, 5],
  [69.99, 6],
  [65, 6],
  [64.99, 7],
  [60, 7],
  [59.99, 8],
  [50, 8],
  [49.99, 9],
  [0, 9],
])('a score of %d is level %d', (score, level) => {
  expect(levelOfScore(citicTrade, score)).toBe(level)
})

test('a sum of marks that misses a cut by binary dust is on it', () => {
  const score = 0.1 + 0.7 + 89.2
  expect(score - 1e-13).toBeLessThan(90)
  expect(levelOfScore(citicTrade, score - 1e-13)).toBe(1)
})

test('the lowest score of a level is in it, and anything less is a level worse', () => {
  for (let level = 1; level <= 9; level++) {
    const lowest = lowestScoreOfLevel(citicTrade, level)
    expect(levelOfScore(citicTrade, lowest)).toBe(level)
    if (level < 9) expect(levelOfScore(citicTrade, lowest - 0.001)).toBe(level + 1)
  }
  expect(lowestScoreOfLevel(citicTrade, 9)).toBe(0)
})

test.each([0, 10, 1.5, NaN])('level %d comes from no score', (level) => {
  expect(() => lowestScoreOfLevel(citicTrade, level)).toThrow(
    `lowestScoreOfLevel: level must be a whole number in 1..9, got ${level}`,
  )
})
