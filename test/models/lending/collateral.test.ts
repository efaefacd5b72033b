import { describe, expect, test } from 'vitest'
import { bookedClass, coverOf, lentShare, lgdModelOf } from '../../../models/lending/collateral.ts'
import type { CollateralPolicy } from '../../../models/strategy.ts'
import { COLLATERALS } from '../../../models/types.ts'
import type { Collateral } from '../../../models/types.ts'
import { book, strategyOf } from './files.ts'

const policy = (parts: Partial<CollateralPolicy>) =>
  strategyOf({ collateral: { accept: [...COLLATERALS], as: null, loanToValue: {}, ...parts } })
const at = (name: Collateral): number => COLLATERALS.indexOf(name)
const customary = policy({ loanToValue: { residential: 0.7, commercial: 0.5 } })

test('a loan is booked in the class offered, or in the one class of the strategy', () => {
  expect(bookedClass(policy({}), at('movable'))).toBe(at('movable'))
  expect(bookedClass(policy({ as: 'unsecured' }), at('movable'))).toBe(at('unsecured'))
})

test('only residential, commercial and movable collateral has a value', () => {
  expect(COLLATERALS.map((_, booked) => coverOf(book, booked))).toEqual([1.05, 0.83, 0.67, null, null])
})

describe('loan-to-value', () => {
  test('lends its part of the collateral, as a share of the amount asked for', () => {
    expect(lentShare(book, customary, at('residential'))).toBeCloseTo(0.7 * 1.05, 12)
    expect(lentShare(book, customary, at('commercial'))).toBeCloseTo(0.5 * 0.83, 12)
    expect(lentShare(book, customary, at('movable'))).toBeNull()
    expect(lentShare(book, customary, at('guarantee'))).toBeNull()
  })

  test('never lends more than is asked for', () => {
    expect(lentShare(book, policy({ loanToValue: { residential: 1 } }), at('residential'))).toBe(1)
  })

  test('leaves a cover of 1 ÷ loan-to-value where it cuts the loan, and the book’s elsewhere', () => {
    const { cover } = lgdModelOf(book, customary)
    expect(cover.residential).toBeCloseTo(1 / 0.7, 12)
    expect(cover.commercial).toBeCloseTo(1 / 0.5, 12)
    expect(cover.movable).toBe(0.67)
    expect(lgdModelOf(book, policy({ loanToValue: { residential: 1 } })).cover).toEqual(book.lgd.cover)
  })

  test('changes nothing else of the losses, nor any of loans taken as booked', () => {
    expect({ ...lgdModelOf(book, customary), cover: book.lgd.cover }).toEqual(book.lgd)
    expect(lgdModelOf(book, { ...customary, scorecard: null })).toBe(book.lgd)
  })
})
