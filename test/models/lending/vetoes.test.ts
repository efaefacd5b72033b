import { expect, test } from 'vitest'
import { assess } from '../../../models/lending/assess.ts'
import type { Applicant } from '../../../models/types.ts'
import { best, citicTrade } from '../scorecard/citicTrade.ts'
import { admitting, book, firmsApplying, reasonsOf } from './files.ts'

/** The trade card's own rule of exclusion. */
const strategy = admitting({ worstLevel: 7 }, { scorecard: { card: citicTrade, options: {} } })

const outcome = (told: Applicant) => {
  const assessment = assess(strategy, firmsApplying([{ told: { ...best, ...told } }]), book)
  return [assessment.scores[0], assessment.levels[0], reasonsOf(assessment)[0]]
}

test('an applicant with full marks and no veto is admitted at level 1', () => {
  expect(outcome({})).toEqual([100, 1, null])
})

test.each([
  ['evades bank debt or is on a blacklist', { blacklisted: true }],
  ['is closed, stopped, merged or converted and insolvent', { insolvent: true }],
  ['has negative net assets', { netAssets: -1 }],
  ['operates abnormally and is managed chaotically', { disorderlyOperation: true }],
  ['is managed chaotically with two loss years running', { chaoticManagement: true, twoLossYears: true }],
  ['is managed chaotically and cannot prepare statements', { chaoticManagement: true, noStatements: true }],
] satisfies [string, Applicant][])('veto, level 10 directly (scoring table): %s', (_, told) => {
  expect(outcome(told)).toEqual([100, 10, 'level'])
})

test.each([
  ['is in an industry restricted by the State or the bank', { restrictedIndustry: true }],
  ['has advances, overdue principal or interest arrears', { currentArrears: true }],
  ['has a loan classified substandard or worse at any bank', { classifiedSubstandard: true }],
] satisfies [string, Applicant][])('veto, level 8 or worse (scoring table): %s', (_, told) => {
  expect(outcome(told)).toEqual([100, 8, 'level'])
})

test('limit (scoring table): without the section on performance level 3 is the best', () => {
  const options = { performanceScored: false }
  const newCustomer = { ...strategy, scorecard: { card: citicTrade, options } }
  expect([...assess(newCustomer, firmsApplying([{ told: best }]), book).levels]).toEqual([3])
})
