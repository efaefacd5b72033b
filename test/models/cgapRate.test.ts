import { expect, test } from 'vitest'
import { cgapRate } from '../../models/cgapRate.ts'
import published from '../golden/published.json' with { type: 'json' }

const example = published.cgap[0]!

test('CGAP Occasional Paper 1: expenses 25, losses 2, funds 10, capital 5 and income 1 % need 41.84 %', () => {
  expect(Math.abs(cgapRate(example) - example.rate)).toBeLessThanOrEqual(0.5e-6)
})

test('at that rate what the good loans pay covers the costs', () => {
  const { adminExpense, loanLoss, costOfFunds, capitalization, investmentIncome } = example
  const earned = cgapRate(example) * (1 - loanLoss) + investmentIncome
  expect(earned).toBeCloseTo(adminExpense + loanLoss + costOfFunds + capitalization, 15)
})

test('inputs outside their range are refused', () => {
  expect(() => cgapRate({ ...example, loanLoss: 1 })).toThrow('cgapRate: loanLoss must be in [0, 1), got 1')
  expect(() => cgapRate({ ...example, costOfFunds: NaN })).toThrow(
    'cgapRate: costOfFunds must be a finite number, got NaN',
  )
})
