import { expect, test } from 'vitest'
import { cardOptions, chosenNumber, roundingOf } from '../../../models/scorecard/cardOptions.ts'
import { citicTrade } from './citicTrade.ts'

const defaults = { partialSteps: 'floor', twoOverdues: 'zero', settlementStep: 'per50', performanceScored: true }

test('the first value of an option is its default', () => {
  expect(cardOptions(citicTrade)).toEqual(defaults)
})

test('a given option replaces its default and no other', () => {
  expect(cardOptions(citicTrade, { settlementStep: 'per1' })).toEqual({ ...defaults, settlementStep: 'per1' })
  expect(cardOptions(citicTrade, { performanceScored: false })).toEqual({ ...defaults, performanceScored: false })
})

test.each([
  [{ partialSteps: 'round' }, 'option partialSteps must be one of floor, ceil, linear, got "round"'],
  [{ twoOverdues: true }, 'option twoOverdues must be one of zero, minusTwoEach, got true'],
  [{ settlementStep: 'per5' }, 'option settlementStep must be one of per50, per10, per1, got "per5"'],
  [{ performanceScored: 'false' }, 'option performanceScored must be one of true, false, got "false"'],
  [
    { partialStep: 'ceil' },
    'card citic-trade has no option partialStep, allowed: partialSteps, twoOverdues, settlementStep, performanceScored',
  ],
  [{ toString: 'x' }, 'card citic-trade has no option toString'],
])('%j is refused by name, value and what is allowed', (options, message) => {
  const check = () => cardOptions(citicTrade, options)
  expect(check).toThrow(RangeError)
  expect(check).toThrow(message)
})

test('a card without options says that it has none', () => {
  expect(() => cardOptions({ ...citicTrade, options: {} }, { partialSteps: 'ceil' })).toThrow('allowed: none')
})

test('steps are whole unless partialSteps says otherwise', () => {
  expect(roundingOf({})).toBe('floor')
  expect(roundingOf({ partialSteps: 'linear' })).toBe('linear')
})

test('a number may depend on an option, and must exist for its value', () => {
  const written = { option: 'settlementStep', values: { per50: 50 } }
  expect(chosenNumber(3, {})).toBe(3)
  expect(chosenNumber(written, { settlementStep: 'per50' })).toBe(50)
  expect(() => chosenNumber(written, { settlementStep: 'per10' })).toThrow(
    'option settlementStep must have a number for per10',
  )
})
