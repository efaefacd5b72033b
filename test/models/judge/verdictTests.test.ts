import { describe, expect, test } from 'vitest'
import type { OutcomeCube } from '../../../models/cube.ts'
import { Recorder } from '../../../models/judge/recorder.ts'
import { hasFewLosses, verdictTests } from '../../../models/judge/verdictTests.ts'
import type { Figures } from '../../../models/result.ts'
import type { VerdictRules, VerdictTest } from '../../../models/study.ts'

const RULES: VerdictRules = {
  mustHold: ['expectedCoverage'],
  coverageProbability: 0.95,
  bankNpl: 0.0171,
  nplMargin: 0.03,
  largestClusterShare: 0.15,
  confidence: 0.95,
}

interface Case {
  readonly coverageRatio?: [number, number]
  readonly coverageProbability?: [number, number]
  readonly nplPeak?: [number, number]
  readonly cluster?: number | null
  readonly mustHold?: readonly VerdictTest[]
  readonly paths?: number
  readonly lossPaths?: number
  readonly expectedSurplus?: number
}

/** Judges intervals given by hand; each value is the middle of its interval. */
function judged(options: Case) {
  const record = new Recorder(20, 0.95)
  const middle = ([low, high]: [number, number]): number => (low + high) / 2
  const { coverageRatio = [1.1, 1.2], coverageProbability = [0.96, 0.98], nplPeak = [0.02, 0.03] } = options
  Object.assign(record.intervals, { coverageRatio, coverageProbability, nplPeak })
  const figures = {
    coverageRatio: middle(coverageRatio),
    coverageProbability: middle(coverageProbability),
    nplPeak: middle(nplPeak),
  } as Figures
  const { paths = 1000, lossPaths = paths } = options
  const loss = new Float64Array(paths).fill(1, 0, lossPaths)
  const cube = { paths, loss } as OutcomeCube
  const rules = { ...RULES, mustHold: options.mustHold ?? RULES.mustHold }
  const largestClusterShare = options.cluster === undefined ? 0.1 : options.cluster
  const expectedSurplus = hasFewLosses(cube) ? (options.expectedSurplus ?? 1) : null
  const outcome = verdictTests(figures, { rules, cube, largestClusterShare }, expectedSurplus, record)
  const results = Object.fromEntries(outcome.tests.map((one) => [one.name, one.result]))
  return { ...outcome, results, reasons: record.reasons }
}

describe('a test', () => {
  test.each([
    [[1, 1.1], 'covered'],
    [[0.8, 0.999], 'not covered'],
    [[0.999, 1.1], 'undecided'],
    [[0.9, 1], 'undecided'],
  ] as const)('that needs at least 1 with the interval %j is %s', (interval, result) => {
    expect(judged({ coverageRatio: [...interval] }).results['expectedCoverage']).toBe(result)
  })

  test.each([
    [[0.01, 0.0471], 'covered'],
    [[0.0472, 0.05], 'not covered'],
    [[0.04, 0.0472], 'undecided'],
  ] as const)('that allows at most 4.71 %% with the interval %j is %s', (interval, result) => {
    expect(judged({ nplPeak: [...interval] }).results['nplCeiling']).toBe(result)
  })

  test('of an exact figure is decided at once, either way', () => {
    expect(judged({ cluster: 0.15 }).results['largestClusterShare']).toBe('covered')
    expect(judged({ cluster: 0.151 }).results['largestClusterShare']).toBe('not covered')
  })

  test('of clusters in a book without any is undecided, with the reason, and no number of paths would decide', () => {
    const { results, reasons, pathsToDecide, verdict } = judged({ cluster: null, mustHold: ['largestClusterShare'] })
    expect(results['largestClusterShare']).toBe('undecided')
    expect([verdict, pathsToDecide]).toEqual(['undecided', null])
    expect(reasons).toMatchObject({ 'tests.largestClusterShare': 'the book has no clusters' })
  })

  test('of expected coverage with fewer than 25 losing paths goes by the expected surplus, and says so', () => {
    const narrow: [number, number] = [0.2, 0.3]
    const { tests, reasons } = judged({ coverageRatio: narrow, lossPaths: 24 })
    expect(tests[0]).toMatchObject({ name: 'expectedCoverage', interval: null, result: 'covered' })
    expect(reasons['tests.expectedCoverage']).toContain('the expected surplus decides')
    expect(judged({ coverageRatio: narrow, lossPaths: 24, expectedSurplus: 0 }).verdict).toBe('covered')
    expect(judged({ coverageRatio: narrow, lossPaths: 24, expectedSurplus: -1e-9 }).verdict).toBe('not covered')
    expect(judged({ coverageRatio: narrow, lossPaths: 25, expectedSurplus: 1 }).verdict).toBe('not covered')
  })
})

test('however few the paths, their interval decides where most of them lose something', () => {
  const few = { paths: 20, coverageRatio: [0.9, 1.2] as [number, number], expectedSurplus: 1 }
  expect(judged({ ...few, lossPaths: 10 }).verdict).toBe('undecided')
  expect(judged({ ...few, lossPaths: 9 }).verdict).toBe('covered')
})

describe('the verdict', () => {
  const all = ['expectedCoverage', 'coverageProbability', 'nplCeiling', 'largestClusterShare'] as const

  test('is the worst of the tests that must hold, and of no other', () => {
    const open: [number, number] = [0.9, 0.97]
    expect(judged({ coverageProbability: open, mustHold: all }).verdict).toBe('undecided')
    expect(judged({ coverageProbability: open, nplPeak: [0.05, 0.06], mustHold: all }).verdict).toBe('not covered')
    expect(judged({ coverageProbability: open, nplPeak: [0.05, 0.06] }).verdict).toBe('covered')
  })

  test('that is decided needs no further paths', () => {
    expect(judged({}).pathsToDecide).toBe(0)
    expect(judged({ coverageRatio: [0.5, 0.6], coverageProbability: [0.9, 0.97], mustHold: all }).pathsToDecide).toBe(0)
  })

  test('that is open needs paths × ((half width ÷ distance)² − 1) more, for the slowest test', () => {
    // half width 1/4 at a distance of 1/8: four times the paths
    expect(judged({ coverageRatio: [0.875, 1.375] }).pathsToDecide).toBe(3000)
    // half width .04 at a distance of .01: sixteen times
    const both = judged({ coverageRatio: [0.875, 1.375], coverageProbability: [0.9, 0.98], mustHold: all })
    expect(both.pathsToDecide).toBeGreaterThan(14_990)
    expect(both.pathsToDecide).toBeLessThan(15_010)
  })
})
