import { describe, expect, test } from 'vitest'
import { wrapped } from '../../../report/charts/wrapped.ts'

describe('a name in lines', () => {
  test('breaks between words, and only where it must', () => {
    expect(wrapped('CITIC trade scorecard', 500)).toBe('CITIC trade scorecard')
    expect(wrapped('CITIC trade scorecard', 80)).toBe('CITIC trade\nscorecard')
  })

  test('leaves a word that is too long for any line as it is', () => {
    expect(wrapped('a Donaudampfschifffahrt b', 40)).toBe('a\nDonaudampfschifffahrt\nb')
  })

  test('breaks between any two Chinese characters', () => {
    expect(wrapped('销售货款结算信用度', 60)).toBe('销售货款结\n算信用度')
  })
})
