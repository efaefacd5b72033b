import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kktResidual } from '../../../models/optimise/kktResidual.ts'
import { nearestPoint } from '../../../models/optimise/nearestPoint.ts'
import { along } from '../../../models/optimise/row.ts'
import type { Row } from '../../../models/optimise/row.ts'

const row = (slopes: readonly number[], least: number): Row => ({
  constraint: 'any',
  cells: [],
  slopes: Float64Array.from(slopes),
  least,
  eases: {},
})

describe('the nearest point', () => {
  test('of a half-space is its projection, c·a/w with c the multiplier', () => {
    const { x, multipliers } = nearestPoint(Float64Array.of(1, 4), [row([1, 2], 6)])!
    expect([...x]).toEqual([expect.closeTo(3, 14), expect.closeTo(1.5, 14)])
    expect(multipliers[0]).toBeCloseTo(3, 14)
  })

  test('is 0 where 0 meets every row', () => {
    const { x, multipliers } = nearestPoint(Float64Array.of(1, 1), [row([1, 0], -1), row([0, -1], 0)])!
    expect([...x]).toEqual([0, 0])
    expect([...multipliers]).toEqual([0, 0])
  })

  test('lets go of a row that a later one makes needless', () => {
    const { x, multipliers } = nearestPoint(Float64Array.of(1, 1), [row([1, 1], 2), row([1, 0], 5), row([0, 1], -3)])!
    expect([...x]).toEqual([5, 0])
    expect([...multipliers]).toEqual([0, 5, 0])
  })

  test('is none where rows exclude each other', () => {
    expect(nearestPoint(Float64Array.of(1, 1), [row([1, 1], 2), row([-1, -1], -1)])).toBeNull()
    expect(nearestPoint(Float64Array.of(1), [row([1], 2), row([-1], -1), row([1], 0)])).toBeNull()
  })

  test('of rows that repeat each other is that of one of them', () => {
    const twice = [row([1, 2], 6), row([2, 4], 12), row([1, 2], 6)]
    expect([...nearestPoint(Float64Array.of(1, 4), twice)!.x]).toEqual([expect.closeTo(3, 14), expect.closeTo(1.5, 14)])
  })

  test('cannot have a weight that is not above 0', () => {
    expect(() => nearestPoint(Float64Array.of(1, 0), [])).toThrow('weights[1] must be > 0, got 0')
    expect(() => nearestPoint(Float64Array.of(NaN), [])).toThrow('weights[0] must be > 0, got NaN')
  })

  /** Random programmes that a stated point meets, some rows exactly. */
  const programme = fc.integer({ min: 1, max: 8 }).chain((size) =>
    fc.record({
      weights: fc.array(fc.double({ min: 1e-3, max: 10, noNaN: true }), { minLength: size, maxLength: size }),
      inside: fc.array(fc.integer({ min: -5, max: 5 }), { minLength: size, maxLength: size }),
      rows: fc.array(
        fc.record({
          slopes: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: size, maxLength: size }),
          slack: fc.integer({ min: 0, max: 4 }),
        }),
        { minLength: 1, maxLength: 20 },
      ),
      guess: fc.array(fc.nat(19), { maxLength: 5 }),
    }),
  )

  test('meets the Karush–Kuhn–Tucker conditions to rounding, whatever the programme and the guess', () => {
    fc.assert(
      fc.property(programme, ({ weights, inside, rows, guess }) => {
        const point = Float64Array.from(inside)
        const some = rows
          .filter(({ slopes }) => slopes.some((s) => s !== 0))
          .map(({ slopes, slack }) => row(slopes, along(Float64Array.from(slopes), point) - slack))
        const w = Float64Array.from(weights)
        const known = [...new Set(guess)].filter((i) => i < some.length)
        const cold = nearestPoint(w, some)!
        const warm = nearestPoint(w, some, known)!
        expect(kktResidual(w, cold.x, some, cold.multipliers)).toBeLessThan(1e-9)
        expect(kktResidual(w, warm.x, some, warm.multipliers)).toBeLessThan(1e-9)
        for (const [k, x] of cold.x.entries()) expect(warm.x[k]).toBeCloseTo(x, 9)
      }),
      { numRuns: 500, seed: 1 },
    )
  })
})
