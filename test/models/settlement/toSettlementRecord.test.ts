import { expect, test } from 'vitest'
import { toSettlementRecord } from '../../../models/settlement/toSettlementRecord.ts'
import { sound } from './settlementCard.ts'

test('an applicant’s settlement figures are taken and others left', () => {
  expect(toSettlementRecord({ ...sound, annualSales: 2000, ownerCharacter: 'good' })).toEqual(sound)
})

test('what an applicant does not have is NaN', () => {
  const { grossTurnover: _, ...rest } = sound
  expect(toSettlementRecord({ ...rest })).toEqual({ ...sound, grossTurnover: NaN })
})
