import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakEvenShift } from '../../../models/judge/breakEvenShift.ts'
import { PRICING_DEFAULTS } from '../../../models/pricing/rateFloor.ts'
import { vatOnRate } from '../../../models/pricing/vat.ts'
import type { CostParameters } from '../../../models/schedule.ts'

interface Group {
  readonly rate: number
  readonly vatBand: number
  readonly balance: number
}

/** The shift at which Σ balance × net rate first reaches `needed`. */
function shiftFor(groups: readonly Group[], costs: CostParameters, needed: number): number | null {
  const dot = (net: Float64Array): number => groups.reduce((sum, g, i) => sum + g.balance * net[i]!, 0)
  return breakEvenShift(
    groups,
    costs,
    (net) => dot(net) >= needed,
    (at, slope) => (needed - dot(at)) / dot(slope),
  )
}

/** Net income at a shift, from the VAT rule itself. */
const income = (groups: readonly Group[], costs: CostParameters, shift: number): number =>
  groups.reduce((sum, { rate, vatBand, balance }) => {
    const r = rate + shift
    return sum + balance * (r - vatOnRate(r, vatBand, costs.lpr, costs.vatRate, costs.vatMethod))
  }, 0)

const group = fc.record({
  rate: fc.double({ min: 0.02, max: 0.12, noNaN: true }),
  vatBand: fc.integer({ min: 0, max: 2 }),
  balance: fc.double({ min: 1, max: 100, noNaN: true }),
})

describe('breakEvenShift', () => {
  test('of exempt lines alone is the missing rate itself', () => {
    const groups = [{ rate: 0.05, vatBand: 0, balance: 10 }]
    expect(shiftFor(groups, PRICING_DEFAULTS, 0.62)).toBeCloseTo(0.012, 14)
    expect(shiftFor(groups, PRICING_DEFAULTS, 0.4)).toBeCloseTo(-0.01, 14)
  })

  test('passes the kink at 1.5 × LPR under method 2', () => {
    const groups = [{ rate: 0.04, vatBand: 1, balance: 1 }]
    const v = PRICING_DEFAULTS.vatRate
    expect(shiftFor(groups, PRICING_DEFAULTS, 0.05)).toBeCloseTo(0.045 + 0.005 / (1 - v) - 0.04, 14)
  })

  test('under method 2 the income there is what is needed, for any groups', () => {
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0.02, max: 0.2, noNaN: true }),
        (groups, per) => {
          const needed = per * groups.reduce((sum, g) => sum + g.balance, 0)
          const shift = shiftFor(groups, PRICING_DEFAULTS, needed)!
          expect(income(groups, PRICING_DEFAULTS, shift) / needed).toBeCloseTo(1, 10)
        },
      ),
    )
  })

  test('two rates a rounding apart have one kink', () => {
    const groups = [0.02000000000000004, 0.02000000000000003].map((rate) => ({ rate, vatBand: 1, balance: 1 }))
    expect(shiftFor(groups, PRICING_DEFAULTS, 0.04)).toBeCloseTo(0, 12)
  })

  test('under method 1, where income drops at a kink, it is the smallest shift a fine grid finds', () => {
    const costs: CostParameters = { ...PRICING_DEFAULTS, vatMethod: 1 }
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0.03, max: 0.1, noNaN: true }),
        (groups, per) => {
          const needed = per * groups.reduce((sum, g) => sum + g.balance, 0)
          const shift = shiftFor(groups, costs, needed)!
          const step = 1e-4
          const from = Math.floor((shift - 0.05) / step)
          const to = Math.floor(shift / step) - 1
          for (let k = from; k <= to; k++) expect(income(groups, costs, k * step)).toBeLessThan(needed * (1 + 1e-9))
          expect(income(groups, costs, shift)).toBeGreaterThan(needed * (1 - 1e-9))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('is null where nothing up to 100 percentage points is enough', () => {
    expect(shiftFor([{ rate: 0.05, vatBand: 0, balance: 1 }], PRICING_DEFAULTS, 2)).toBeNull()
  })
})
