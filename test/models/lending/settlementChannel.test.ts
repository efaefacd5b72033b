import { expect, test } from 'vitest'
import { throughChannel } from '../../../models/lending/settlementChannel.ts'

const channel = { perTenPoints: 0.2, perFlag: 0.7 }
const logit = (pd: number): number => Math.log(pd / (1 - pd))

test('an index of 85 lowers a PD of 3 % to 1.84 %, one of 40 raises it to 4.41 % (pricing examples of the settlement index)', () => {
  expect(throughChannel(0.03, channel, 85, 0)).toBeCloseTo(0.0184, 4)
  expect(throughChannel(0.03, channel, 40, 0)).toBeCloseTo(0.0441, 4)
})

test('an index of 60 without a flag leaves the PD as it is', () => {
  expect(throughChannel(0.03, channel, 60, 0)).toBeCloseTo(0.03, 15)
})

test('ten points move the log-odds by perTenPoints, a flag by perFlag', () => {
  expect(logit(throughChannel(0.1, channel, 70, 0)) - logit(0.1)).toBeCloseTo(-0.2, 12)
  expect(logit(throughChannel(0.1, channel, 60, 2)) - logit(0.1)).toBeCloseTo(1.4, 12)
})

test('certainty is never reached', () => {
  for (const pd of [0, 1e-300, 1])
    for (const index of [0, 100]) {
      const moved = throughChannel(pd, { perTenPoints: 300, perFlag: 0 }, index, 0)
      expect(moved).toBeGreaterThan(0)
      expect(moved).toBeLessThan(1)
    }
})

test('an index that is not known is an error', () => {
  expect(() => throughChannel(0.03, channel, NaN, 0)).toThrow('throughChannel: index must be >= 0, got NaN')
})
