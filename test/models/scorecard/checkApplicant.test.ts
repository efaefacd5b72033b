import { expect, test } from 'vitest'
import { checkApplicant } from '../../../models/scorecard/checkApplicant.ts'
import type { MarksCard } from '../../../models/scorecard/card.ts'
import type { Applicant } from '../../../models/types.ts'
import { best, citicTrade, vectors } from './citicTrade.ts'

test('every reference applicant is fit to be scored', () => {
  for (const { applicant, options } of vectors) expect(checkApplicant(citicTrade, applicant, options)).toEqual([])
})

test.each([
  ['debtRatio', 'x', 'must be a number ≥ 0, got "x"'],
  ['debtRatio', -0.1, 'must be a number ≥ 0, got -0.1'],
  ['debtRatio', NaN, 'must be a number ≥ 0, got NaN'],
  ['debtRatio', '0.5', 'must be a number ≥ 0, got "0.5"'],
  ['debtRatio', undefined, 'is missing, must be a number ≥ 0'],
  ['debtRatio', null, 'is missing, must be a number ≥ 0'],
  ['quickRatio', Infinity, 'must be a number ≥ 0, got Infinity'],
  ['netAssets', -Infinity, 'must be a number, got -Infinity'],
  ['netAssets', true, 'must be a number, got true'],
  ['ownerAge', 121, 'must be a number in [0, 120], got 121'],
  ['overdueCount', 1.5, 'must be a whole number ≥ 0, got 1.5'],
  ['blacklisted', 'no', 'must be true or false, got "no"'],
  ['blacklisted', 0, 'must be true or false, got 0'],
  ['blacklisted', undefined, 'is missing, must be true or false'],
  ['noStatements', 'no', 'must be true or false, got "no"'],
  ['location', 'downtown', 'must be one of prime, average, remote, got "downtown"'],
  ['location', 3, 'must be one of prime, average, remote, got 3'],
  ['location', undefined, 'is missing, must be one of prime, average, remote'],
])('%s %j: %s', (field, value, message) => {
  const applicant = { ...best, [field]: value } as Applicant
  expect(checkApplicant(citicTrade, applicant)).toEqual([`applicant.${field} ${message}`])
})

test('an empty applicant lacks every field that is not optional: those of a reference applicant', () => {
  const missing = checkApplicant(citicTrade, {}).map((problem) => /^applicant\.(\w+) is missing, /.exec(problem)?.[1])
  expect(missing).toEqual(Object.keys(best))
})

test('a field that the card does not know is left alone', () => {
  expect(checkApplicant(citicTrade, { ...best, name: 'Firm 7' })).toEqual([])
})

test('a field read by a dropped section and a limit is still asked for', () => {
  const limit = {
    id: 'L',
    title: { en: 'L' },
    level: 9,
    exact: false,
    anyOf: [{ field: 'depositToLoan', below: 0.01 }],
  }
  const card: MarksCard = { ...citicTrade, limits: [...citicTrade.limits, limit] }
  const { depositToLoan, overdueCount, ...rest } = best
  expect([depositToLoan, overdueCount]).toEqual([0.22, 0])
  expect(checkApplicant(card, rest, { performanceScored: false })).toEqual([
    'applicant.depositToLoan is missing, must be a number ≥ 0',
  ])
})

test('a number may have an upper bound alone', () => {
  const card: MarksCard = { ...citicTrade, fields: { ...citicTrade.fields, netAssets: { type: 'number', max: 9 } } }
  expect(checkApplicant(card, { ...best, netAssets: 10 })).toEqual(['applicant.netAssets must be a number ≤ 9, got 10'])
})

test('a wrong option is an error of its own', () => {
  expect(() => checkApplicant(citicTrade, best, { partialSteps: 'round' })).toThrow(RangeError)
})
