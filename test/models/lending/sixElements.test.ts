import { describe, expect, test } from 'vitest'
import { ELEMENTS, sixElements } from '../../../models/lending/sixElements.ts'
import type { Element } from '../../../models/lending/sixElements.ts'
import type { Applicant } from '../../../models/types.ts'

const findingOf = (element: Element, facts: Applicant) =>
  sixElements(facts).find((one) => one.element === element)!.finding

test('a file is looked at from six sides, in the order of the guideline', () => {
  expect(sixElements({}).map(({ element }) => element)).toEqual([...ELEMENTS])
  expect(ELEMENTS).toEqual(['willingness', 'capacity', 'security', 'capital', 'terms', 'concentration'])
})

test('a side on which nothing is known has no finding', () => {
  expect(sixElements({}).every(({ finding, evidence }) => finding === null && evidence.length === 0)).toBe(true)
})

describe('one intolerable factor vetoes (突出否决), whatever else is good', () => {
  const good: Applicant = {
    ownerCharacter: 'good', overdueCount: 0, peerOpinion: 'good',
    repaymentSource: 'sales', quickRatio: 2, minAssetGrowth3y: 0.2,
    debtRatio: 0.3, paidInCapital: 200, netAssets: 500,
  } // prettier-ignore

  test('the file is good without it', () => {
    expect(['willingness', 'capacity', 'capital'].map((one) => findingOf(one as Element, good))).toEqual([
      'good',
      'good',
      'good',
    ])
  })

  test.each([
    ['willingness', 'blacklisted', true],
    ['willingness', 'currentArrears', true],
    ['willingness', 'classifiedSubstandard', true],
    ['capacity', 'disorderlyOperation', true],
    ['capacity', 'restrictedIndustry', true],
    ['capital', 'insolvent', true],
    ['capital', 'netAssets', -1],
  ] satisfies [Element, string, number | boolean][])('%s: %s', (element, field, value) => {
    expect(findingOf(element, { ...good, [field]: value })).toBe('veto')
  })
})

test('a veto that does not apply speaks neither for nor against', () => {
  const capital = sixElements({ insolvent: false }).find(({ element }) => element === 'capital')!
  expect(capital).toEqual({
    element: 'capital',
    finding: null,
    evidence: [{ field: 'insolvent', value: false, rule: { kind: 'vetoIf' }, finding: null }],
  })
})

test('bounds are included on the good side', () => {
  const at = (lenders: number) => findingOf('concentration', { lenders })
  expect([2, 3, 4].map(at)).toEqual(['good', 'fair', 'poor'])
  const growth = (minAssetGrowth3y: number) => findingOf('capacity', { minAssetGrowth3y })
  expect([0.1, 0.09, 0, -0.01].map(growth)).toEqual(['good', 'fair', 'fair', 'poor'])
})

test('an element is good where most facts are and none is poor, poor where most are, else fair', () => {
  const security = (collateral: string, loanToValue: number) => findingOf('security', { collateral, loanToValue })
  expect(security('residential', 0.6)).toBe('good')
  expect(security('movable', 0.6)).toBe('fair')
  expect(security('residential', 1.2)).toBe('fair')
  expect(security('unsecured', 1.2)).toBe('poor')
})
