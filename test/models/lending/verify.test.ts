import { expect, test } from 'vitest'
import { salesSeen, verify } from '../../../models/lending/verify.ts'
import { columnsOf, strategyOf } from './files.ts'

const readings = { taxSales: 90, meterSales: 120, flowSales: 100 }
const applicants = columnsOf([
  { annualSales: 108, ...readings },
  { annualSales: 109, ...readings },
  { annualSales: 60, ...readings },
  { annualSales: 300, taxSales: 250, meterSales: 90, flowSales: 80 },
])
const verifying = (kind: 'none' | 'statements' | 'crossCheck') =>
  strategyOf({ verification: { kind, tolerance: 0.08, costPerFile: 1 } })

test('without a cross-check sales are what the firm says', () => {
  expect(verify(verifying('statements'), applicants)).toBe(applicants)
  expect(verify(verifying('none'), applicants)).toBe(applicants)
})

test('a cross-check replaces sales overstated beyond the tolerance by the middle of tax, meters and bank flows', () => {
  const told = verify(verifying('crossCheck'), applicants)
  expect([...(told.get('annualSales') as Float64Array)]).toEqual([108, 100, 60, 90])
  expect(told.get('taxSales')).toBe(applicants.get('taxSales'))
  expect([...told.keys()]).toEqual([...applicants.keys()])
  expect([...(applicants.get('annualSales') as Float64Array)]).toEqual([108, 109, 60, 300])
})

test('sales are those of the bank flows where no statements are asked for, else those of the statements as verified', () => {
  const seen = (kind: 'none' | 'statements' | 'crossCheck'): number[] => {
    const strategy = verifying(kind)
    return [...salesSeen(strategy, verify(strategy, applicants))]
  }
  expect(seen('none')).toEqual([100, 100, 100, 80])
  expect(seen('statements')).toEqual([108, 109, 60, 300])
  expect(seen('crossCheck')).toEqual([108, 100, 60, 90])
})

test('a reading that the applicants do not have is named, with the strategy', () => {
  const without = columnsOf([{ annualSales: 100, taxSales: 90, flowSales: 80 }])
  expect(() => verify(verifying('crossCheck'), without)).toThrow(
    new RangeError("strategy test: needs the applicants' meterSales, which they do not have"),
  )
  const inWords = columnsOf([{ annualSales: 'plenty', ...readings }])
  expect(() => verify(verifying('crossCheck'), inWords)).toThrow(
    new RangeError("strategy test: needs the applicants' annualSales as numbers, got plenty"),
  )
})

test('a column of listed numbers serves as well', () => {
  const coded = new Map([...applicants, ['annualSales', { values: [500, 90], codes: [1, 0, 1, 0] }] as const])
  expect([...(verify(verifying('crossCheck'), coded).get('annualSales') as Float64Array)]).toEqual([90, 100, 90, 90])
})
