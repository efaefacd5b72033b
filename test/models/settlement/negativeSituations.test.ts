import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NEGATIVE_SITUATIONS } from '../../../models/settlement/inputs.ts'
import {
  type SettlementRecord,
  compileFlags,
  negativeSituations,
} from '../../../models/settlement/negativeSituations.ts'
import { settlementCard, sound } from './settlementCard.ts'

const situations = (fields: Partial<SettlementRecord>) => negativeSituations(settlementCard, { ...sound, ...fields })

test('a borrower who keeps every promise is in no negative situation', () => {
  expect(situations({})).toEqual([])
})

describe('N1 has sales but keeps their settlement away from the lender: 刻意避开贷款银行监管 (Li, Xiao, Tan)', () => {
  test.each([
    // The promise is .6 × 2,000; .4 of it is 480, .7 of sales is 1,400.
    ['little here and enough at all banks', { verifiedSettlement: 479, settlementAllBanks: 1400 }, true],
    ['volume here at the bound', { verifiedSettlement: 480, settlementAllBanks: 1400 }, false],
    ['too little at all banks to have sales', { verifiedSettlement: 479, settlementAllBanks: 1399 }, false],
    ['unknown at other banks', { verifiedSettlement: 479, settlementAllBanks: NaN }, false],
  ])('%s', (_, fields, active) => {
    expect(situations({ ...fields, referenceSales: 0 })).toEqual(active ? ['evasion'] : [])
  })
})

describe('N2 has no normal volume, production or market being bad (Li, Xiao, Tan)', () => {
  test.each([
    // .6 of last year's 1,900 is 1,140.
    ['all banks below six tenths of last year’s sales', { settlementAllBanks: 1139 }, true],
    ['all banks at six tenths', { settlementAllBanks: 1140 }, false],
    ['settlement down by more than four tenths', { settlementChange: -0.41 }, true],
    ['settlement down by four tenths', { settlementChange: -0.4 }, false],
    ['neither known', { settlementAllBanks: NaN, referenceSales: NaN, settlementChange: NaN }, false],
  ])('%s', (_, fields, active) => {
    expect(situations(fields)).toEqual(active ? ['noVolume'] : [])
  })
})

describe('N3 round-trips one sum across banks: 一笔资金转来转去伪造销售结算量 (Li, Xiao, Tan)', () => {
  test.each([
    // .3 × .03 × 1,400 is 12.6; .4 × 1,400 is 560.
    ['deposit below three tenths of the norm of gross turnover', { naturalDeposit: 12.5 }, true],
    ['deposit above it', { naturalDeposit: 12.7 }, false],
    ['same-day turnover above four tenths of gross turnover', { sameDayTurnover: 561 }, true],
    ['same-day turnover at four tenths', { sameDayTurnover: 560 }, false],
    ['gross turnover unknown', { naturalDeposit: 0, grossTurnover: NaN, sameDayTurnover: NaN }, false],
    ['no turnover at all', { naturalDeposit: 0, grossTurnover: 0, sameDayTurnover: 0 }, false],
  ])('%s', (_, fields, active) => {
    expect(situations(fields)).toEqual(active ? ['roundTrip'] : [])
  })
})

describe('N4 shows some receipts only near maturity: 临近到期才回点货款 (Li, Xiao, Tan)', () => {
  test.each([
    ['twice the settlement before maturity, and few regular months', 2, 5 / 12, true],
    ['less than twice', 1.99, 5 / 12, false],
    ['half of the months regular', 2, 6 / 12, false],
  ])('%s', (_, maturityWindowRatio, regularMonthsShare, active) => {
    expect(situations({ maturityWindowRatio, regularMonthsShare })).toEqual(active ? ['dressing'] : [])
  })
})

test('all four can be active at once, and are told in their order', () => {
  const worst = {
    ...{ verifiedSettlement: 200, settlementAllBanks: 1500, settlementChange: -0.5, naturalDeposit: 1 },
    ...{ maturityWindowRatio: 3, regularMonthsShare: 0.1 },
  }
  expect(situations(worst)).toEqual(NEGATIVE_SITUATIONS)
  expect(compileFlags(settlementCard)({ ...sound, ...worst })).toBe(0b1111)
})

test('bit i of the compiled flags is the i-th situation, for any borrower', () => {
  const flagsOf = compileFlags(settlementCard)
  const amount = (max: number) => fc.double({ min: 0, max, noNaN: true })
  const records = fc.record({
    ...{ verifiedSettlement: amount(2000), cashSales: amount(2000), loanShare: fc.constant(0.6) },
    ...{ naturalDeposit: amount(60), depositNorm: fc.constant(0.03), regularMonthsShare: amount(1) },
    ...{ maturityWindowRatio: amount(4), productShare: amount(1), settlementAllBanks: amount(3000) },
    ...{ referenceSales: amount(3000), settlementChange: fc.double({ min: -1, max: 1, noNaN: true }) },
    ...{ grossTurnover: amount(3000), sameDayTurnover: amount(2000) },
  })
  fc.assert(
    fc.property(records, (record) => {
      const flags = flagsOf(record)
      const named = negativeSituations(settlementCard, record)
      NEGATIVE_SITUATIONS.forEach((situation, i) => expect((flags >> i) & 1).toBe(named.includes(situation) ? 1 : 0))
    }),
  )
})
