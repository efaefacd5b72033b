import { expect, test } from 'vitest'
import { contagionOf } from '../../../../sim/engine/mean/contagion.ts'
import type { CallTerms } from '../../../../sim/engine/task.ts'
import { equalBook } from '../../equalBook.ts'
import { taskOf } from '../mixedBook.ts'

/** Pairs of firms that guarantee each other, up to `networked`; the rest stands alone. */
function pairs(firms: number, networked: number, terms: Partial<CallTerms> = {}): CallTerms {
  return {
    starts: Int32Array.from({ length: firms + 1 }, (_, f) => Math.min(f, networked)),
    guarantors: Int32Array.from({ length: networked }, (_, f) => f ^ 1),
    linkProbability: Float64Array.of(0.2),
    rounds: 3,
    payEach: 0.1,
    payMost: 0.5,
    ...terms,
  }
}

const task = taskOf(equalBook({ loans: 3000, pd: 0.05, lgd: 0.5, factors: [{ by: 'global', loading: 0.3 }] }), 'lln')

test('a firm of a pair is called when the other one defaults', () => {
  const { own, other, members, classOf, seeds } = contagionOf(task, pairs(3000, 2000))
  expect(members).toBe(2000)
  for (const threat of own) expect(threat).toBeCloseTo(0.2 * 0.05, 12)
  expect(Math.max(...other)).toBe(0)
  expect(seeds[0]).toBeCloseTo(2000 * 0.05, 8)
  expect(classOf.subarray(0, 2000).every((c) => c > 1)).toBe(true)
  expect(classOf.subarray(2000).every((c) => c === 0)).toBe(true)
})

test('cascades of pairs are of one or two: E[C²]/E[C] = (1 + 3p)/(1 + p)', () => {
  const { inflation } = contagionOf(task, pairs(3000, 2000))
  // The partner of a seed is present, not having defaulted itself, but for .03; 62,000 cascades leave an error of .003.
  const p = 0.2 * (1 - (0.05 + 0.01) / 2)
  expect(Math.abs(inflation[0]! - (1 + 3 * p) / (1 + p))).toBeLessThan(0.012)
})

test('nobody is called in no rounds, and guarantors then pay all the same', () => {
  const { own, kept, inflation } = contagionOf(task, pairs(3000, 2000, { rounds: 0 }))
  expect(Math.max(...own)).toBe(0)
  expect(inflation[0]).toBe(1)
  const mean = kept.reduce((sum, share) => sum + share / kept.length, 0)
  // Partners are present but for 2.5 %.
  expect(Math.abs(mean - (1 - 0.1 * 0.975))).toBeLessThan(0.001)
})
