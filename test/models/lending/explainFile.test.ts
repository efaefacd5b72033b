import { describe, expect, test } from 'vitest'
import { layoutLoans } from '../../../models/layout.ts'
import { assess } from '../../../models/lending/assess.ts'
import { balancesOf, linesOf } from '../../../models/lending/limit.ts'
import { pdsOf, withinCaps } from '../../../models/lending/caps.ts'
import { explainFile } from '../../../models/lending/explainFile.ts'
import type { LentBook } from '../../../models/lending/explainFile.ts'
import { originate, pdAssigner } from '../../../models/originate.ts'
import { PRICING_DEFAULTS, rateFloor } from '../../../models/pricing/rateFloor.ts'
import type { Schedule } from '../../../models/schedule.ts'
import type { Strategy } from '../../../models/strategy.ts'
import { CELL_COUNT, TERM_BANDS, cellKey } from '../../../models/types.ts'
import type { Applicant } from '../../../models/types.ts'
import { NEUTRAL_STRATEGY } from '../../../scenarios/index.ts'
import { best, citicTrade } from '../scorecard/citicTrade.ts'
import { type Applying, book, firmsApplying, settlementCard, settles, strategyOf } from './files.ts'

const CUTS = [0.005, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1]
const line = { intercept: 1.51, slope: -0.069 }
const schedule: Schedule = {
  kind: 'schedule',
  id: 'test',
  title: { en: 'test' },
  context: {},
  vary: {},
  costs: PRICING_DEFAULTS,
  crossIncome: 'observed',
  cap: 0.24,
  policyFloor: 0,
  spreads: null,
  rates: Array.from({ length: CELL_COUNT }, (_, cell) => 0.04 + cell / 10_000),
}

const strategy = strategyOf({
  scorecard: { card: citicTrade, options: {} },
  assignedPd: { kind: 'calibrated' },
  settlement: { card: settlementCard, channel: { perTenPoints: 0.2, perFlag: 0.7 } },
  verification: { kind: 'crossCheck', tolerance: 0.08, costPerFile: 0.1 },
  admission: {
    ...NEUTRAL_STRATEGY.admission,
    worstLevel: 7,
    maxLenders: 3,
    minSettlementIndex: 60,
    quota: 2,
    largestSectorShare: 0.9,
  },
  limit: { basis: 'gap', minimum: 10, maximum: 90, salesShare: Infinity, maxTermMonths: Infinity, utilisation: 0.5 },
  collateral: { accept: ['residential', 'unsecured'], as: null, loanToValue: { residential: 0.7 } },
})

const told: Applicant = {
  ...best,
  ...settles,
  annualSales: 3000,
  taxSales: 2400,
  meterSales: 2500,
  flowSales: 2000,
  lenders: 2,
  allBankLoans: 220,
  workingCapitalNeed: 200,
  monthlyCost: 150,
  depositSwing: 0.3,
}
const applying: readonly Applying[] = [
  { told, sector: 'trade', cluster: 'park', amount: 100, gap: 80, collateral: 'residential' },
  { told: { ...told, lenders: 5, sameDayTurnover: 600 }, sector: 'steel', collateral: 'movable', amount: 200 },
  { told, sector: 'steel', amount: 60, gap: 60 },
  { told: { ...told, quickRatio: 0.5 }, sector: 'steel', amount: 60, gap: 60 },
]

/** The firms as lent to under a strategy. */
function lentBy(own: Strategy, priced: Schedule = schedule): LentBook {
  const firms = firmsApplying(applying)
  const assignPd = pdAssigner(own, line)
  const first = assess(own, firms, book)
  const lines = linesOf(own, firms, firms.applicants!, book)
  const balances = balancesOf(own, firms.requests, lines, book)
  const assessment = withinCaps(own, firms, first, balances, pdsOf(first, assignPd))
  const loans = originate(firms, book, own, assessment, assignPd, CUTS)
  return {
    firms,
    book,
    strategy: own,
    assessment,
    line,
    cuts: CUTS,
    layout: layoutLoans(loans, book, 36),
    schedule: priced,
  }
}
const lent = lentBy(strategy)
const granted = explainFile(lent, 0)
const declined = explainFile(lent, 1)

describe('the explanation of a loan granted', () => {
  test('names the firm, the strategy and no reason to decline', () => {
    expect([granted.firm, granted.strategy, granted.declined]).toEqual(['1', 'test', null])
  })

  test('gives the card’s marks of the figures as verified', () => {
    expect(granted.card.rows.find(({ item }) => item === 'annualSales')!.value).toBe(2400)
    expect(granted.card.limits.map(({ id, applies }) => [id, applies])).toEqual([
      ['L10', false],
      ['L8', false],
    ])
  })

  test('lists every rule that is asked, with value and bound', () => {
    expect(granted.rules.map(({ reason, asked, passes }) => [reason, asked, passes])).toEqual([
      ['level', { atMost: 7 }, true],
      ['lenders', { atMost: 3 }, true],
      ['settlementIndex', { atLeast: 60 }, true],
      ['collateral', { oneOf: ['residential', 'unsecured'] }, true],
      ['limit', { atLeast: 10 }, true],
      ['sectorShare', { atMost: 0.9 }, true],
      ['quota', { atMost: 2 }, true],
    ])
    const valueOf = (reason: string) => granted.rules.find((rule) => rule.reason === reason)!.value
    expect(valueOf('lenders')).toBe(2)
    expect(valueOf('settlementIndex')).toBeCloseTo(94.17, 2)
    expect(valueOf('limit')).toBeCloseTo(73.5, 10)
    expect(valueOf('quota')).toBe(2)
    expect(valueOf('sectorShare')).toBeCloseTo(73.5 / 133.5, 10)
  })

  test('takes the line through its caps to the balance', () => {
    const { caps, ...rest } = granted.line
    expect(caps.map(({ cap }) => cap)).toEqual(['financingGap', 'collateral', 'maximum'])
    expect(caps[1]!.amount).toBeCloseTo(73.5, 10)
    expect(rest.line).toBe(Math.min(...caps.map(({ amount }) => amount), rest.requested))
    expect(rest).toMatchObject({ requested: 100, financingGap: 80, utilisation: 0.5, shareLeft: 1 })
    expect(rest.balance).toBeCloseTo(36.75, 10)
  })

  test('tells the PD of the card from that after the settlement channel', () => {
    const { pd } = granted
    expect(pd.card).toBeCloseTo(1 / (1 + Math.exp(-line.intercept - line.slope * pd.score)), 15)
    const logit = (p: number): number => Math.log(p / (1 - p))
    expect(logit(pd.assigned) - logit(pd.card)).toBeCloseTo(-0.2 * (pd.index! - 60) * 0.1, 9)
    expect(pd).toMatchObject({ level: 1, flags: 0, grade: lent.layout.loans.grade[0] })
  })

  test('has the offered rate of its cell and the whole build-up of its floor', () => {
    const { cell, offered, floor, lgd } = granted.rate
    const { grade } = granted.pd
    expect(cell).toBe(cellKey({ grade, termBand: TERM_BANDS[1], collateral: 'residential' }))
    expect(offered).toBe(schedule.rates![(grade - 1) * 20 + 5])
    expect(lgd).toBe(lent.layout.loans.assignedLgd[0])
    expect(floor).toEqual(
      rateFloor({ balance: granted.line.balance, line: granted.line.line, pd: granted.pd.assigned, lgd }),
    )
  })

  test('judges the six elements by what the bank sees', () => {
    const evidence = Object.fromEntries(
      granted.elements.map(({ element, evidence }) => [
        element,
        Object.fromEntries(evidence.map((one) => [one.field, one])),
      ]),
    )
    expect(granted.elements.map(({ finding }) => finding)).not.toContain('veto')
    expect(evidence['security']!['loanToValue']!.value).toBeCloseTo(0.7, 10)
    expect(evidence['concentration']!['overBorrowing']).toMatchObject({ value: 1.1, finding: 'fair' })
    expect(evidence['concentration']!['clusterShare']!.value).toBeCloseTo(73.5 / 133.5, 10)
    expect(evidence['terms']!['amountToGap']).toMatchObject({ value: 1.25, finding: 'poor' })
    expect(evidence['capacity']!['lineToSales']!.value).toBeCloseTo(73.5 / 2400, 10)
    expect(evidence['willingness']!['settlementIndex']).toMatchObject({ finding: 'good' })
  })

  test('has the settlement index and the risk signals', () => {
    expect(granted.settlement!.result.score).toBeCloseTo(94.17117588526453, 9)
    expect(granted.signals).toMatchObject({ overBorrowing: 1.1, liquidity: 35 / 150, alerts: ['liquidity'] })
    expect(granted.signals!.value).toBe(0)
  })

  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(granted))).toEqual(granted)
  })
})

describe('the explanation of a file declined', () => {
  test('names the first reason, and shows each rule that it fails', () => {
    expect(declined.declined).toBe('lenders')
    const failed = declined.rules.filter(({ passes }) => !passes).map(({ reason }) => reason)
    expect(failed).toEqual(['lenders', 'settlementIndex', 'collateral'])
  })

  test('counts the negative situation, in the index, the elements and the PD', () => {
    expect(declined.settlement!.result.vetoes).toEqual(['roundTrip'])
    expect(declined.pd).toMatchObject({ index: 59, flags: 1 })
    expect(declined.pd.assigned).toBeGreaterThan(declined.pd.card)
    const willingness = declined.elements[0]!.evidence.find(({ field }) => field === 'negativeSituations')
    expect(willingness).toMatchObject({ value: 1, finding: 'poor' })
  })

  test('still shows the line and rate that it would have had', () => {
    expect(declined.line.line).toBe(90)
    expect(declined.rate.offered).toBeGreaterThan(0)
    expect(declined.rate.floor!.rate).toBeGreaterThan(0)
  })

  test('says when the quota is what it fails', () => {
    const { declined: reason, rules } = explainFile(lent, 3)
    expect(reason).toBe('quota')
    expect(rules.filter(({ passes }) => !passes).map(({ reason }) => reason)).toEqual(['quota'])
  })
})

test('a bank that asks for no statements judges by nothing that stands in them', () => {
  const { scorecard: _, ...rest } = strategy
  const card = { card: settlementCard, options: {} }
  const verification = { kind: 'none', tolerance: 0, costPerFile: 0 } as const
  const settlement = { card: settlementCard, channel: null }
  const { elements } = explainFile(lentBy({ ...rest, scorecard: card, settlement, verification }), 0)
  const fields = elements.flatMap(({ evidence }) => evidence.map(({ field }) => field))
  for (const field of ['debtRatio', 'quickRatio', 'paidInCapital', 'minAssetGrowth3y', 'netAssets', 'lossToNetAssets'])
    expect(fields).not.toContain(field)
  const capacity = elements.find(({ element }) => element === 'capacity')!
  expect(capacity.evidence.find(({ field }) => field === 'lineToSales')!.value).toBeCloseTo(73.5 / 2000, 10)
})

test('under a formula the offered rate is the cell’s mean floor, and none of a cell without loans', () => {
  const formula = lentBy(strategy, { ...schedule, kind: 'incomeCoversRisk', rates: null })
  const { offered, floor } = explainFile(formula, 0).rate
  expect(offered).toBeCloseTo(floor!.rate, 12)
  expect(explainFile(formula, 1).rate.offered).toBeNull()
})

test('the legal cap holds the offered rate', () => {
  expect(explainFile(lentBy(strategy, { ...schedule, cap: 0.03 }), 0).rate.offered).toBe(0.03)
})

test('a firm without a line has no floor', () => {
  const firms = { ...lent.firms, requests: { ...lent.firms.requests, financingGap: new Float64Array(4) } }
  const { line: sized, rate } = explainFile({ ...lent, firms }, 0)
  expect([sized.line, sized.balance, rate.floor]).toEqual([0, 0, null])
})

test('a row that is not there, and a strategy without a card, are errors', () => {
  expect(() => explainFile(lent, 4)).toThrow('explainFile: row must be a whole number in 0..3, got 4')
  expect(() => explainFile({ ...lent, strategy: { ...strategy, scorecard: null } }, 0)).toThrow(
    'strategy test: has no scorecard to explain a file with',
  )
})
