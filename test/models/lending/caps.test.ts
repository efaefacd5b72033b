import { describe, expect, test } from 'vitest'
import { assess, declineCode } from '../../../models/lending/assess.ts'
import { pdsOf, withinCaps } from '../../../models/lending/caps.ts'
import { pdAssigner } from '../../../models/originate.ts'
import type { Admission } from '../../../models/strategy.ts'
import { type Applying, admitting, book, firmsApplying, reasonsOf } from './files.ts'

/** First rule that declines each firm, the book's rules included; the balance is the amount. */
function declines(asked: Partial<Admission>, applying: readonly Applying[]) {
  const strategy = admitting(asked)
  const firms = firmsApplying(applying.map((one) => ({ ...one, gap: one.amount ?? 100 })))
  const assessment = assess(strategy, firms, book)
  const pds = pdsOf(assessment, pdAssigner(strategy, null))
  return reasonsOf(withinCaps(strategy, firms, assessment, firms.requests.amount, pds))
}
const marked = (mark: number, more: Applying = {}): Applying => ({ ...more, told: { mark } })

test('quota: so many loans at most, the best first; of two alike the earlier', () => {
  expect(
    declines(
      { quota: 2 },
      [70, 90, 80, 80].map((mark) => marked(mark)),
    ),
  ).toEqual(['quota', null, null, 'quota'])
  expect(
    declines(
      { quota: 4 },
      [70, 90, 80, 80].map((mark) => marked(mark)),
    ),
  ).toEqual([null, null, null, null])
})

test('files declined by another rule use up no quota and keep their reason', () => {
  expect(declines({ quota: 1, excludedSectors: ['steel'] }, [marked(99, { sector: 'steel' }), marked(60)])).toEqual([
    'sector',
    null,
  ])
})

describe('sectorShare', () => {
  const steel = (mark: number, amount = 100): Applying => marked(mark, { sector: 'steel', amount })
  const others = ['a', 'b', 'c'].map((sector) => marked(50, { sector }))

  test('a sector holds no more than its share of what is granted in the end, the best of it first', () => {
    // Of 600 applied for, 240 would be 40 %; with two of steel it has 200 of 500 granted.
    expect(declines({ largestSectorShare: 0.4 }, [steel(70), steel(90), steel(80), ...others])).toEqual([
      'sectorShare',
      null,
      null,
      null,
      null,
      null,
    ])
  })

  test('room is counted against the smaller book that a full sector leaves', () => {
    // A third of the 600 applied for is two loans; but two of five granted are two fifths, so one is left, of four.
    expect(declines({ largestSectorShare: 1 / 3 }, [steel(70), steel(90), steel(80), ...others])).toEqual([
      'sectorShare',
      null,
      'sectorShare',
      null,
      null,
      null,
    ])
  })

  test('a smaller loan may fit where a better, larger one does not', () => {
    expect(declines({ largestSectorShare: 0.4 }, [steel(90, 300), steel(80, 100), ...others])).toEqual([
      'sectorShare',
      null,
      null,
      null,
      null,
    ])
  })

  test('where no book can keep to it, nothing is granted', () => {
    expect(declines({ largestSectorShare: 0.4 }, [steel(90), steel(80)])).toEqual(['sectorShare', 'sectorShare'])
  })
})

test('clusterShare: a cluster holds no more than its share; firms outside every cluster fill none', () => {
  const inPark = (mark: number): Applying => marked(mark, { cluster: 'park' })
  const outside = Array.from({ length: 8 }, () => marked(50))
  expect(declines({ largestClusterShare: 0.2 }, [inPark(60), inPark(70), inPark(90), ...outside])).toEqual([
    'clusterShare',
    null,
    null,
    ...outside.map(() => null),
  ])
})

test('shares hold in the book that the quota leaves', () => {
  const applying = [...[90, 89, 88, 87].map((mark) => marked(mark, { sector: 'steel' })), marked(60), marked(59)]
  expect(declines({ largestSectorShare: 0.5, quota: 4 }, applying)).toEqual([
    null,
    null,
    'sectorShare',
    'sectorShare',
    null,
    null,
  ])
})

test('files rank by assigned PD, then by score', () => {
  const strategy = admitting({ quota: 2 })
  const firms = firmsApplying([marked(99), marked(60), marked(80)])
  const assessment = assess(strategy, firms, book)
  const ranked = (...pds: number[]) =>
    reasonsOf(withinCaps(strategy, firms, assessment, firms.requests.amount, Float64Array.from(pds)))
  expect(ranked(0.03, 0.01, 0.02)).toEqual(['quota', null, null])
  expect(ranked(0.02, 0.02, 0.02)).toEqual([null, 'quota', null])
})

test('a strategy that caps nothing leaves the assessment as it is', () => {
  const strategy = admitting({})
  const firms = firmsApplying([{}])
  const assessment = assess(strategy, firms, book)
  expect(withinCaps(strategy, firms, assessment, Float64Array.of(1), Float64Array.of(0.1))).toBe(assessment)
})

test('a share asked of a grouping that the firms lack is an error', () => {
  const firms = { ...firmsApplying([{}]), groupings: new Map() }
  expect(() => declinesIn(firms)).toThrow("strategy test: needs the firms' sector, which they do not have")
})

const declinesIn = (firms: ReturnType<typeof firmsApplying>) => {
  const strategy = admitting({ largestSectorShare: 0.5 })
  const assessment = { ...assess(strategy, firms, book), declined: Uint8Array.of(declineCode('level')) }
  return withinCaps(strategy, firms, assessment, Float64Array.of(1), Float64Array.of(0.1))
}
