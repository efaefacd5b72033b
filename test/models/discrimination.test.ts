import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gini, kolmogorovSmirnov, rocCurve } from '../../models/discrimination.ts'

/** Expected pairs of different firms, by the definition: in the right order (ties count half), and in all. */
function expectedPairs(scores: readonly number[], defaults: readonly number[]): { ordered: number; all: number } {
  let ordered = 0
  let all = 0
  scores.forEach((bad, i) =>
    scores.forEach((good, j) => {
      if (i === j) return
      const weight = defaults[i]! * (1 - defaults[j]!)
      all += weight
      ordered += weight * (bad < good ? 1 : bad === good ? 0.5 : 0)
    }),
  )
  return { ordered, all }
}

/** The definition, at every score. */
function widestGap(scores: readonly number[], defaults: readonly number[]): number {
  const share = (weights: readonly number[], at: number): number =>
    weights.reduce((sum, weight, i) => sum + (scores[i]! <= at ? weight : 0), 0) / weights.reduce((a, b) => a + b)
  const others = defaults.map((p) => 1 - p)
  return Math.max(...scores.map((at) => Math.abs(share(defaults, at) - share(others, at))))
}

// Whole scores, so that ties are common.
const books = (probability: fc.Arbitrary<number>): fc.Arbitrary<{ scores: number[]; defaults: number[] }> =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 8 }), probability), { minLength: 2, maxLength: 40 })
    .map((firms) => ({ scores: firms.map(([score]) => score), defaults: firms.map(([, p]) => p) }))
const probabilities = books(fc.double({ min: 0.001, max: 0.999, noNaN: true }))
const outcomes = books(fc.constantFrom(0, 1)).filter(({ defaults }) => defaults.includes(0) && defaults.includes(1))

describe('gini', () => {
  test.each([
    ['probabilities', probabilities],
    ['outcomes', outcomes],
  ])('of %s equals the double sum over pairs', (_, anyBook) => {
    fc.assert(
      fc.property(anyBook, ({ scores, defaults }) => {
        const { ordered, all } = expectedPairs(scores, defaults)
        expect(gini(scores, defaults)).toBeCloseTo((2 * ordered) / all - 1, 9)
      }),
    )
  })

  test('of probabilities is the ratio of mean pair counts over every outcome of a small book', () => {
    const scores = [10, 40, 40, 70, 90]
    const defaults = [0.5, 0.3, 0.2, 0.15, 0.05]
    let ordered = 0
    let all = 0
    for (let mask = 0; mask < 2 ** scores.length; mask++) {
      const outcome = defaults.map((_, i) => (mask >> i) & 1)
      const chance = outcome.reduce((product, hit, i) => product * (hit ? defaults[i]! : 1 - defaults[i]!), 1)
      const pairs = expectedPairs(scores, outcome)
      ordered += chance * pairs.ordered
      all += chance * pairs.all
    }
    expect(gini(scores, defaults)).toBeCloseTo((2 * ordered) / all - 1, 12)
  })

  test('is 1 when every defaulter scores below every other, −1 in the opposite case, 0 for a score that says nothing', () => {
    expect(gini([1, 2, 3, 4], [1, 1, 0, 0])).toBe(1)
    expect(gini([4, 3, 2, 1], [1, 1, 0, 0])).toBe(-1)
    expect(gini([5, 5, 5, 5], [1, 0, 1, 0])).toBe(0)
    expect(gini([5, 5, 5], [0.1, 0.5, 0.2])).toBeCloseTo(0, 12)
  })

  test('changes its sign with the score, and not with a rising function of it', () => {
    fc.assert(
      fc.property(probabilities, ({ scores, defaults }) => {
        const plain = gini(scores, defaults)!
        expect(gini(scores.map((score) => -score), defaults)).toBeCloseTo(-plain, 9) // prettier-ignore
        expect(gini(scores.map((score) => Math.exp(score)), defaults)).toBeCloseTo(plain, 12) // prettier-ignore
      }),
    )
  })
})

describe('kolmogorovSmirnov', () => {
  test.each([
    ['probabilities', probabilities],
    ['outcomes', outcomes],
  ])('of %s equals the definition at every score', (_, anyBook) => {
    fc.assert(
      fc.property(anyBook, ({ scores, defaults }) => {
        expect(kolmogorovSmirnov(scores, defaults)).toBeCloseTo(widestGap(scores, defaults), 9)
      }),
    )
  })

  test('is 1 when the score separates and 0 when it says nothing', () => {
    expect(kolmogorovSmirnov([1, 2, 3, 4], [1, 1, 0, 0])).toBe(1)
    expect(kolmogorovSmirnov([5, 5, 5, 5], [1, 0, 1, 0])).toBe(0)
  })

  test('of six firms with one pair of neighbours swapped is 2/3, where the Gini is 7/9', () => {
    const scores = [10, 20, 30, 40, 50, 60]
    const defaults = [1, 1, 0, 1, 0, 0]
    expect(kolmogorovSmirnov(scores, defaults)).toBeCloseTo(2 / 3, 12)
    expect(gini(scores, defaults)).toBeCloseTo(7 / 9, 12)
  })
})

describe.each([
  ['gini', gini],
  ['kolmogorovSmirnov', kolmogorovSmirnov],
])('%s', (name, measure) => {
  test('is null when nobody or everybody defaults, and for no firms', () => {
    expect(measure([1, 2, 3], [0, 0, 0])).toBeNull()
    expect(measure([1, 2, 3], [1, 1, 1])).toBeNull()
    expect(measure([], [])).toBeNull()
  })

  test('takes typed arrays and leaves them as they are', () => {
    const scores = Float64Array.of(3, 1, 2)
    const defaults = Float64Array.of(0.1, 0.9, 0.2)
    expect(measure(scores, defaults)).toBe(measure([3, 1, 2], [0.1, 0.9, 0.2]))
    expect([...scores, ...defaults]).toEqual([3, 1, 2, 0.1, 0.9, 0.2])
  })

  test('refuses unequal lengths, NaN scores and what is not a probability', () => {
    expect(() => measure([1, 2], [0.5])).toThrow(`${name}: scores and defaults must be of one length, got 2 and 1`)
    expect(() => measure([1, NaN], [0.5, 0.5])).toThrow(`${name}: scores[1] must be a number, got NaN`)
    expect(() => measure([1, 2], [0.5, 1.5])).toThrow(`${name}: defaults[1] must be in [0, 1], got 1.5`)
    expect(() => measure([1, 2], [NaN, 0.5])).toThrow(`${name}: defaults[0] must be in [0, 1], got NaN`)
  })
})

describe('rocCurve', () => {
  test('runs from (0, 0) to (1, 1), and twice its area less 1 is nearly the Gini of outcomes', () => {
    const scores = Array.from({ length: 400 }, (_, i) => (Math.sin(i * 12.9898) * 43758.5453) % 1)
    const defaults = scores.map((score, i) => (score + Math.cos(i * 78.233) < -0.4 ? 1 : 0))
    const curve = rocCurve(scores, defaults, 400)
    expect(curve[0]).toEqual({ good: 0, bad: 0 })
    expect(curve.at(-1)).toEqual({ good: 1, bad: 1 })
    const area = curve.slice(1).reduce((sum, { good, bad }, i) => {
      const before = curve[i]!
      return sum + ((good - before.good) * (bad + before.bad)) / 2
    }, 0)
    expect(2 * area - 1).toBeCloseTo(gini(scores, defaults)!, 10)
  })

  test('is thinned to the number of points asked for, and rises', () => {
    const scores = Array.from({ length: 1000 }, (_, i) => i)
    const curve = rocCurve(scores, scores.map((score) => 1 / (2 + score)), 40) // prettier-ignore
    expect(curve.length).toBeLessThanOrEqual(42)
    for (let i = 1; i < curve.length; i++) expect(curve[i]!.bad).toBeGreaterThan(curve[i - 1]!.bad)
  })

  test('is empty where nobody defaults', () => {
    expect(rocCurve([1, 2], [0, 0], 10)).toEqual([])
  })
})
