import { expect, test } from 'vitest'
import { drawnTiming, exitTiming, timingsOf } from '../../../../sim/engine/mean/timings.ts'

const cumulative = (weights: readonly number[]): Float64Array =>
  Float64Array.from({ length: weights.length + 1 }, (_, n) => weights.slice(0, n).reduce((a, b) => a + b, 0))

test('a default falls by the weights of the months in which there is a loan', () => {
  const timings = timingsOf({ years: 2, horizonMonths: 24, timing: cumulative([1, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4]) })
  expect(timings[drawnTiming(1, 2)]).toEqual({ first: 12, weights: Float64Array.of(0.25, 0.75) })
  expect(timings[drawnTiming(0, 12)]!.weights[11]).toBe(0.5)
  expect(timings[drawnTiming(0, 0)]!.weights).toHaveLength(0)
})

test('where no month with a loan has weight the last one takes all, as in the exact engine', () => {
  const timings = timingsOf({ years: 1, horizonMonths: 12, timing: cumulative([0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1]) })
  expect(timings[drawnTiming(0, 3)]!.weights).toEqual(Float64Array.of(0, 0, 1))
})

test('a failure at the end of a deferral falls in its month', () => {
  const timings = timingsOf({ years: 2, horizonMonths: 18, timing: cumulative(new Array<number>(12).fill(1)) })
  expect(timings[exitTiming(2, 17)]).toEqual({ first: 17, weights: Float64Array.of(1) })
})
