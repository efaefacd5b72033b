import { expect, test } from 'vitest'
import { factText } from '../../report/factText.ts'

test('a fact is written to four digits, in words, or as a dash', () => {
  expect([0.412345, -0.00061, 74.12298, 1234.56, 12].map((value) => factText(value, 'en'))).toEqual([
    '0.4123', '−0.0006', '74.12', '1235', '12',
  ]) // prettier-ignore
  expect(factText(true, 'zh')).toBe('是')
  expect(factText('refinance', 'zh')).toBe('借新还旧')
  expect(factText(null, 'en')).toBe('–')
})
