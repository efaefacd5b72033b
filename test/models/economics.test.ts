import { expect, test } from 'vitest'
import { economics } from '../../models/economics.ts'
import { PRICING_DEFAULTS } from '../../models/pricing/rateFloor.ts'
import type { Shocks } from '../../models/scenario.ts'
import { NO_SHOCKS } from '../../scenarios/index.ts'
import { schedule } from './judge/cltBook.ts'

const marginsUnder = (shocks: Partial<Shocks>): readonly number[] =>
  economics(schedule, { shocks: { ...NO_SHOCKS, ...shocks } }, 3).depositMargin

test('contracts of a year keep the deposits of that year: volume multiplies their margin, and not that of earlier contracts', () => {
  const { depositTransferRate, depositRate, depositServicing } = PRICING_DEFAULTS
  const margin = depositTransferRate - depositRate - depositServicing
  expect(marginsUnder({})).toEqual([margin, margin, margin, margin])
  const shocked = marginsUnder({ depositVolume: [-0.2, -0.4] })
  for (const [y, factor] of [1, 0.8, 0.6, 0.6].entries()) expect(shocked[y]).toBeCloseTo(factor * margin, 16)
})

test('fewer deposits at a narrower margin: both shocks multiply', () => {
  const narrow = marginsUnder({ depositRate: [0.004] })
  const both = marginsUnder({ depositRate: [0.004], depositVolume: [-0.5] })
  expect(both[0]).toBe(narrow[0])
  expect(both[1]).toBeCloseTo(narrow[1]! / 2, 16)
})
