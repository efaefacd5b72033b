import seedrandom from 'seedrandom'
import { describe, expect, test } from 'vitest'
import { compare } from '../../../models/comparison/compare.ts'
import type { ComparedEntry } from '../../../models/comparison/figureOf.ts'
import { normalCdf, normalQuantile } from '../../../models/normal.ts'
import { COMPARED } from '../../../models/result.ts'
import { tQuantile } from '../../../models/studentT.ts'
import { judged } from '../judge/cltBook.ts'
import { CELLS, cubeOf } from '../judge/cubeOf.ts'
import { entryOf } from './entryOf.ts'

describe('compare', () => {
  test('puts strategies side by side under each schedule in each scenario, in the order of the study', () => {
    const entries = ['baseline', 'severe'].flatMap((scenario) =>
      ['card', 'index', 'all'].flatMap((strategy) =>
        ['2018', '2021'].map((schedule) => entryOf({ strategy, schedule, scenario })),
      ),
    )
    const found = compare(entries, 0.95)
    expect(found.map(({ book, schedule, scenario, populations }) => [book, schedule, scenario, populations])).toEqual([
      ['firms', '2018', 'baseline', 1],
      ['firms', '2021', 'baseline', 1],
      ['firms', '2018', 'severe', 1],
      ['firms', '2021', 'severe', 1],
    ])
    for (const comparison of found) {
      expect(comparison).not.toHaveProperty('vary')
      expect(comparison.strategies.map(({ strategy }) => strategy)).toEqual(['card', 'index', 'all'])
      expect(comparison.strategies.map(({ differences }) => differences === null)).toEqual([true, false, false])
      for (const { figures } of comparison.strategies) expect(Object.keys(figures)).toEqual([...COMPARED])
    }
  })

  test('has nothing to say of one strategy alone', () => {
    expect(compare([entryOf({ strategy: 'card' }), entryOf({ strategy: 'card', scenario: 'severe' })], 0.95)).toEqual(
      [],
    )
    expect(compare([], 0.95)).toEqual([])
  })

  test('takes the means over the populations of a book, and keeps other vary axes apart', () => {
    const entries = [0.02, 0.03].flatMap((rate) =>
      [1, 2].flatMap((population) =>
        ['card', 'index'].map((strategy) =>
          entryOf({
            strategy,
            vary: { 'book.baseDefaultRate': rate, 'book.population': population },
            figures: { surplus: [10, 12, 14].map((x) => x * population * rate + (strategy === 'index' ? 1 : 0)) },
          }),
        ),
      ),
    )
    const found = compare(entries, 0.95)
    expect(found.map(({ vary, populations }) => [vary, populations])).toEqual([
      [{ 'book.baseDefaultRate': 0.02 }, 2],
      [{ 'book.baseDefaultRate': 0.03 }, 2],
    ])
    const [, index] = found[1]!.strategies
    expect(index!.figures.surplus!.value).toBeCloseTo(1.5 * 12 * 0.03 + 1, 14)
    expect(index!.differences!.surplus!.value).toBeCloseTo(1, 14)
    // whatever moves the populations and the replicates moves both strategies
    expect(index!.figures.surplus!.standardError).toBeGreaterThan(0.1)
    expect(index!.differences!.surplus!.standardError).toBeLessThan(1e-14)
  })

  test('tells variants of a strategy apart by its own axes, whatever the scenario varies', () => {
    const entries = [0.01, 0.02].flatMap((shock) =>
      [6, 7].map((level) =>
        entryOf({
          strategy: 'card',
          vary: { 'strategy.admission.worstLevel': level, 'scenario.shocks.fundingRate': shock },
          loans: 100 * level,
        }),
      ),
    )
    const found = compare(entries, 0.95)
    expect(found.map(({ vary }) => vary)).toEqual([
      { 'scenario.shocks.fundingRate': 0.01 },
      { 'scenario.shocks.fundingRate': 0.02 },
    ])
    for (const { strategies } of found) {
      expect(strategies.map(({ vary }) => vary)).toEqual([
        { 'strategy.admission.worstLevel': 6 },
        { 'strategy.admission.worstLevel': 7 },
      ])
      expect(strategies[1]!.differences!.loans).toEqual({
        value: 100,
        standardError: 0,
        interval: [100, 100],
        unpairedStandardError: 0,
      })
    }
  })

  test('has the paired error of the replicates’ differences, and the unpaired one of both apart', () => {
    const [a, b] = [
      [1, 2, 3, 6],
      [1.1, 2, 3.2, 6.1],
    ]
    const entries = [
      entryOf({ strategy: 'card', figures: { raroc: a } }),
      entryOf({ strategy: 'index', figures: { raroc: b } }),
    ]
    const [card, index] = compare(entries, 0.9)[0]!.strategies
    const errorOf = (values: readonly number[]): number => {
      const mean = values.reduce((x, y) => x + y, 0) / 4
      return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 3 / 4)
    }
    expect(card!.figures.raroc!.standardError).toBeCloseTo(errorOf(a), 14)
    const { value, standardError, interval, unpairedStandardError } = index!.differences!.raroc!
    expect(value).toBeCloseTo(0.1, 14)
    expect(standardError).toBeCloseTo(errorOf([0.1, 0, 0.2, 0.1]), 14)
    expect(interval![1] - value).toBeCloseTo(tQuantile(0.95, 3) * standardError!, 14)
    expect(interval![0] + interval![1]).toBeCloseTo(2 * value, 14)
    expect(unpairedStandardError).toBeCloseTo(Math.hypot(errorOf(a), errorOf(b)), 14)
  })

  test('counts loans and approval, exact in a population, between populations alone', () => {
    const entries = [1, 2].flatMap((population) =>
      ['card', 'all'].map((strategy) =>
        entryOf({
          strategy,
          vary: { 'book.population': population },
          loans: strategy === 'all' ? 1000 : 600 + 20 * population,
          approvalRate: strategy === 'all' ? 1 : 0.6 + 0.02 * population,
        }),
      ),
    )
    const [card, all] = compare(entries, 0.95)[0]!.strategies
    expect(card!.figures.loans).toEqual({ value: 630, standardError: 10 })
    expect(all!.figures.loans).toEqual({ value: 1000, standardError: 0 })
    expect(all!.differences!.approvalRate!.value).toBeCloseTo(0.37, 14)
    expect(all!.differences!.approvalRate!.standardError).toBeCloseTo(0.01, 14)
    expect(all!.differences!.approvalRate!.unpairedStandardError).toBeCloseTo(0.01, 14)
  })

  test('leaves out a figure that a strategy has not in every population, and the approval rate of a tape', () => {
    const entries = [1, 2].flatMap((population) => [
      entryOf({
        strategy: 'card',
        vary: { 'book.population': population },
        figures: { raroc: [1, 2, 3] },
        approvalRate: null,
      }),
      entryOf({
        strategy: 'index',
        vary: { 'book.population': population },
        figures: { raroc: [1, 2, 3], coverageRatio: population === 2 ? null : [1, 2, 3] },
        approvalRate: null,
      }),
    ])
    const [card, index] = compare(entries, 0.95)[0]!.strategies
    expect(card!.figures.coverageRatio).not.toBeNull()
    expect(index!.figures.coverageRatio).toBeNull()
    expect(index!.differences!.coverageRatio).toBeNull()
    expect(index!.differences!.raroc).not.toBeNull()
    expect([card!.figures.approvalRate, index!.differences!.approvalRate]).toEqual([null, null])
  })

  test('is no surer of a probability of few events than its entries are', () => {
    const never = [1, 1, 1]
    const entries = ['card', 'index'].map((strategy) =>
      entryOf({ strategy, figures: { coverageProbability: never }, coverageError: 0.003 }),
    )
    const [card, index] = compare(entries, 0.95)[0]!.strategies
    expect(card!.figures.coverageProbability).toEqual({ value: 1, standardError: 0.003 })
    const { value, standardError, unpairedStandardError } = index!.differences!.coverageProbability!
    expect(value).toBe(0)
    expect(standardError).toBeCloseTo(0.003 * Math.SQRT2, 14)
    expect(unpairedStandardError).toBeCloseTo(standardError!, 14)
  })

  test('refuses a simulated figure without its replicates', () => {
    const [card, index] = ['card', 'index'].map((strategy) => entryOf({ strategy }))
    expect(() => compare([card!, { ...index!, replicates: {} }], 0.95)).toThrow(
      'compare: index has no replicates of balance',
    )
  })
})

test('on the same firms and the same defaults two similar strategies differ with at most a quarter of the unpaired error', () => {
  const [populations, paths, replicates] = [3, 2000, 20]
  /** Every path has one state of the world for all populations; `strict` declines a thirtieth of the firms, and with them more of the defaults. */
  const world = seedrandom('world')
  const factors = Float64Array.from({ length: paths }, () => normalQuantile(world.double()))
  const entries = Array.from({ length: populations }, (_, p) => p + 1).flatMap((population): ComparedEntry[] => {
    const draw = seedrandom(`population ${population}`)
    const pds = [0.02, 0.03, 0.05].map((pd) => pd * Math.exp(0.05 * normalQuantile(draw.double())))
    const all = CELLS.map(({ loans }, c) =>
      factors.map((x) => {
        const pd = normalCdf((normalQuantile(pds[c]!) - 0.25 * x) / Math.sqrt(1 - 0.0625))
        return Math.max(0, loans * pd + Math.sqrt(loans * pd * (1 - pd)) * normalQuantile(draw.double()))
      }),
    )
    const strict = all.map((cell) =>
      cell.map((defaults) => Math.max(0, 0.95 * defaults + Math.sqrt(0.05 * 0.95 * defaults) * normalQuantile(draw.double()))),
    )
    return [all, strict].map((defaults, s) => {
      const { figures, replicates: byReplicate, standardErrors } = judged(cubeOf(defaults, null, replicates), [0.055, 0.06, 0.08])
      return {
        result: {
          ...figures,
          book: 'firms',
          strategy: ['all', 'strict'][s]!,
          schedule: '2021',
          scenario: 'baseline',
          vary: { 'book.population': population },
          loans: 800,
          selection: null,
          replicates,
          standardErrors,
        },
        replicates: byReplicate,
      }
    })
  })
  const [, strict] = compare(entries, 0.95)[0]!.strategies
  const { value, interval, standardError, unpairedStandardError } = strict!.differences!.coverageRatio!
  expect(value).toBeGreaterThan(0)
  expect(interval![0]).toBeGreaterThan(0)
  expect(standardError).toBeLessThan(unpairedStandardError! / 4)
  for (const name of COMPARED) if (name !== 'approvalRate') expect(strict!.differences![name]).not.toBeNull()
}) // prettier-ignore
