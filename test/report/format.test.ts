import { describe, expect, test } from 'vitest'
import {
  basisPoints,
  fineBasisPoints,
  levelText,
  percent,
  plusMinus,
  points,
  ratio,
  share,
  signedRatio,
  signedWhole,
  smallMoney,
  total,
  whole,
} from '../../report/format.ts'

describe('numbers in the report', () => {
  test('rates are percent with two decimals and a true minus sign', () => {
    expect([0.05678, -0.0084, 0, 12.5].map(percent)).toEqual(['5.68%', '−0.84%', '0.00%', '1,250.00%'])
  })

  test('differences of rates are basis points that always show their sign, except zero', () => {
    expect([0.0082, -0.0084, 0].map(basisPoints)).toEqual(['+82 bp', '−84 bp', '0 bp'])
    expect(fineBasisPoints(0.00002)).toBe('+0.2 bp')
  })

  test('differences of ratios, shares and counts show their sign, those of shares in percentage points', () => {
    expect([signedRatio(0.314), points(-0.0312), signedWhole(12_345.6), signedRatio(0.001)]).toEqual([
      '+0.31',
      '−3.1 pp',
      '+12,346',
      '0.00',
    ])
  })

  test('a sum far below its unit has three decimals', () => {
    expect(smallMoney(0.0825)).toBe('0.083')
  })

  test('what rounds to zero has no sign', () => {
    expect([basisPoints(-0.00001), basisPoints(0.00001), percent(-0.00001)]).toEqual(['0 bp', '0 bp', '0.00%'])
  })

  test('a figure that cannot be had is a dash, never NaN or null', () => {
    expect([percent(null), ratio(NaN), share(null), whole(Infinity), basisPoints(null)]).toEqual([
      '–',
      '–',
      '–',
      '–',
      '–',
    ])
  })

  test('a standard error has the format of its figure, and says so when it rounds to nothing', () => {
    expect(plusMinus(ratio, 0.0123)).toBe('± 0.01')
    expect(plusMinus(ratio, 0.0012)).toBe('± <0.01')
    expect(plusMinus(percent, 0.0000012)).toBe('± <0.01%')
    expect(plusMinus(basisPoints, 0.00008)).toBe('± 1 bp')
    expect(plusMinus(fineBasisPoints, 0.000001)).toBe('± <0.1 bp')
    expect(plusMinus(ratio, 0)).toBe('')
    expect(plusMinus(ratio, null)).toBe('')
  })

  test('a total is in the units that bankers say it in', () => {
    const unit = { en: '10,000 CNY', zh: '万元' }
    expect([2_049_346, 98_765, 12_345, 9_500].map((value) => total(value, unit, 'zh'))).toEqual([
      '204.9亿元',
      '9.9亿元',
      '1.2亿元',
      '9,500万元',
    ])
    expect([2_049_346, 98_765, 12_345].map((value) => total(value, unit, 'en'))).toEqual([
      'CNY 20.5 bn',
      'CNY 987.7 m',
      'CNY 123.5 m',
    ])
    expect(total(12_345.6, { en: 'thousand USD' }, 'zh')).toBe('12,346 thousand USD')
    expect(total(12, { en: '100 EUR' }, 'en')).toBe('12 × 100 EUR')
  })

  test('a level that someone chose has no needless digits', () => {
    expect([0.95, 0.999, 0.15].map(levelText)).toEqual(['95%', '99.9%', '15%'])
  })
})
