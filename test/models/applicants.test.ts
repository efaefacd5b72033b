import { expect, test } from 'vitest'
import { applicantReader, toldAt } from '../../models/applicants.ts'
import type { ApplicantColumn } from '../../models/types.ts'

const location: ApplicantColumn = { values: ['remote', 'prime'], codes: Uint16Array.of(1, 0, 1) }
const applicants = new Map<string, ApplicantColumn>([
  ['debtRatio', Float64Array.of(0.5, 0.6, 0.7)],
  ['location', location],
  ['insolvent', { values: [false, true], codes: Uint8Array.of(0, 1, 0) }],
])

test('an applicant is read from its row, by field', () => {
  const applicantAt = applicantReader(applicants)
  expect({ ...applicantAt(1) }).toEqual({ debtRatio: 0.6, location: 'remote', insolvent: true })
  expect({ ...applicantAt(2) }).toEqual({ debtRatio: 0.7, location: 'prime', insolvent: false })
})

test('the record is overwritten by the next', () => {
  const applicantAt = applicantReader(applicants)
  expect(applicantAt(0)).toBe(applicantAt(1))
})

test('a column says its number, or the value of its code', () => {
  expect(toldAt(Float64Array.of(3, 4), 1)).toBe(4)
  expect(toldAt(location, 0)).toBe('prime')
})
