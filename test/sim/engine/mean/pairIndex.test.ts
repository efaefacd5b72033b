import { expect, test } from 'vitest'
import { PairIndex } from '../../../../sim/engine/mean/pairIndex.ts'

test('pairs are numbered in the order in which they first occur, however many there are', () => {
  const index = new PairIndex()
  const pairs = Array.from({ length: 5000 }, (_, i) => [(i * 7919) % 71, 3 - i] as const)
  expect(pairs.map(([a, b]) => index.idOf(a, b))).toEqual(pairs.map((_, i) => i))
  expect(pairs.map(([a, b]) => index.idOf(a, b))).toEqual(pairs.map((_, i) => i))
  expect(index.count).toBe(5000)
  expect(pairs.map((_, id) => [index.firstOf(id), index.secondOf(id)])).toEqual(pairs)
})

test('a pair is not its reverse', () => {
  const index = new PairIndex()
  expect([index.idOf(1, 2), index.idOf(2, 1), index.idOf(1, 2)]).toEqual([0, 1, 0])
})
