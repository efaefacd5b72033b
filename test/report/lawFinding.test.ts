import { expect, test } from 'vitest'
import { lawFinding } from '../../report/lawFinding.ts'

const law = { systematic: 0.0121, diversifiable: 0.0024, minimumLoans: 1978, effectiveNumber: 4000, curve: [] }

test('a book beyond the minimum is told that more loans stop helping', () => {
  // √(1.21² + 0.24²) = 1.2336
  expect(lawFinding(5000, law, 'en')).toBe(
    'Beyond 1,978 loans more loans stop helping: 1.21 of 1.23 points of volatility are systematic',
  )
  expect(lawFinding(5000, law, 'zh')).toBe(
    '超过1,978笔后，再多贷款也无助于分散：1.23个百分点的波动中有1.21个是系统性的',
  )
})

test('a book below the minimum is told how far more loans help', () => {
  expect(lawFinding(1977, law, 'en')).toMatch(/^More loans help up to 1,978: only 1\.21 of 1\.23 points/)
})

test('where nothing is systematic every further loan helps', () => {
  expect(lawFinding(10, { ...law, systematic: 0, minimumLoans: null }, 'en')).toMatch(/every further loan/)
})
