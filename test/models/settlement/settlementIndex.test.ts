import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SettlementInputs } from '../../../models/settlement/inputs.ts'
import { STANDARD_WEIGHTS, compileIndex, settlementIndex } from '../../../models/settlement/settlementIndex.ts'
import golden from '../../golden/settlement.json' with { type: 'json' }
import { settlementCard, sound } from './settlementCard.ts'

const roundTripper: SettlementInputs = {
  verifiedSettlement: 500,
  cashSales: 1500,
  loanShare: 0.6,
  naturalDeposit: 5,
  depositNorm: 0.03,
  regularMonthsShare: 5 / 12,
  maturityWindowRatio: 1.3,
  productShare: 0.4,
}

test.each(golden.vectors)('the reference borrower "$name" has the reference index to 1e-9', ({ inputs, expected }) => {
  const actual = settlementIndex(inputs)
  expect(Object.keys(actual)).toEqual(Object.keys(expected))
  for (const name of ['volume', 'retention', 'sincerity', 'index'] as const)
    expect(Math.abs(actual[name] - expected[name]), name).toBeLessThanOrEqual(1e-9)
})

test('a borrower who round-trips has an index of 44.07', () => {
  expect(settlementIndex(roundTripper).index).toBeCloseTo(44.07, 2)
})

test('the shipped card has the weights of the library’s index', () => {
  const { exponents, sincerity } = settlementCard
  expect({ exponents, sincerity }).toEqual(STANDARD_WEIGHTS)
})

describe('each part does what the paper says of it', () => {
  test.each([
    [
      'volume is the base: the promised share of sales settled is full marks',
      { verifiedSettlement: 1200 },
      'volume',
      1,
    ],
    ['more than the promised share gives no more', { verifiedSettlement: 1800 }, 'volume', 1],
    ['volume counts against the share of loans', { verifiedSettlement: 600, loanShare: 0.5 }, 'volume', 0.6],
    ['the deposit is the key: money rushing in and out leaves none', { naturalDeposit: 0 }, 'retention', 0],
    ['a deposit of the norm is full marks', { naturalDeposit: 33 }, 'retention', 1],
    ['half the norm is half', { naturalDeposit: 16.5 }, 'retention', 0.5],
    [
      'sincerity: regular months are half of it',
      { regularMonthsShare: 0, productShare: 1, maturityWindowRatio: 1 },
      'sincerity',
      0.5,
    ],
    [
      'sincerity: twice the settlement before maturity loses three tenths',
      { regularMonthsShare: 1, productShare: 1, maturityWindowRatio: 2 },
      'sincerity',
      0.7,
    ],
    [
      'sincerity: more than twice loses no more',
      { regularMonthsShare: 1, productShare: 1, maturityWindowRatio: 5 },
      'sincerity',
      0.7,
    ],
    [
      'sincerity: less before maturity than before gains nothing',
      { regularMonthsShare: 1, productShare: 1, maturityWindowRatio: 0.4 },
      'sincerity',
      1,
    ],
    [
      'sincerity: products held are two tenths',
      { regularMonthsShare: 1, productShare: 0.5, maturityWindowRatio: 1 },
      'sincerity',
      0.9,
    ],
  ] as const)('%s', (_, fields, part, expected) => {
    expect(settlementIndex({ ...sound, ...fields })[part]).toBeCloseTo(expected, 12)
  })

  test.each([
    ['volume', { verifiedSettlement: 0 }],
    ['retention', { naturalDeposit: 0 }],
    ['sincerity', { regularMonthsShare: 0, maturityWindowRatio: 3, productShare: 0 }],
  ])('the three support each other: without any %s the index is 0', (part, fields) => {
    expect(settlementIndex({ ...sound, ...fields })).toMatchObject({ [part]: 0, index: 0 })
  })
})

describe('any borrower', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const money = fc.double({ min: 0, max: 5000, noNaN: true })
  const inputs: fc.Arbitrary<SettlementInputs> = fc.record({
    verifiedSettlement: money,
    cashSales: fc.double({ min: 0.01, max: 5000, noNaN: true }),
    loanShare: fc.double({ min: 0.01, max: 1, noNaN: true }),
    naturalDeposit: money,
    depositNorm: fc.double({ min: 0.005, max: 0.1, noNaN: true }),
    regularMonthsShare: share,
    maturityWindowRatio: fc.double({ min: 0, max: 5, noNaN: true }),
    productShare: share,
  })

  test('has parts in [0, 1], an index in [0, 100], and the same index from the compiled card', () => {
    const indexOf = compileIndex(settlementCard)
    fc.assert(
      fc.property(inputs, (borrower) => {
        const { volume, retention, sincerity, index } = settlementIndex(borrower)
        for (const part of [volume, retention, sincerity]) {
          expect(part).toBeGreaterThanOrEqual(0)
          expect(part).toBeLessThanOrEqual(1 + 1e-12)
        }
        expect(index).toBeGreaterThanOrEqual(0)
        expect(index).toBeLessThanOrEqual(100 + 1e-9)
        expect(indexOf(borrower)).toBe(index)
      }),
    )
  })

  test.each([
    ['naturalDeposit', 1],
    ['regularMonthsShare', 1],
    ['productShare', 1],
    ['maturityWindowRatio', -1],
    ['cashSales', -1],
    ['depositNorm', -1],
  ] as const)('never loses by a change of %s in direction %i', (field, direction) => {
    fc.assert(
      fc.property(inputs, inputs, (one, other) => {
        const [worse, better] = [one[field], other[field]].sort((a, b) => direction * (a - b))
        const indexAt = (value: number) => settlementIndex({ ...one, [field]: value }).index
        expect(indexAt(better!)).toBeGreaterThanOrEqual(indexAt(worse!) - 1e-9)
      }),
    )
  })
})

test.each([
  ['verifiedSettlement', -1, 'a number ≥ 0, got -1'],
  ['cashSales', 0, 'a number > 0, got 0'],
  ['loanShare', 0, 'a number in (0, 1], got 0'],
  ['loanShare', 1.2, 'a number in (0, 1], got 1.2'],
  ['naturalDeposit', NaN, 'a number ≥ 0, got NaN'],
  ['depositNorm', 0, 'a number > 0, got 0'],
  ['regularMonthsShare', 1.01, 'a number in [0, 1], got 1.01'],
  ['maturityWindowRatio', -0.1, 'a number ≥ 0, got -0.1'],
  ['productShare', undefined, 'a number in [0, 1], got undefined'],
  ['cashSales', '2000', 'a number > 0, got 2000'],
])('%s of %s is refused: must be %s', (name, value, message) => {
  const index = () => settlementIndex({ ...sound, [name]: value })
  expect(index).toThrow(RangeError)
  expect(index).toThrow(`settlementIndex: ${name} must be ${message}`)
})
