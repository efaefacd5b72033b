import { describe, expect, test } from 'vitest'
import { admit, assess, gradeOf, originate } from '../../models/originate.ts'
import { scoreApplicant } from '../../models/scorecard/scoreApplicant.ts'
import { LGD_KINDS } from '../../models/types.ts'
import type { ApplicantColumn, Firms } from '../../models/types.ts'
import { NEUTRAL_STRATEGY } from '../../scenarios/index.ts'
import { bookSettings, firmsOf } from '../sim/equalBook.ts'
import { strategyOf } from '../strategyOf.ts'
import { citicTrade, vectors } from './scorecard/citicTrade.ts'

const CUTS = [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09]
const strategy = strategyOf({
  scorecard: { card: citicTrade, options: {} },
  assignedPd: { kind: 'formula', intercept: 0, slope: 0 },
  admission: { ...NEUTRAL_STRATEGY.admission, worstLevel: 7, maxLenders: 3 },
})

describe('assessment', () => {
  const applicants = vectors.map(({ applicant }) => applicant)
  const columns = new Map(
    Object.keys(applicants[0]!).map((name): [string, ApplicantColumn] => {
      const values = applicants.map((applicant) => applicant[name]!)
      if (values.every((value) => typeof value === 'number')) return [name, Float64Array.from(values)]
      const distinct = [...new Set(values)]
      return [name, { values: distinct, codes: values.map((value) => distinct.indexOf(value)) }]
    }),
  )

  test('gives every applicant the score and level of the card', () => {
    const { scores, levels } = assess(strategy, columns, new Float64Array(applicants.length).fill(1))
    const one = applicants.map((applicant) => scoreApplicant(citicTrade, applicant))
    expect([...scores]).toEqual(one.map(({ score }) => score))
    expect([...levels]).toEqual(one.map(({ level }) => level))
  })

  test('admits up to the worst level and the most lenders, both included', () => {
    expect([...admit(strategy, Uint8Array.of(7, 8, 7, 1), [3, 1, 4, 3])]).toEqual([1, 0, 0, 1])
  })

  test('needs a card', () => {
    expect(() => assess({ ...strategy, scorecard: null }, columns, [1])).toThrow('strategy test: has no scorecard')
  })
})

describe('loans granted', () => {
  const four = (...values: number[]): Float64Array => Float64Array.from(values)
  const firms: Firms = firmsOf(four(0.01, 0.02, 0.03, 0.04), four(10, 20, 30, 40), four(NaN, NaN, NaN, 0.4))
  firms.requests.financingGap.set([8, 50, 50, 50])
  firms.requests.termMonths.set([12, 12, 12, 24])
  firms.requests.remainingMonths.set([12, 12, 12, 12])
  firms.requests.repayment.set([0, 0, 0, 1])
  firms.requests.givenGrade.fill(0)
  firms.honesty.set([0, 2, 0, 2])
  const assessment = {
    scores: four(80, 70, 60, 50),
    levels: Uint8Array.of(2, 3, 8, 5),
    admitted: Uint8Array.of(1, 1, 0, 1),
  }
  const assignPd = (score: number, level: number): number => (100 - score) / 1000 + level / 10_000

  test('go to the admitted, at the lower of request and gap, less what a running contract has repaid', () => {
    const loans = originate(firms, bookSettings([]), assessment, assignPd, CUTS)
    expect(loans.count).toBe(3)
    expect([...loans.obligor]).toEqual([0, 1, 3])
    expect([...loans.request]).toEqual([0, 1, 3])
    expect([...loans.line]).toEqual([8, 20, 40])
    expect([...loans.balance]).toEqual([8, 20, 20])
    expect([...loans.score]).toEqual([80, 70, 50])
    expect([...loans.level]).toEqual([2, 3, 5])
    expect([...loans.assignedPd]).toEqual([assignPd(80, 2), assignPd(70, 3), assignPd(50, 5)])
    expect([...loans.grade]).toEqual([3, 4, 6])
    expect(Array.from(loans.lgdKind, (kind) => LGD_KINDS[kind])).toEqual(['unsecured', 'fraud', 'stated'])
    expect(loans.assignedLgd[2]).toBe(0.4)
    expect(loans.assignedLgd[0]).toBeCloseTo(0.8, 3)
  })

  test('without a card are those of the tape, with its PD', () => {
    const loans = originate(firms, bookSettings([]), null, null, CUTS)
    expect([...loans.balance]).toEqual([8, 20, 30, 40])
    expect([...loans.line]).toEqual([8, 20, 30, 80])
    expect([...loans.assignedPd]).toEqual([0.01, 0.02, 0.03, 0.04])
    expect([...loans.grade]).toEqual([1, 2, 3, 4])
    expect([...loans.level]).toEqual([0, 0, 0, 0])
    expect(loans.score.every((score) => Number.isNaN(score))).toBe(true)
  })
})

test('a PD on a cut takes the better grade; beyond the last cut it is grade 10', () => {
  expect([0.005, 0.01, 0.0101, 0.09, 0.5].map((pd) => gradeOf(pd, CUTS))).toEqual([1, 1, 2, 9, 10])
})
