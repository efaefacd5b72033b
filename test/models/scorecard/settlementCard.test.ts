import { describe, expect, test } from 'vitest'
import { cardOptions } from '../../../models/scorecard/cardOptions.ts'
import { checkApplicant } from '../../../models/scorecard/checkApplicant.ts'
import { compileCard, compileVerdict } from '../../../models/scorecard/compileCard.ts'
import { explainScore } from '../../../models/scorecard/explain.ts'
import { settlementCard, sound } from '../settlement/settlementCard.ts'

const { settlementAllBanks, referenceSales, settlementChange, grossTurnover, sameDayTurnover, ...required } = sound
const situations = { settlementAllBanks, referenceSales, settlementChange, grossTurnover, sameDayTurnover }

describe('the settlement index as a card', () => {
  test('scores with the index, its parts as items', () => {
    const { items, raw, ...rest } = compileCard(settlementCard)({ ...sound })
    expect(Object.keys(items)).toEqual(['volume', 'retention', 'sincerity'])
    expect(raw).toBeCloseTo(94.17117588526453, 9)
    expect(rest).toEqual({ sections: {}, deduction: 0, score: raw, level: 2, vetoes: [] })
  })

  test('a negative situation takes the score down to the cap, at level 8', () => {
    const result = compileCard(settlementCard)({ ...sound, sameDayTurnover: 600 })
    expect(result).toMatchObject({ score: 59, level: 8, vetoes: ['roundTrip'] })
    expect(result.deduction).toBeCloseTo(94.17117588526453 - 59, 9)
  })

  test.each([{}, { sameDayTurnover: 600 }, { verifiedSettlement: 300 }, { naturalDeposit: 0 }])(
    'the verdict alone is that of the full account, with %j',
    (fields) => {
      const applicant = { ...sound, ...fields }
      const { score, level } = compileCard(settlementCard)(applicant)
      expect(compileVerdict(settlementCard)(applicant)).toEqual({ score, level })
    },
  )

  test('figures of negative situations may be left out, and then raise none', () => {
    expect(checkApplicant(settlementCard, required)).toEqual([])
    expect(compileCard(settlementCard)(required)).toEqual(compileCard(settlementCard)({ ...sound }))
    expect(checkApplicant(settlementCard, situations)).toEqual(
      Object.keys(required).map((field): unknown =>
        expect.stringMatching(`^applicant.${field} is missing, must be a number`),
      ),
    )
  })

  test('an applicant who cannot be scored is refused with every problem named', () => {
    const wrong = { ...sound, cashSales: 0, loanShare: 1.5, settlementChange: -2, grossTurnover: 'much' }
    const message =
      'applicant.cashSales must be a number > 0, got 0; applicant.loanShare must be a number in (0, 1], got 1.5; ' +
      'applicant.settlementChange must be a number ≥ -1, got -2; applicant.grossTurnover must be a number ≥ 0, got "much"'
    expect(() => compileCard(settlementCard)(wrong)).toThrow(message)
    expect(() => compileVerdict(settlementCard)(wrong)).toThrow(message)
  })

  test('it has no options', () => {
    expect(cardOptions(settlementCard)).toEqual({})
    expect(() => compileCard(settlementCard, { partialSteps: 'ceil' })).toThrow(
      'card settlement has no option partialSteps, allowed: none',
    )
  })
})

describe('the explanation of an index', () => {
  const explain = (fields: object) => explainScore(settlementCard, { ...sound, ...fields })

  test('says why each part is what it is, and how they make the index', () => {
    const { rows, conversion, deduction, levelLimit, levelCut, result } = explain({})
    expect(rows.map(({ item, marks }) => [item, marks])).toEqual(Object.entries(result.items))
    expect(rows.map(({ value, why }) => [value, why])).toEqual([
      [0.9167, 'settlement ÷ (loan share × cash sales) = 1100 ÷ (0.6 × 2000) = 0.9167'],
      [1.0606, 'deposit ÷ settlement ÷ norm = 35 ÷ 1100 ÷ 0.03 = 1.0606, at most 1'],
      [0.8883, '0.5 × 0.9167 regular months + 0.3 × 0.9 for a window ratio of 1.1 + 0.2 × 0.8 of products = 0.8883'],
    ])
    expect(conversion).toBe('index = 100 × 0.9167^0.35 × 1^0.4 × 0.8883^0.25 = 94.1712')
    expect([deduction, levelLimit]).toEqual([null, null])
    expect(levelCut).toBe('94.17117589 reaches 90, the cut of level 2; high, from 75')
  })

  test.each([
    [{ naturalDeposit: 14 }, 'middle, from 60 and below 75'],
    [{ verifiedSettlement: 300, naturalDeposit: 14 }, 'low, below 60'],
  ])('names the band, with %j', (fields, words) => {
    expect(explain(fields).levelCut).toContain(`; ${words}`)
  })

  test('nothing settled leaves nothing that could stay', () => {
    expect(explain({ verifiedSettlement: 0 }).rows[1]).toMatchObject({ marks: 0, why: 'no settlement that could stay' })
  })

  test('says what the cap takes', () => {
    expect(explain({ sameDayTurnover: 600 }).deduction).toBe('94.1712 is capped at 59 because of roundTrip: −35.1712')
  })

  test.each([
    [
      'evasion',
      { verifiedSettlement: 240 },
      'settlement at all banks 1900 is at least 0.7 × sales 2000, yet volume here 0.2 is below 0.4',
    ],
    ['noVolume', { settlementAllBanks: 1000 }, "settlement at all banks 1000 is below 0.6 × last year's sales 1900"],
    ['noVolume', { settlementChange: -0.5 }, 'settlement fell by 0.5, more than 0.4'],
    ['roundTrip', { naturalDeposit: 5 }, 'deposit 5 is below 0.3 × norm 0.03 × gross turnover 1400'],
    ['roundTrip', { sameDayTurnover: 600 }, 'same-day turnover 600 is above 0.4 × gross turnover 1400'],
    [
      'dressing',
      { maturityWindowRatio: 2.5, regularMonthsShare: 0.25 },
      'settlement before maturity is 2.5 times that of other months, at least 2, and the share of regular months 0.25 is below 0.5',
    ],
  ])('says which negative situation by which rule: %s with %j', (situation, fields, why) => {
    const { limits } = explain(fields)
    expect(limits.map(({ id }) => id)).toEqual(['evasion', 'noVolume', 'roundTrip', 'dressing'])
    expect(limits.filter(({ applies }) => applies)).toEqual([
      expect.objectContaining({ id: situation, why: `${why}: at most 59` }),
    ])
    expect(limits.find(({ applies }) => !applies)!.why).toBe('nothing applies')
  })

  test('two causes of one situation are both told', () => {
    const { limits } = explain({ settlementAllBanks: 1000, settlementChange: -0.5 })
    expect(limits[1]!.why).toBe(
      "settlement at all banks 1000 is below 0.6 × last year's sales 1900; settlement fell by 0.5, more than 0.4: at most 59",
    )
  })
})
