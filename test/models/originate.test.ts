import { describe, expect, test } from 'vitest'
import { calibratedCuts, cardPd, gradeOf, originate, pdAssigner } from '../../models/originate.ts'
import type { Strategy } from '../../models/strategy.ts'
import { COLLATERALS, LGD_KINDS } from '../../models/types.ts'
import type { Firms } from '../../models/types.ts'
import { bookSettings, firmsOf } from '../sim/equalBook.ts'
import { markCard, settlementCard, strategyOf } from './lending/files.ts'

const CUTS = [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09]
const four = (...values: number[]): Float64Array => Float64Array.from(values)

describe('assigned PD', () => {
  const formula = (intercept: number, slope: number): Strategy['assignedPd'] => ({ kind: 'formula', intercept, slope })
  const line = { intercept: 1, slope: -0.06 }
  const onLine = (score: number): number => 1 / (1 + Math.exp(-1 + 0.06 * score))

  test('is the calibrated line’s at the score', () => {
    const assign = pdAssigner(strategyOf({ assignedPd: { kind: 'calibrated' } }), line)
    expect(assign(72, 5, NaN, 0)).toBe(onLine(72))
  })

  test('is not below the best of its level where a limit made the level worse', () => {
    const assign = pdAssigner(strategyOf({ assignedPd: formula(1, -0.06) }), null)
    for (const [level, best] of [
      [8, onLine(60)],
      [10, onLine(0)],
    ] as const) {
      const pd = assign(95, level, NaN, 0)
      expect(pd / best).toBeCloseTo(1, 5)
      expect(pd).toBeGreaterThan(best)
    }
    expect(assign(95, 1, NaN, 0)).toBe(onLine(95))
  })

  test('of a level that a limit brings is of the grade of that level, where the scale is cut at the levels', () => {
    const line = { intercept: 1, slope: -0.06 }
    const strategy = strategyOf({ assignedPd: formula(1, -0.06) })
    const cuts = calibratedCuts(line, strategy.scorecard!.card.levelCuts)
    for (const level of [2, 5, 8, 9]) expect(gradeOf(cardPd(strategy, null)(100, level), cuts)).toBe(level)
  })

  test('is the level’s where there is a table', () => {
    const pdByLevel = [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.4]
    expect(pdAssigner(strategyOf({ assignedPd: { kind: 'table', pdByLevel } }), null)(95, 10, NaN, 0)).toBe(0.4)
  })

  test('goes through the settlement channel after the level’s edge', () => {
    const settlement = { card: settlementCard, channel: { perTenPoints: 0.2, perFlag: 0.7 } }
    const strategy = strategyOf({ assignedPd: formula(1, -0.06), settlement })
    const logit = (pd: number): number => Math.log(pd / (1 - pd))
    const moved = (index: number, flags: number): number =>
      logit(pdAssigner(strategy, null)(95, 8, index, flags)) - logit(cardPd(strategy, null)(95, 8))
    expect(moved(80, 0)).toBeCloseTo(-0.4, 12)
    expect(moved(59, 1)).toBeCloseTo(0.72, 12)
  })

  test('is the card’s where the settlement index has no channel', () => {
    const strategy = strategyOf({ assignedPd: formula(1, -0.06), settlement: { card: settlementCard, channel: null } })
    expect(pdAssigner(strategy, null)(72, 5, 20, 3)).toBe(onLine(72))
  })

  test('needs a line to be calibrated', () => {
    expect(() => pdAssigner(strategyOf({ assignedPd: { kind: 'calibrated' } }), null)).toThrow(
      'strategy test: no calibration for its scorecard',
    )
  })

  test('at a card’s level cuts bounds the grades of the calibrated master scale', () => {
    const cuts = calibratedCuts(line, markCard.levelCuts)
    expect(cuts).toHaveLength(9)
    expect([92, 87, 55, 30].map((score) => gradeOf(onLine(score), cuts))).toEqual([1, 2, 8, 9])
    expect(() => calibratedCuts(line, [90, 60])).toThrow('needs a card with 8 level cuts, got 2')
  })
})

describe('loans granted', () => {
  const firms: Firms = firmsOf(four(0.01, 0.02, 0.03, 0.04), four(10, 20, 30, 40), four(NaN, NaN, NaN, 0.4))
  firms.requests.financingGap.set([8, 50, 50, 50])
  firms.requests.termMonths.set([12, 12, 12, 24])
  firms.requests.remainingMonths.set([12, 12, 12, 12])
  firms.requests.repayment.set([0, 0, 0, 1])
  firms.requests.givenGrade.fill(0)
  firms.requests.deposit.set([2, 2, 2, 2])
  firms.requests.fees.set([0.4, 0.4, 0.4, 0.4])
  firms.requests.ownerAum.set([8, 8, 8, 8])
  firms.honesty.set([0, 2, 0, 2])
  const assessment = {
    scores: four(80, 70, 60, 50),
    levels: Uint8Array.of(2, 3, 8, 5),
    index: four(80, 70, 60, 50),
    flags: Uint8Array.of(0, 1, 0, 2),
    declined: Uint8Array.of(0, 0, 1, 0),
  }
  const lent: Firms = { ...firms, applicants: new Map() }
  const assignPd = (score: number, level: number, index: number, flags: number): number =>
    (100 - score) / 1000 + level / 10_000 + index / 1e6 + flags / 1e7
  const grant = (strategy: Strategy) => originate(lent, bookSettings([]), strategy, assessment, assignPd, CUTS)

  test('go to the admitted, at the lower of request and gap, less what a running contract has repaid', () => {
    const loans = grant(strategyOf())
    expect(loans.count).toBe(3)
    expect([...loans.obligor]).toEqual([0, 1, 3])
    expect([...loans.request]).toEqual([0, 1, 3])
    expect([...loans.line]).toEqual([8, 20, 40])
    expect([...loans.balance]).toEqual([8, 20, 20])
    expect([...loans.score]).toEqual([80, 70, 50])
    expect([...loans.level]).toEqual([2, 3, 5])
    expect([...loans.assignedPd]).toEqual([assignPd(80, 2, 80, 0), assignPd(70, 3, 70, 1), assignPd(50, 5, 50, 2)])
    expect([...loans.grade]).toEqual([3, 4, 6])
    expect(Array.from(loans.lgdKind, (kind) => LGD_KINDS[kind])).toEqual(['unsecured', 'fraud', 'stated'])
    expect(loans.assignedLgd[2]).toBe(0.4)
    expect(loans.assignedLgd[0]).toBeCloseTo(0.8, 3)
  })

  test('bring deposits, fees and the owner’s assets as their balance is to the lower of request and gap', () => {
    const { limit } = strategyOf()
    const loans = grant(strategyOf({ limit: { ...limit, maximum: 10, utilisation: 0.5 } }))
    expect([...loans.line]).toEqual([8, 10, 10])
    expect([...loans.balance]).toEqual([4, 5, 2.5])
    expect([...loans.deposit]).toEqual([1, 0.5, 0.125])
    expect([...loans.fees]).toEqual([0.2, 0.1, 0.025])
    expect([...loans.ownerAum]).toEqual([4, 2, 0.5])
  })

  test('are booked in the strategy’s class, at the loss that its loan-to-value leaves', () => {
    lent.requests.collateral.fill(COLLATERALS.indexOf('residential'))
    const inHomes = grant(strategyOf())
    const accept = [...COLLATERALS]
    const carefully = grant(strategyOf({ collateral: { accept, as: null, loanToValue: { residential: 0.7 } } }))
    const asGuaranteed = grant(strategyOf({ collateral: { accept, as: 'guarantee', loanToValue: {} } }))
    lent.requests.collateral.fill(COLLATERALS.indexOf('unsecured'))
    expect(inHomes.assignedLgd[0]).toBeCloseTo(0.3, 1)
    expect(carefully.line[1]).toBeCloseTo(20 * 0.7 * 1.05, 10)
    expect(carefully.assignedLgd[0]).toBeLessThan(0.15)
    expect(Array.from(asGuaranteed.collateral, (code) => COLLATERALS[code])).toEqual(Array(3).fill('guarantee'))
    expect(LGD_KINDS[asGuaranteed.lgdKind[0]!]).toBe('guarantee')
    expect(asGuaranteed.assignedLgd[0]).toBeCloseTo(0.675, 3)
  })

  test('without an assessment are those of the tape, with its PD, collateral and relationship, whatever the strategy', () => {
    const { limit } = strategyOf()
    const strategy = strategyOf({
      scorecard: null,
      limit: { ...limit, maximum: 5 },
      collateral: { accept: ['residential'], as: 'guarantee', loanToValue: { residential: 0.1 } },
    })
    const loans = originate(firms, bookSettings([]), strategy, null, null, CUTS)
    expect([...loans.balance]).toEqual([8, 20, 30, 40])
    expect([...loans.line]).toEqual([8, 20, 30, 80])
    expect([...loans.assignedPd]).toEqual([0.01, 0.02, 0.03, 0.04])
    expect([...loans.grade]).toEqual([1, 2, 3, 4])
    expect([...loans.level]).toEqual([0, 0, 0, 0])
    expect([...loans.deposit]).toEqual([2, 2, 2, 2])
    expect([...loans.collateral]).toEqual([...firms.requests.collateral])
    expect(loans.score.every((score) => Number.isNaN(score))).toBe(true)
  })
})

test('a PD on a cut takes the better grade; beyond the last cut it is grade 10', () => {
  expect([0.005, 0.01, 0.0101, 0.09, 0.5].map((pd) => gradeOf(pd, CUTS))).toEqual([1, 1, 2, 9, 10])
})
