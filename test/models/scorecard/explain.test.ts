import { describe, expect, test } from 'vitest'
import type { CardOptions } from '../../../models/scorecard/cardOptions.ts'
import { explainScore } from '../../../models/scorecard/explain.ts'
import { scoreApplicant } from '../../../models/scorecard/scoreApplicant.ts'
import type { Applicant } from '../../../models/types.ts'
import { best, citicTrade, vectors } from './citicTrade.ts'

const explain = (fields: Applicant, options?: CardOptions) => explainScore(citicTrade, { ...best, ...fields }, options)
const why = (item: string, fields: Applicant, options?: CardOptions) =>
  explain(fields, options).rows.find((row) => row.item === item)!.why

test('the explained marks are those of the score', () => {
  for (const { applicant, options } of vectors) {
    const { result, rows } = explainScore(citicTrade, applicant, options)
    expect(result).toEqual(scoreApplicant(citicTrade, applicant, options))
    expect(Object.fromEntries(rows.map(({ item, marks }) => [item, marks]))).toEqual(result.items)
  }
})

test('a row has section, title, value and full marks', () => {
  expect(explain({ debtRatio: 0.69 }).rows[0]).toEqual({
    section: 'solvency',
    item: 'debtRatio',
    title: { en: 'Debt ratio', zh: '资产负债率' },
    value: 0.69,
    marks: 7,
    fullMarks: 10,
    why: '0.69 is 3 whole steps of 0.03 above 0.60: −3',
  })
})

describe('each kind of rule says why', () => {
  test.each([
    ['debtRatio', { debtRatio: 0.6 }, {}, '0.6 is at 0.60: full marks'],
    ['debtRatio', { debtRatio: 0.5 }, {}, '0.5 is not above 0.60: full marks'],
    ['debtRatio', { debtRatio: 0.61 }, {}, '0.61 is 0 whole steps of 0.03 above 0.60: full marks'],
    ['debtRatio', { debtRatio: 0.61 }, { partialSteps: 'ceil' }, '0.61 is 1 started step of 0.03 above 0.60: −1'],
    ['debtRatio', { debtRatio: 0.645 }, { partialSteps: 'linear' }, '0.645 is 1.5 steps of 0.03 above 0.60: −1.5'],
    ['quickRatio', { quickRatio: 0.5 }, {}, '0.5 is 10 whole steps of 0.15 below 2.00: −10, at most 7'],
    ['ownerYearsInTrade', { ownerYearsInTrade: 3 }, {}, '3 is at least 2: 1 of 2'],
    ['ownerYearsInTrade', { ownerYearsInTrade: 1 }, {}, '1 reaches no band: 0 of 2'],
    ['ownerYearsInTrade', { ownerPriorFailure: true }, {}, 'ownerPriorFailure is true: none'],
    ['assetGrowth', { minAssetGrowth3y: 0.05 }, {}, '0.05 is above 0: 2 of 3'],
    ['assetGrowth', { minAssetGrowth3y: -0.05 }, {}, '−0.05 reaches no band: 0 of 3'],
    ['ownerHealth', {}, {}, '45 is at most 50 and ownerHealthy is true: 1 of 1'],
    ['ownerHealth', { ownerAge: 51 }, {}, '51 is above 50: none'],
    ['ownerHealth', { ownerHealthy: false }, {}, 'ownerHealthy is false: none'],
    ['location', { location: 'average' }, {}, 'average: 5 of 7'],
    ['overdueCount', {}, {}, 'none: full marks'],
    ['overdueCount', { overdueCount: 1 }, {}, '1 × 2: −2'],
    ['overdueCount', { overdueCount: 2 }, {}, '2, and no marks are left from 2 on'],
    ['overdueCount', { overdueCount: 2 }, { twoOverdues: 'minusTwoEach' }, '2 × 2: −4'],
    [
      'settlementVolume',
      { settlementCorporate: 900, settlementPersonalAgreed: 200 },
      {},
      '900 + 0.6 × 200 = 1020 is 19 whole steps of 50 beyond 50: 2 + 19 × 0.3 = 7.7',
    ],
    [
      'settlementVolume',
      { settlementCorporate: 70, settlementPersonalAgreed: 0 },
      { settlementStep: 'per1' },
      '70 + 0.6 × 0 = 70 is 20 steps of 1 beyond 50: 2 + 20 × 0.3 = 8',
    ],
    [
      'settlementVolume',
      { settlementCorporate: 40, settlementPersonalAgreed: 10 },
      {},
      '40 + 0.6 × 10 = 46 is below 50: none',
    ],
    [
      'settlementVolume',
      { settlementCorporate: 2050, settlementPersonalAgreed: 0 },
      {},
      '2050 + 0.6 × 0 = 2050 is 40 whole steps of 50 beyond 50: 2 + 40 × 0.3 = 14, at most 10',
    ],
  ])('%s %j under %j: %s', (item, fields, options, sentence) => {
    expect(why(item, fields as Applicant, options as CardOptions)).toBe(sentence)
  })
})

describe('what follows the marks is said too', () => {
  test('a full score needs no further words', () => {
    expect(explain({})).toMatchObject({
      conversion: null,
      deduction: null,
      levelCut: '100 reaches 90, the cut of level 1',
      levelLimit: null,
    })
  })

  test('conversion without the performance section, and the level it allows at best', () => {
    expect(explain({ location: 'average' }, { performanceScored: false })).toMatchObject({
      conversion: 'performance not scored: 68 ÷ 70 × 100 = 97.14285714',
      levelCut: '97.14285714 reaches 90, the cut of level 1',
      levelLimit: 'level 3 because of performance not scored',
    })
  })

  test.each([
    [33, 300, 'lossAmount ÷ netAssets = 33 ÷ 300 = 0.11, 5 steps of 0.02: −5'],
    [90, 300, 'lossAmount ÷ netAssets = 90 ÷ 300 = 0.3, 15 steps of 0.02: −15, at most 10'],
    [1, -5, 'lossAmount 1 with netAssets −5, not positive: −10'],
  ])('the deduction for a loss of %d against %d', (lossAmount, netAssets, sentence) => {
    expect(explain({ lossAmount, netAssets }).deduction).toBe(sentence)
  })

  test('a score below the last cut', () => {
    const { applicant } = vectors.find(({ name }) => name === 'weak firm')!
    expect(explainScore(citicTrade, applicant).levelCut).toBe('37.9 is below 50, the cut of level 8: level 9')
  })

  test('limits: which apply and what set them off', () => {
    const { limits, levelLimit } = explain({
      restrictedIndustry: true,
      netAssets: -5,
      chaoticManagement: true,
      twoLossYears: true,
    })
    expect(levelLimit).toBe('level 10 because of limit L10')
    expect(limits.map(({ id, applies, why }) => [id, applies, why])).toEqual([
      ['L10', true, 'netAssets −5 below 0, chaoticManagement and twoLossYears: level 10'],
      ['L8', true, 'restrictedIndustry: level 8 at best'],
    ])
    expect(explain({}).limits.map(({ applies, why }) => [applies, why])).toEqual([
      [false, 'nothing applies'],
      [false, 'nothing applies'],
    ])
  })
})
