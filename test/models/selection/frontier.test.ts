import { describe, expect, test } from 'vitest'
import { frontier } from '../../../models/selection/frontier.ts'
import type { FrontierInputs } from '../../../models/selection/frontier.ts'
import { priceCells } from '../../../models/price.ts'
import { declineCode } from '../../../models/lending/assess.ts'
import type { Schedule } from '../../../models/schedule.ts'
import type { Admission } from '../../../models/strategy.ts'
import { citicTrade } from '../scorecard/citicTrade.ts'
import {
  CALM, FIRMS, HORIZON, STORM, builtUp, costsIn, everybody, expectationOf, laidOut, netOf, only, schedule, tableRate,
} from './mixedLoans.ts' // prettier-ignore

const WORST = 3
const declined = everybody.level.map((level) => (level > WORST ? declineCode('level') : 0))
const granted = only(everybody, (i) => declined[i] === 0)
const strategy: FrontierInputs['strategy'] = {
  scorecard: null,
  admission: { worstLevel: WORST } as Admission,
  verification: { kind: 'statements', tolerance: 0, costPerFile: 0.1 },
  process: { perFile: 0.3, perLoanYear: 0, variable: 0 },
}
const FILES = 0.4 * FIRMS

const inputs = (changes: Partial<FrontierInputs> = {}): FrontierInputs => {
  const layout = laidOut(granted)
  return {
    strategy,
    told: new Map(),
    assessment: { declined },
    uncut: laidOut(everybody),
    expectation: expectationOf(layout),
    cellRates: priceCells(layout, schedule),
    schedule,
    economics: costsIn(CALM),
    ...changes,
  }
}

test('every point is the verdict’s expectation of the loans up to its cut, less the files of all applicants', () => {
  for (const shocks of [CALM, STORM]) {
    const points = frontier(
      inputs({ expectation: expectationOf(laidOut(granted), { shocks }), economics: costsIn(shocks) }),
    )
    expect(points.length).toBeGreaterThan(5)
    for (const point of points) {
      const layout = laidOut(only(everybody, (i) => everybody.assignedPd[i]! <= point.cutOff))
      const { surplus, loss, earned } = builtUp(expectationOf(layout, { shocks }), netOf(layout, shocks, tableRate))
      expect(point.loans).toBe(layout.loans.count)
      expect(point.approvalRate).toBeCloseTo(layout.loans.count / FIRMS, 12)
      expect(point.surplus / (surplus - FILES)).toBeCloseTo(1, 9)
      expect(point.coverageRatio! / ((surplus + loss - FILES) / loss)).toBeCloseTo(1, 9)
      expect(point.surplusRate / ((surplus - FILES) / earned)).toBeCloseTo(1, 9)
      expect(point.balance / ((earned * 12) / HORIZON)).toBeCloseTo(1, 9)
    }
  }
})

test('the point at the strategy’s own cut is what the verdict expects of the loans granted', () => {
  const layout = laidOut(granted)
  const { surplus, loss } = builtUp(expectationOf(layout), netOf(layout, CALM, tableRate))
  // few enough loans that no cut is left out
  const uncut = laidOut(only(everybody, (i) => everybody.assignedPd[i]! <= 0.1))
  const own = frontier(inputs({ uncut })).find(({ loans }) => loans === granted.count)!
  expect(own.surplus / (surplus - FILES)).toBeCloseTo(1, 9)
  expect(own.coverageRatio! / ((surplus + loss - FILES) / loss)).toBeCloseTo(1, 9)
})

test('cuts rise to everybody, at most 25 of them, and never part equals', () => {
  const assignedPd = everybody.assignedPd.map((_, i) => (i < 40 ? 0.01 : 0.01 + i / 10_000))
  const points = frontier(inputs({ uncut: laidOut({ ...everybody, assignedPd }) }))
  expect(points.length).toBeLessThanOrEqual(25)
  expect(points[0]).toMatchObject({ loans: 40, cutOff: 0.01 })
  expect(points.slice(1, 3).map(({ loans }) => loans)).toEqual([44, 48])
  expect(points.at(-1)).toMatchObject({ loans: FIRMS, approvalRate: 1 })
})

test('files that too few loans pay for leave no surplus', () => {
  const dear = { ...strategy, process: { ...strategy.process, perFile: 20 } }
  const strictest = (own: FrontierInputs['strategy']): number => frontier(inputs({ strategy: own }))[0]!.surplus
  expect(strictest(strategy)).toBeGreaterThan(0)
  expect(strictest(dear)).toBeLessThan(0)
  expect(strictest(strategy) - strictest(dear)).toBeCloseTo(19.7 * FIRMS, 6)
})

test('a formula keeps the rates of the cells granted in, and prices others at the floor of all', () => {
  const formula: Schedule = { ...schedule, kind: 'incomeCoversRisk', rates: null }
  const layout = laidOut(granted)
  const own = priceCells(layout, formula)
  const uncut = laidOut(everybody)
  const all = priceCells(uncut, formula)
  const rateOf = (cell: number): number =>
    layout.cells.includes(cell) ? own.offered[layout.cells.indexOf(cell)]! : all.offered[uncut.cells.indexOf(cell)]!
  const last = frontier(inputs({ schedule: formula, cellRates: own })).at(-1)!
  const { surplus } = builtUp(expectationOf(uncut), netOf(uncut, CALM, rateOf))
  expect(last.surplus / (surplus - FILES)).toBeCloseTo(1, 9)
  expect(uncut.cells.length).toBeGreaterThan(layout.cells.length)
})

describe('stays declined, whatever the cut,', () => {
  const loansWith = (changes: Partial<FrontierInputs>): number => frontier(inputs(changes)).at(-1)!.loans
  const flag = (row: number): { values: boolean[]; codes: number[] } => ({
    values: [false, true],
    codes: Array.from({ length: FIRMS }, (_, i) => (i === row ? 1 : 0)),
  })

  test('whom the card’s limits forbid (突出否决)', () => {
    const carded = { ...strategy, scorecard: { card: citicTrade, options: {} } }
    const told = new Map([
      ['blacklisted', flag(3)],
      ['currentArrears', flag(4)],
    ])
    expect(loansWith({ strategy: carded, told })).toBe(FIRMS - 2)
    expect(loansWith({ strategy: { ...carded, admission: { ...strategy.admission, worstLevel: 8 } }, told })).toBe(
      FIRMS - 1,
    )
    expect(loansWith({ told })).toBe(FIRMS)
  })

  test('whom a cap on a sector or a cluster turned away, but not who came after the quota', () => {
    const codes = declined.slice()
    codes.set([declineCode('sectorShare'), declineCode('clusterShare'), declineCode('quota')])
    expect(loansWith({ assessment: { declined: codes } })).toBe(FIRMS - 2)
  })
})
