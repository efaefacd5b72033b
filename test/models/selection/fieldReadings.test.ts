import { expect, test } from 'vitest'
import { fieldReadings } from '../../../models/selection/fieldReadings.ts'
import { citicTrade } from '../scorecard/citicTrade.ts'

const readings = fieldReadings(citicTrade, {})
test.each([
  ['a step towards less', 'debtRatio', -1],
  ['a step towards more', 'quickRatio', 1],
  ['bands', 'ownerYearsInTrade', 1],
  ['a number that must not be exceeded', 'ownerAge', -1],
  ['the flag that goes with it', 'ownerHealthy', 1],
  ['a flag that takes all marks', 'ownerPriorFailure', -1],
  ['a count', 'overdueCount', -1],
  ['a volume', 'settlementPersonalAgreed', 1],
  ['the amount of the deduction', 'lossAmount', -1],
  ['what the deduction is held against', 'netAssets', 1],
  ['a flag that sets off a limit', 'blacklisted', -1],
  ['a flag that does so with another', 'chaoticManagement', -1],
  ['a choice, by its marks', 'channel', { chainOrAgent: 9, downtownSpecial: 7, other: 3 }],
] as const)('%s is read the way that the card holds for better', (_, field, reading) => {
  expect(readings.get(field)).toEqual(reading)
})

test('every field of the card is read, without its dropped section only those of the rest', () => {
  expect([...readings.keys()].sort()).toEqual(Object.keys(citicTrade.fields).sort())
  const rest = fieldReadings(citicTrade, { performanceScored: false })
  expect([...readings.keys()].filter((field) => !rest.has(field)).sort()).toEqual([
    'depositToLoan', 'overdueCount', 'repaymentSource', 'settlementCorporate', 'settlementPersonalAgreed',
  ]) // prettier-ignore
})
