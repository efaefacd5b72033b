import { expect, test } from 'vitest'
import { binomialProbability } from '../../models/binomial.ts'

const allOf = (n: number): number[] => Array.from({ length: n + 1 }, (_, k) => k)

test('small cases are the textbook fractions', () => {
  for (const [k, coefficient] of [1, 5, 10, 10, 5, 1].entries())
    expect(binomialProbability(k, 5, 0.25)).toBeCloseTo((coefficient * 3 ** (5 - k)) / 1024, 15)
})

test('the probabilities of 20,000 trials add up to 1, with mean n·p and variance n·p·q', () => {
  const [n, p] = [20_000, 0.013]
  const probabilities = allOf(n).map((k) => binomialProbability(k, n, p))
  const sum = (f: (k: number) => number): number => probabilities.reduce((total, weight, k) => total + weight * f(k), 0)
  expect(sum(() => 1)).toBeCloseTo(1, 12)
  expect(sum((k) => k)).toBeCloseTo(n * p, 9)
  expect(sum((k) => (k - n * p) ** 2)).toBeCloseTo(n * p * (1 - p), 8)
})

test('neighbours stand in the ratio (n − k)/(k + 1) · p/q', () => {
  const [n, p] = [500, 0.3]
  for (const k of [0, 1, 5, 100, 150, 400, 498, 499]) {
    const ratio = binomialProbability(k + 1, n, p) / binomialProbability(k, n, p)
    expect(ratio / (((n - k) / (k + 1)) * (p / (1 - p)))).toBeCloseTo(1, 11)
  }
})

test('a chance of 0 or 1 leaves one outcome', () => {
  expect([0, 1, 3].map((k) => binomialProbability(k, 3, 0))).toEqual([1, 0, 0])
  expect([0, 1, 3].map((k) => binomialProbability(k, 3, 1))).toEqual([0, 0, 1])
})
