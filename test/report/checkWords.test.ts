import { describe, expect, test } from 'vitest'
import { COPULA_VARIABLES } from '../../models/book.ts'
import { checkName } from '../../report/checkWords.ts'

describe('checkName', () => {
  test('every variable of a synthetic book has a Chinese name', () => {
    for (const name of COPULA_VARIABLES) expect(checkName(name, 'zh')).toMatch(/^[\u4e00-\u9fff]+$/)
  })

  test('translates the parts of a name, and leaves what it does not know', () => {
    expect(checkName('location = prime', 'zh')).toBe('地理位置：繁华')
    expect(checkName('quality, debtRatio', 'zh')).toBe('企业质量与资产负债率')
    expect(checkName('mining', 'zh')).toBe('mining')
  })

  test('reads as words in English', () => {
    expect(checkName('rankCorrelation', 'en')).toBe('rank correlation')
    expect(checkName('wholesale_retail', 'en')).toBe('wholesale and retail')
    expect(checkName('informal_trade', 'en')).toBe('informal trade')
  })
})
