import { describe, expect, test } from 'vitest'
import { categoryAt, marginalCdf, marginalValue } from '../../models/marginal.ts'
import { normalCdf } from '../../models/normal.ts'

const MARGINALS = [
  { kind: 'normal', mean: 0.64, sd: 0.13 },
  { kind: 'lognormal', median: 1700, sigma: 0.85 },
  { kind: 'beta', alpha: 3, beta: 2 },
] as const

describe.each(MARGINALS)('a $kind marginal', (marginal) => {
  test('has at the score z the value below which it has probability Φ(z)', () => {
    for (const z of [-3, -1, 0, 0.5, 2.5])
      expect(marginalCdf(marginal, marginalValue(marginal, z) as number)).toBeCloseTo(normalCdf(z), 12)
  })
})

test('values beyond min and max are cut there', () => {
  const cut = { kind: 'normal', mean: 0, sd: 1, min: -1, max: 2 } as const
  expect([-3, 0.5, 4].map((z) => marginalValue(cut, z))).toEqual([-1, 0.5, 2])
})

test('categories run from the lowest score to the highest, each over its share of probability', () => {
  const shares = [0.1, 0.5, 0.4]
  const scores = [-8, -1.2817, -1.2814, 0, 0.2533, 0.2535, 8]
  expect(scores.map((z) => categoryAt(shares, z))).toEqual([0, 0, 1, 1, 1, 2, 2])
  const outlook = { kind: 'categories', values: ['poor', 'fair', 'good'], shares } as const
  expect(marginalValue(outlook, 0)).toBe('fair')
})
