import { describe, expect, test } from 'vitest'
import { type RenewalCase, compileBusinessFacts, renewalDecision } from '../../../models/settlement/renewalDecision.ts'
import { settlementCard, sound } from './settlementCard.ts'

const policy = { fast: 75, low: 60 }
const good: RenewalCase = {
  index: 90,
  withinRules: true,
  businessGood: true,
  volumeAndDepositLarge: true,
  splitByLoanShare: true,
  loanMisused: false,
}
const decide = (fields: Partial<RenewalCase>) => renewalDecision(policy, { ...good, ...fields })

describe('the renewal table (收回再贷; Li, Xiao, Tan)', () => {
  test('high index, within the superior bank’s rules: fast approval by single or double signature (单签或双签)', () => {
    expect(decide({})).toEqual({ way: 'fast', outcome: 'renew', terms: [] })
    expect(decide({ index: 75 }).way).toBe('fast')
  })

  test('high index, beyond the superior bank’s rules: a small committee', () => {
    expect(decide({ withinRules: false })).toMatchObject({ way: 'middle', outcome: 'renew' })
  })

  test('middle index: renew at the same limit, priced anew, watched for three months', () => {
    const watched = { way: 'middle', outcome: 'renew', terms: ['sameLimit', 'newPrice', 'watchThreeMonths'] }
    expect(decide({ index: 74.99 })).toEqual(watched)
    expect(decide({ index: 60 })).toEqual(watched)
  })

  test('low index, business good, volume and deposit large but not split by loan share: committee (会议审批), new commitment', () => {
    expect(decide({ index: 59.99, splitByLoanShare: false })).toEqual({
      way: 'committee',
      outcome: 'renew',
      terms: ['splitByLoanShare', 'keepNaturalDeposit'],
    })
  })

  test('low index, the same but split already: only deposits are left to commit to', () => {
    expect(decide({ index: 40 })).toEqual({ way: 'committee', outcome: 'renew', terms: ['keepNaturalDeposit'] })
  })

  test('low index, business poor, volume and deposit small: committee, reduce or exit (适当考虑压缩或退出)', () => {
    const weak = { index: 40, businessGood: false, volumeAndDepositLarge: false }
    expect(decide(weak)).toEqual({ way: 'committee', outcome: 'reduceOrExit', terms: [] })
  })

  test.each([{ businessGood: false }, { volumeAndDepositLarge: false }])(
    'low index with %j alone: committee, reduce or exit',
    (fields) => {
      expect(decide({ index: 40, ...fields }).outcome).toBe('reduceOrExit')
    },
  )

  test.each([40, 65, 90])('misuse of the loan, leaving the main business: exit at an index of %d', (index) => {
    expect(decide({ index, loanMisused: true })).toEqual({ way: 'committee', outcome: 'exit', terms: [] })
  })
})

describe('how the business stands is read from settlement', () => {
  const factsOf = compileBusinessFacts(settlementCard)

  test('a sound borrower: good, large, and split', () => {
    // .6 of 1,800 at all banks is 1,080, and 1,100 are settled here.
    expect(factsOf({ ...sound, settlementAllBanks: 1800 })).toEqual({
      businessGood: true,
      volumeAndDepositLarge: true,
      splitByLoanShare: true,
    })
  })

  test.each([
    ['without normal volume it is not good', { settlementChange: -0.5 }, 'businessGood'],
    ['below seven tenths of sales at all banks it is not large', { settlementAllBanks: 1399 }, 'volumeAndDepositLarge'],
    ['with a deposit as of round trips it is not large', { naturalDeposit: 12 }, 'volumeAndDepositLarge'],
    ['below the share of loans it is not split', { settlementAllBanks: 1900 }, 'splitByLoanShare'],
  ] as const)('%s', (_, fields, fact) => {
    expect(factsOf({ ...sound, ...fields })[fact]).toBe(false)
  })
})
