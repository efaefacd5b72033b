import { expect, test } from 'vitest'
import { crossSubsidy } from '../../../models/pricing/crossSubsidy.ts'

const cells = [
  { cell: '1|6-12m|residential', balance: 2000, gap: 0.01 },
  { cell: '2|6-12m|residential', balance: 1000, gap: 0.002 },
  { cell: '6|6-12m|unsecured', balance: 500, gap: -0.03 },
  { cell: '7|6-12m|unsecured', balance: 10, gap: null },
]

test('cells above their required rate pay for those below it, in money a year', () => {
  const { paid, received, net } = crossSubsidy(cells)
  expect(paid).toBeCloseTo(22, 12)
  expect(received).toBeCloseTo(15, 12)
  expect(net).toBeCloseTo(7, 12)
})

test('every cell with a required rate has its part, and they add up to what is left', () => {
  const { cells: parts, net } = crossSubsidy(cells)
  expect(parts.map(({ cell }) => cell)).toEqual(cells.slice(0, 3).map(({ cell }) => cell))
  expect(parts.reduce((sum, { money }) => sum + money, 0)).toBeCloseTo(net, 12)
})

test('without cells nothing is paid or received', () => {
  expect(crossSubsidy([])).toEqual({ paid: 0, received: 0, net: 0, cells: [] })
})
