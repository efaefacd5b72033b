import { describe, expect, test } from 'vitest'
import { ADMISSION_RULES } from '../../../models/lending/admission.ts'
import { assess } from '../../../models/lending/assess.ts'
import { DECLINE_REASONS } from '../../../models/result.ts'
import type { Admission, Strategy } from '../../../models/strategy.ts'
import type { Applicant } from '../../../models/types.ts'
import {
  type Applying,
  admitting,
  book,
  firmsApplying,
  reasonsOf,
  settlementCard,
  settles,
  strategyOf,
} from './files.ts'

/** First rule that declines each firm. */
const declines = (strategy: Strategy, ...applying: Applying[]) =>
  reasonsOf(assess(strategy, firmsApplying(applying), book))

/** The same of applicants with one field at each of some values. */
const declinesAt = (asked: Partial<Admission>, field: string, ...values: number[]) =>
  declines(admitting(asked), ...values.map((value) => ({ told: { [field]: value } })))

describe('admission', () => {
  test('level: worse than level 7 is declined (scoring table: level 8 and worse is the class to exclude)', () => {
    expect(declinesAt({ worstLevel: 7 }, 'mark', 60, 59, 49)).toEqual([null, 'level', 'level'])
  })

  test('lenders: credit at more than three banks at once is declined (guideline: cautious; Wenzhou cap of three)', () => {
    expect(declinesAt({ maxLenders: 3 }, 'lenders', 1, 3, 4)).toEqual([null, null, 'lenders'])
  })

  test('years: under two years of normal operation is declined (guideline for joint-liability loans)', () => {
    expect(declinesAt({ minYears: 2 }, 'yearsOfOperation', 1.99, 2, 9)).toEqual(['years', null, null])
  })

  test('joint guarantee: debt ratio at most 70 % in production, 80 % in trade (guideline for joint-liability loans)', () => {
    const strategy = admitting({ maxDebtRatio: 0.8, sectorMaxDebtRatio: { production: 0.7 } })
    const firm = (sector: string, debtRatio: number): Applying => ({ sector, told: { debtRatio } })
    expect(declines(strategy, firm('production', 0.7), firm('production', 0.71))).toEqual([null, 'debtRatio'])
    expect(declines(strategy, firm('trade', 0.8), firm('trade', 0.81))).toEqual([null, 'debtRatio'])
  })

  test('debtRatio: one bound for all sectors', () => {
    expect(declinesAt({ maxDebtRatio: 0.75 }, 'debtRatio', 0.75, 0.76)).toEqual([null, 'debtRatio'])
  })

  test('ownerAge: the owner is from 20 to 60, both included (guideline for joint-liability loans)', () => {
    expect(declinesAt({ ownerAge: [20, 60] }, 'ownerAge', 19, 20, 60, 61)).toEqual(['ownerAge', null, null, 'ownerAge'])
    expect(declinesAt({ ownerAge: [20, Infinity] }, 'ownerAge', 19, 99)).toEqual(['ownerAge', null])
  })

  test('sales: at least 100 in twelve months by transaction flows (platform lender), whatever the firm says', () => {
    const verification = { kind: 'none', tolerance: 0, costPerFile: 0 } as const
    const strategy = admitting({ minSales: 100 }, { verification })
    const firm = (flowSales: number, annualSales: number): Applying => ({ told: { flowSales, annualSales } })
    expect(declines(strategy, firm(100, 0), firm(99, 500))).toEqual([null, 'sales'])
  })

  test('sales: those of the statements as verified, for whoever cross-checks them', () => {
    const verification = { kind: 'crossCheck', tolerance: 0.1, costPerFile: 0 } as const
    const strategy = admitting({ minSales: 100 }, { verification })
    const told = { annualSales: 150, taxSales: 90, meterSales: 95, flowSales: 80 }
    expect(declines(strategy, { told }, { told: { ...told, taxSales: 140, flowSales: 145 } })).toEqual(['sales', null])
  })

  test('settlementShare: main settlement is with the bank (guideline for joint-liability loans)', () => {
    const firm = (settlementCorporate: number, settlementPersonalAgreed: number): Applying => ({
      told: { settlementCorporate, settlementPersonalAgreed, annualSales: 1000 },
    })
    expect(
      declines(admitting({ minSettlementShare: 0.5 }), firm(500, 0), firm(499, 0), firm(440, 100), firm(430, 100)),
    ).toEqual([null, 'settlementShare', null, 'settlementShare'])
  })

  const settlement = { card: settlementCard, channel: null }

  test('settlementIndex: an index below the bound is declined, after the cap (settlement credit index: low below 60)', () => {
    const strategy = admitting({ minSettlementIndex: 60 }, { settlement })
    expect(declines(strategy, { told: settles }, { told: { ...settles, sameDayTurnover: 600 } })).toEqual([
      null,
      'settlementIndex',
    ])
  })

  test.each([
    ['N1 evasion: has sales but keeps settlement away from the lender', { verifiedSettlement: 400 }],
    ['N2 noVolume: settlement is down by more than 40 % on the year', { settlementChange: -0.41 }],
    ['N3 roundTrip: one sum goes round several accounts', { sameDayTurnover: 481 }],
    ['N4 dressing: receipts only near maturity', { maturityWindowRatio: 2, regularMonthsShare: 0.4 }],
  ] satisfies [string, Applicant][])('negativeFlag: %s (settlement paper)', (_, situation) => {
    const strategy = admitting({ declineFlagged: true }, { settlement })
    expect(declines(strategy, { told: settles }, { told: { ...settles, ...situation } })).toEqual([
      null,
      'negativeFlag',
    ])
  })

  test('overBorrowing: loans of all banks against the working-capital need (settlement paper, fifth use)', () => {
    const firm = (allBankLoans: number): Applying => ({ told: { allBankLoans, workingCapitalNeed: 200 } })
    expect(declines(admitting({ maxOverBorrowing: 1.2 }), firm(240), firm(241))).toEqual([null, 'overBorrowing'])
  })

  test('sector: excluded sectors are not lent to (credit policy)', () => {
    expect(declines(admitting({ excludedSectors: ['steel'] }), { sector: 'steel' }, { sector: 'trade' })).toEqual([
      'sector',
      null,
    ])
  })

  test('region: only the regions named are lent to (localisation)', () => {
    expect(declines(admitting({ regions: ['north', 'south'] }), { region: 'north' }, { region: 'rural' })).toEqual([
      null,
      'region',
    ])
  })

  test('collateral: only classes that the strategy accepts are lent against', () => {
    const strategy = strategyOf({ collateral: { accept: ['residential'], as: null, loanToValue: {} } })
    expect(declines(strategy, { collateral: 'residential' }, { collateral: 'guarantee' })).toEqual([null, 'collateral'])
  })

  test('limit: a line below the least is declined, and one of nothing always', () => {
    const { limit } = strategyOf()
    const from50 = strategyOf({ limit: { ...limit, minimum: 50 } })
    expect(declines(from50, { gap: 50 }, { gap: 49 })).toEqual([null, 'limit'])
    expect(declines(strategyOf(), { gap: 0.01 }, { gap: 0 })).toEqual([null, 'limit'])
  })

  test('approves everybody where it asks for nothing, and then needs nothing of the applicants but the card', () => {
    expect(declines(strategyOf(), {}, { told: { mark: 0 } })).toEqual([null, null])
  })

  test('names the first rule that a file fails, in the order of the reasons', () => {
    const strategy = admitting({ worstLevel: 7, maxLenders: 3, excludedSectors: ['steel'] })
    const told = { mark: 90, lenders: 2 }
    expect(
      declines(
        strategy,
        { told: { mark: 40, lenders: 5 }, sector: 'steel' },
        { told: { ...told, lenders: 5 }, sector: 'steel' },
        { told, sector: 'steel' },
      ),
    ).toEqual(['level', 'lenders', 'sector'])
    const reasons = ADMISSION_RULES.map(({ reason }) => reason)
    expect(reasons).toEqual(DECLINE_REASONS.slice(0, reasons.length))
  })
})

describe('admission cannot be decided', () => {
  test.each([
    ['lenders', { maxLenders: 3 }],
    ['yearsOfOperation', { minYears: 2 }],
    ['debtRatio', { maxDebtRatio: 0.7 }],
    ['ownerAge', { ownerAge: [20, 60] }],
    ['annualSales', { minSales: 100 }],
    ['settlementCorporate', { minSettlementShare: 0.5 }],
    ['workingCapitalNeed', { maxOverBorrowing: 1 }],
  ] satisfies [string, Partial<Admission>][])('without the applicants’ %s', (field, asked) => {
    expect(() => declines(admitting(asked), {})).toThrow(
      new RangeError(`strategy test: needs the applicants' ${field}, which they do not have`),
    )
  })

  test('by the settlement index where the strategy keeps none', () => {
    expect(() => declines(admitting({ minSettlementIndex: 60 }), {})).toThrow(
      'strategy test: admission.minSettlementIndex needs a settlement policy, which it does not have',
    )
    expect(() => declines(admitting({ declineFlagged: true }), {})).toThrow('admission.declineFlagged needs')
  })

  test('by a grouping that the firms lack', () => {
    const firms = { ...firmsApplying([{}]), groupings: new Map() }
    expect(() => assess(admitting({ regions: ['north'] }), firms, book)).toThrow(
      "strategy test: needs the firms' region, which they do not have",
    )
  })

  test('for the loans of a tape', () => {
    const firms = { ...firmsApplying([{}]), applicants: null }
    expect(() => assess(strategyOf(), firms, book)).toThrow('strategy test: needs applicants')
  })
})
