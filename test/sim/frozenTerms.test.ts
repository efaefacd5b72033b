import { describe, expect, test } from 'vitest'
import { layoutLoans } from '../../models/layout.ts'
import type { Layout } from '../../models/layout.ts'
import { originate } from '../../models/originate.ts'
import type { Deferral } from '../../models/scenario.ts'
import { NEUTRAL_STRATEGY } from '../../scenarios/index.ts'
import { frozenTerms } from '../../sim/frozenTerms.ts'
import { streamKey } from '../../sim/random.ts'
import { bookSettings, firmsOf } from './equalBook.ts'

const HORIZON = 36
const key = streamKey('a seed', 'deferral', 'book')
const all: Deferral = { share: 1, from: 1, until: 36, months: 6, extended: 0, failed: 0.01 }

/** One bullet a firm, of the given original and remaining months. */
function layoutOf(
  loans: readonly (readonly [term: number, remaining: number])[],
  renewal: 'roll' | 'runOff' = 'roll',
): Layout {
  const n = loans.length
  const firms = firmsOf(new Float64Array(n).fill(0.02), new Float64Array(n).fill(1), new Float64Array(n).fill(0.4))
  firms.requests.termMonths.set(loans.map(([term]) => term))
  firms.requests.remainingMonths.set(loans.map(([, remaining]) => remaining))
  const cuts = [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09]
  const granted = originate(firms, bookSettings([]), NEUTRAL_STRATEGY, null, null, cuts)
  return layoutLoans(granted, { renewal, amortisationRate: 0.06 }, HORIZON)
}

const frozen = (deferral: Partial<Deferral>, layouts: readonly Layout[], count: number) =>
  frozenTerms({ ...all, ...deferral }, layouts, { count }, key, HORIZON)

describe('when a deferral begins', () => {
  test('a 12-month loan drawn at month 0 matures at the end of month 12 and is deferred from index 12 on', () => {
    const { from, until } = frozen({}, [layoutOf([[12, 12]])], 1)
    expect([from[0], until[0]]).toEqual([12, 18])
  })

  test('the first maturity in the window counts, after as many renewals as it takes', () => {
    const loans = [[12, 12], [12, 5], [6, 6], [36, 13], [24, 24]] as const // prettier-ignore
    const { from } = frozen({ from: 13, until: 23 }, [layoutOf(loans)], 5)
    expect([...from]).toEqual([0, 17, 18, 13, 0])
  })

  test('both ends of the window belong to it', () => {
    const layout = layoutOf([[12, 9], [12, 10], [12, 12], [12, 3]]) // prettier-ignore
    expect([...frozen({ from: 10, until: 12 }, [layout], 4).from]).toEqual([0, 10, 12, 0])
  })

  test('a firm with several loans is deferred with the first of them', () => {
    const { from } = frozen({}, [layoutOf([[12, 12]]), layoutOf([[12, 7]])], 1)
    expect([...from]).toEqual([7])
  })

  test('a firm without a loan, and one whose loan leaves at maturity, is never deferred', () => {
    const { from, until, exits } = frozen({ until: 12 }, [layoutOf([[12, 4]], 'runOff')], 2)
    expect([...from]).toEqual([0, 0])
    expect([...until]).toEqual([0, 0])
    expect(exits).toHaveLength(0)
  })

  test('a loan that matures at the horizon has no month left to be deferred in', () => {
    expect([...frozen({}, [layoutOf([[36, 36]])], 1).from]).toEqual([0])
  })
})

describe('when it ends', () => {
  test('firms come out in the month after the deferral, in order of month; beyond the horizon nobody does', () => {
    const layout = layoutOf([[36, 30], [12, 12], [36, 29], [12, 3], [12, 12]]) // prettier-ignore
    const { until, exitStarts, exits, failed } = frozen({}, [layout], 5)
    expect([...until]).toEqual([36, 18, 35, 9, 18])
    const leaving = (month: number): number[] => [...exits.subarray(exitStarts[month], exitStarts[month + 1])]
    expect([leaving(9), leaving(18), leaving(35)]).toEqual([[3], [1, 4], [2]])
    expect(exits).toHaveLength(4)
    expect(exitStarts).toHaveLength(HORIZON + 1)
    expect(failed).toBe(0.01)
  })

  test('an extended deferral lasts twice as long, and its firm comes out at the end of the second', () => {
    const { from, until, exits, exitStarts } = frozen({ extended: 1 }, [layoutOf([[12, 12]])], 1)
    expect([from[0], until[0]]).toEqual([12, 24])
    expect([exitStarts[24], exitStarts[25], exits[0]]).toEqual([0, 1, 0])
  })
})

describe('who is deferred', () => {
  const FIRMS = 20_000
  const layout = layoutOf(Array.from({ length: FIRMS }, () => [12, 12] as const))

  test('the stated share is, and of those the stated share twice', () => {
    const { from, until } = frozen({ share: 0.4, extended: 0.25 }, [layout], FIRMS)
    const deferred = from.filter((month) => month > 0).length
    const twice = until.filter((month, f) => month - from[f]! === 12).length
    // Four standard errors each: a false alarm once in 8,000 seeds.
    expect(Math.abs(deferred / FIRMS - 0.4)).toBeLessThan(4 * Math.sqrt((0.4 * 0.6) / FIRMS))
    expect(Math.abs(twice / deferred - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / deferred))
    expect(until.filter((month, f) => month > 0 && ![6, 12].includes(month - from[f]!))).toHaveLength(0)
  })

  test('firms of a smaller share are deferred with a larger one too', () => {
    const some = frozen({ share: 0.2 }, [layout], FIRMS)
    const more = frozen({ share: 0.5 }, [layout], FIRMS)
    expect(some.from.every((month, f) => month === 0 || more.from[f] === month)).toBe(true)
    expect(more.exits.length).toBeGreaterThan(some.exits.length)
    expect(some.exits.length).toBeGreaterThan(0)
  })
})
