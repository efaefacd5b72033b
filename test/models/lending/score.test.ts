import { describe, expect, test } from 'vitest'
import { score } from '../../../models/lending/score.ts'
import { scoreApplicant } from '../../../models/scorecard/scoreApplicant.ts'
import type { Applicant } from '../../../models/types.ts'
import { citicTrade, vectors } from '../scorecard/citicTrade.ts'
import { columnsOf, markCard, settlementCard, settles, strategyOf } from './files.ts'

const applicants = vectors.map(({ applicant }) => applicant)
const citic = strategyOf({ scorecard: { card: citicTrade, options: {} } })

test('gives every applicant the score and level of the card', () => {
  const { scores, levels, index, flags } = score(citic, columnsOf(applicants), applicants.length)
  const one = applicants.map((applicant) => scoreApplicant(citicTrade, applicant))
  expect([...scores]).toEqual(one.map(({ score }) => score))
  expect([...levels]).toEqual(one.map(({ level }) => level))
  expect(index.every(Number.isNaN)).toBe(true)
  expect(flags.every((count) => count === 0)).toBe(true)
})

test('reads the figures as verified', () => {
  const shading = { ...applicants[0]!, annualSales: 3000, taxSales: 1500, meterSales: 1500, flowSales: 1500 }
  const verification = { kind: 'crossCheck', tolerance: 0.1, costPerFile: 1 } as const
  const { scores } = score({ ...citic, verification }, columnsOf([shading]), 1)
  expect(scores[0]).toBe(scoreApplicant(citicTrade, { ...shading, annualSales: 1500 }).score)
  expect(scores[0]).not.toBe(scoreApplicant(citicTrade, shading).score)
})

describe('with a settlement record', () => {
  const strategy = strategyOf({ settlement: { card: settlementCard, channel: null } })
  const indexOf = (...records: Applicant[]) => {
    const { index, flags } = score(strategy, columnsOf(records.map((one) => ({ mark: 80, ...one }))), records.length)
    return { index: [...index], flags: [...flags] }
  }

  test('the index is that of the golden vector', () => {
    const { index, flags } = indexOf(settles)
    expect(index[0]).toBeCloseTo(94.17117588526453, 9)
    expect(flags).toEqual([0])
  })

  test('each negative situation is counted, and any one caps the index', () => {
    const { index, flags } = indexOf(
      { ...settles, sameDayTurnover: 600 },
      { ...settles, sameDayTurnover: 600, settlementChange: -0.5 },
      { ...settles, maturityWindowRatio: 2, regularMonthsShare: 0.4, verifiedSettlement: 200, settlementChange: -0.5 },
    )
    expect(flags).toEqual([1, 2, 3])
    expect(index.slice(0, 2)).toEqual([59, 59])
    expect(index[2]).toBeLessThan(59)
  })

  test('may be the score itself', () => {
    const scored = score(
      { ...strategy, scorecard: { card: settlementCard, options: {} } },
      columnsOf([settles, { ...settles, sameDayTurnover: 600 }]),
      2,
    )
    expect([...scored.scores]).toEqual([...scored.index])
    expect([...scored.levels]).toEqual([1, 8])
  })

  test('needs its figures drawn', () => {
    const { naturalDeposit: _, ...rest } = settles
    expect(() => indexOf(rest)).toThrow(
      new RangeError("strategy test: needs the applicants' naturalDeposit, which they do not have"),
    )
  })
})

test('needs a card, and what the card reads', () => {
  expect(() => score({ ...citic, scorecard: null }, columnsOf(applicants), 1)).toThrow(
    'strategy test: has no scorecard',
  )
  const { mark: _, ...without } = { mark: 1, debtRatio: 0.5 }
  expect(() => score(strategyOf({ scorecard: { card: markCard, options: {} } }), columnsOf([without]), 1)).toThrow(
    /^strategy test: applicant\.mark is missing/,
  )
})
