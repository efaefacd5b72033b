import { describe, expect, test } from 'vitest'
import type { CardOptions } from '../../../models/scorecard/cardOptions.ts'
import { compileCard, compileVerdict } from '../../../models/scorecard/compileCard.ts'
import { scoreApplicant } from '../../../models/scorecard/scoreApplicant.ts'
import type { MarksCard } from '../../../models/scorecard/card.ts'
import type { Applicant } from '../../../models/types.ts'
import { best, citicTrade, vectors } from './citicTrade.ts'

const weak = vectors.find(({ name }) => name === 'weak firm')!.applicant
const score = (fields: Applicant, options = {}) => scoreApplicant(citicTrade, { ...best, ...fields }, options)

test('one compiled card scores many applicants as scoring each does', () => {
  const compiled = compileCard(citicTrade, { twoOverdues: 'minusTwoEach' })
  for (const { applicant } of vectors)
    expect(compiled(applicant)).toEqual(scoreApplicant(citicTrade, applicant, { twoOverdues: 'minusTwoEach' }))
})

test.each<CardOptions>([{}, { twoOverdues: 'minusTwoEach', partialSteps: 'ceil' }, { performanceScored: false }])(
  'the verdict alone is that of the full account, with options %o',
  (options) => {
    const verdictOf = compileVerdict(citicTrade, options)
    const accountOf = compileCard(citicTrade, options)
    const limited = { ...weak, currentArrears: true, insolvent: true }
    for (const applicant of [...vectors.map((vector) => vector.applicant), best, limited]) {
      const { score, level } = accountOf(applicant)
      expect(verdictOf(applicant)).toEqual({ score, level })
    }
    expect(() => verdictOf({ ...best, debtRatio: 'x' })).toThrow('applicant.debtRatio must be a number')
  },
)

describe('limits of the CITIC trade card', () => {
  test.each([
    ['blacklisted', 'L10', 10],
    ['insolvent', 'L10', 10],
    ['disorderlyOperation', 'L10', 10],
    ['restrictedIndustry', 'L8', 8],
    ['currentArrears', 'L8', 8],
    ['classifiedSubstandard', 'L8', 8],
  ])('%s alone sets %s off: a firm of full marks is at level %d', (flag, limit, level) => {
    expect(score({})).toMatchObject({ level: 1, vetoes: [] })
    expect(score({ [flag]: true })).toMatchObject({ score: 100, level, vetoes: [limit] })
  })

  test('level 8 or worse leaves a firm of level 9 there, and says that the limit applies', () => {
    const result = scoreApplicant(citicTrade, { ...weak, currentArrears: true })
    expect(result).toMatchObject({ level: 9, vetoes: ['L8'] })
  })

  test('level 10 is exact and beats level 8', () => {
    expect(scoreApplicant(citicTrade, { ...weak, insolvent: true, restrictedIndustry: true })).toMatchObject({
      level: 10,
      vetoes: ['L10', 'L8'],
    })
  })

  test.each([
    [{ chaoticManagement: true }, 1],
    [{ twoLossYears: true, noStatements: true }, 1],
    [{ chaoticManagement: true, twoLossYears: true }, 10],
    [{ chaoticManagement: true, noStatements: true }, 10],
  ])('the parts of the third ground %j lead to level %d: chaos, and losses or no statements', (parts, level) => {
    expect(score(parts).level).toBe(level)
  })

  test('an overdue cured within the year costs two marks and no level', () => {
    expect(score({ overdueCount: 1 })).toMatchObject({ score: 98, level: 1, vetoes: [] })
  })

  test('an exact limit gives its level even where another only bounds it', () => {
    const limits = [
      { id: 'exact', title: { en: 'exact' }, level: 5, exact: true, anyOf: ['insolvent'] },
      { id: 'bound', title: { en: 'bound' }, level: 8, exact: false, anyOf: ['blacklisted'] },
    ]
    const card: MarksCard = { ...citicTrade, limits }
    expect(scoreApplicant(card, { ...best, insolvent: true, blacklisted: true }).level).toBe(5)
    expect(scoreApplicant(card, { ...best, blacklisted: true }).level).toBe(8)
    expect(scoreApplicant(card, { ...weak, insolvent: true }).level).toBe(5)
  })
})

describe('deduction for loss exposure', () => {
  test.each([
    [0, 500, 0],
    [9.99, 500, 0],
    [10, 500, 1],
    [30, 500, 3],
    [99.99, 500, 9],
    [100, 500, 10],
    [400, 500, 10],
    [0, 0, 0],
    [0.01, 0, 10],
    [0, -50, 0],
    [0.01, -50, 10],
  ])('a loss of %d against net assets of %d takes %d marks', (lossAmount, netAssets, deduction) => {
    expect(score({ lossAmount, netAssets })).toMatchObject({ raw: 100, deduction, score: 100 - deduction })
  })

  test('negative net assets are insolvency, at level 10; none at all are not', () => {
    expect(score({ netAssets: -0.01 })).toMatchObject({ level: 10, vetoes: ['L10'] })
    expect(score({ netAssets: 0 })).toMatchObject({ level: 1, vetoes: [] })
  })

  test('a score does not fall below 0', () => {
    const worst: Applicant = {
      ...best,
      ...{ debtRatio: 1, quickRatio: 0, paidInCapital: 0, annualSales: 0, annualTax: 0, minAssetGrowth3y: 0 },
      ...{ ownerCharacter: 'unclear', ownerYearsInTrade: 0, ownerAge: 60, management: 'workshopOrFeud' },
      ...{ overdueCount: 4, depositToLoan: 0, repaymentSource: 'other', settlementCorporate: 0 },
      ...{ settlementPersonalAgreed: 0, location: 'remote', channel: 'other', peerOpinion: 'poor', outlook: 'poor' },
      lossAmount: 500,
    }
    expect(scoreApplicant(citicTrade, worst)).toMatchObject({ raw: 6, deduction: 10, score: 0, level: 9 })
  })
})

describe('without the performance section', () => {
  const dropped = { performanceScored: false }

  test('70 marks convert to 100 and level 3 is the best', () => {
    const result = score({}, dropped)
    expect(result).toMatchObject({ raw: 70, level: 3, vetoes: [] })
    expect(result.score).toBeCloseTo(100, 9)
    expect(result.sections['performance']).toBe(0)
    expect(result.items).not.toHaveProperty('overdueCount')
  })

  test('a level worse than 3 stays', () => {
    expect(score({ location: 'remote', channel: 'other', annualTax: 0 }, dropped)).toMatchObject({ raw: 53, level: 4 })
  })

  test('the deduction comes after the conversion', () => {
    const result = score({ lossAmount: 50, location: 'average' }, dropped)
    expect(result.deduction).toBe(5)
    expect(result.score).toBeCloseTo((68 / 70) * 100 - 5, 9)
  })

  test('limits still apply', () => {
    expect(score({ currentArrears: true }, dropped).level).toBe(8)
    expect(score({ blacklisted: true }, dropped).level).toBe(10)
  })

  test('nothing of what the section reads is asked for', () => {
    const { overdueCount, depositToLoan, repaymentSource, settlementCorporate, ...rest } = best
    expect(overdueCount).toBe(0)
    expect(compileCard(citicTrade, dropped)(rest)).toEqual(score({}, dropped))
    expect(() => compileCard(citicTrade)({ ...rest, depositToLoan: depositToLoan! })).toThrow(
      'applicant.overdueCount is missing, must be a whole number ≥ 0; applicant.repaymentSource',
    )
    expect([repaymentSource, settlementCorporate]).toEqual(['sales', 1500])
  })

  test('a card must keep a section to score', () => {
    const alone = { ...citicTrade, sections: citicTrade.sections.filter(({ id }) => id === 'performance') }
    expect(() => compileCard(alone, dropped)).toThrow('the options must leave a section to score')
  })
})

test('a card without options, deduction and limits counts whole steps', () => {
  const { options, ...rest } = citicTrade
  expect(Object.keys(options)).toContain('partialSteps')
  const plain: MarksCard = {
    ...rest,
    options: {},
    deduction: null,
    limits: [],
    sections: citicTrade.sections.filter(({ id }) => id === 'solvency'),
  }
  const result = scoreApplicant(plain, { ...best, debtRatio: 0.6499, lossAmount: 100, insolvent: true })
  expect(result).toEqual({
    items: { debtRatio: 9, quickRatio: 7, paidInCapital: 8 },
    sections: { solvency: 24 },
    raw: 24,
    deduction: 0,
    score: 24,
    level: 9,
    vetoes: [],
  })
})
