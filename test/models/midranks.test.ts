import { expect, test } from 'vitest'
import { midranks } from '../../models/midranks.ts'

test('ranks run from 1, and equal values share the mean of theirs', () => {
  expect([...midranks(Float64Array.of(3, 1, 2))]).toEqual([3, 1, 2])
  expect([...midranks(Float64Array.of(5, 1, 5, 7, 5, 1))]).toEqual([4, 1.5, 4, 6, 4, 1.5])
  expect([...midranks(Float64Array.of(-0, 0, -1))]).toEqual([2.5, 2.5, 1])
  expect([...midranks(new Float64Array(0))]).toEqual([])
})
