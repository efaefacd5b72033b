import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawLgd, expectedLgd, lgdTables, severityOf } from '../../models/lgd.ts'
import type { LgdShocks } from '../../models/lgd.ts'
import { integrate } from '../../models/quadrature.ts'
import type { LgdModel } from '../../models/book.ts'
import { COLLATERALS, LGD_KINDS } from '../../models/types.ts'
import type { Collateral, LgdKind } from '../../models/types.ts'

const model: LgdModel = {
  floor: 0.1,
  cover: { residential: 1.05, commercial: 0.83, movable: 0.67 },
  auction: [0.56, 0.95],
  saleCost: 0.08,
  timeToSale: [1, 2.5],
  discountRate: 0.025,
  beta: { guarantee: { mean: 0.675, sd: 0.18 }, unsecured: { mean: 0.8, sd: 0.15 }, fraud: { mean: 0.75, sd: 0.2 } },
  link: 0,
}
const NONE: LgdShocks = { lgdAdd: {}, collateralPrice: {}, saleDelay: [], auctionFactor: [] }

const severity = (kind: LgdKind, collateral: Collateral = kind as Collateral): number =>
  severityOf(LGD_KINDS.indexOf(kind), COLLATERALS.indexOf(collateral))

const means = (changes: Partial<LgdModel>, shocks: Partial<LgdShocks>, kind: LgdKind, collateral?: Collateral): number[] => {
  const tables = lgdTables({ ...model, ...changes }, { ...NONE, ...shocks }, 3)
  return [0, 1, 2].map((year) => expectedLgd(tables, severity(kind, collateral), year, 0.45))
} // prettier-ignore

const meanOf = (changes: Partial<LgdModel>, shocks: Partial<LgdShocks>, kind: LgdKind): number =>
  means(changes, shocks, kind)[0]!

/** Mean of (1 + f)^−T for T uniform on [a, b]. */
const meanDiscount = (f: number, a: number, b: number): number =>
  ((1 + f) ** -a - (1 + f) ** -b) / (Math.log1p(f) * (b - a))

describe('the mean LGD of a secured class', () => {
  test('above the floor is 1 − cover × (1 − cost) × mean auction price × mean discount', () => {
    const free = { floor: 0, discountRate: 0.06, timeToSale: [0.5, 4] as const }
    const proceeds = 0.83 * 0.92 * 0.755 * meanDiscount(0.06, 0.5, 4)
    expect(meanOf(free, {}, 'commercial')).toBeCloseTo(1 - proceeds, 6)
  })

  test('with a floor is the integral over price and time of the larger of the two', () => {
    const cover = 1.05 * 0.92
    const given = (time: number): number => {
      const k = cover * 1.025 ** -time
      // the price at which the floor is reached
      const knee = Math.min(0.95, Math.max(0.56, 0.9 / k))
      const above = knee - 0.56 - (k / 2) * (knee ** 2 - 0.56 ** 2)
      return (above + 0.1 * (0.95 - knee)) / (0.95 - 0.56)
    }
    expect(meanOf({}, {}, 'residential')).toBeCloseTo(integrate(given, 1, 2.5) / 1.5, 6)
  })

  test('is what CALIBRATION states: 30, 45 and 60 %', () => {
    expect(meanOf({}, {}, 'residential')).toBeCloseTo(0.3, 2)
    expect(meanOf({}, {}, 'commercial')).toBeCloseTo(0.45, 2)
    expect(Math.abs(meanOf({}, {}, 'movable') - 0.6)).toBeLessThan(0.05)
  })

  test('at one price and one time is the same for every draw', () => {
    const tables = lgdTables({ ...model, auction: [0.7, 0.7], timeToSale: [2, 2] }, NONE, 1)
    for (const u of [0, 0.3, 0.999999])
      expect(drawLgd(tables, severity('movable'), 0, NaN, u)).toBeCloseTo(1 - (0.67 * 0.92 * 0.7) / 1.025 ** 2, 14)
  })
})

describe('shocks by year', () => {
  const recovery = (lgd: number): number => 1 - lgd
  const free = { floor: 0 }

  test('of collateral price, auction prices and delay multiply the recovery; the last value holds on', () => {
    const plain = recovery(meanOf(free, {}, 'commercial'))
    const price = means(free, { collateralPrice: { commercial: [-0.1, -0.3] } }, 'commercial').map(recovery)
    const auction = means(free, { auctionFactor: [1, 0.8] }, 'commercial').map(recovery)
    const delay = means(free, { saleDelay: [0, 1.5, 2] }, 'commercial').map(recovery)
    for (const [y, factor] of [0.9, 0.7, 0.7].entries()) expect(price[y]! / plain).toBeCloseTo(factor, 8)
    for (const [y, factor] of [1, 0.8, 0.8].entries()) expect(auction[y]! / plain).toBeCloseTo(factor, 8)
    for (const [y, years] of [0, 1.5, 2].entries()) expect(delay[y]! / plain).toBeCloseTo(1.025 ** -years, 8)
  })

  test('added to LGD come after the floor, within 0 and 1', () => {
    const add = (value: number): number => meanOf({}, { lgdAdd: { residential: [value] } }, 'residential')
    const plain = meanOf({}, {}, 'residential')
    expect(add(0.07)).toBeCloseTo(plain + 0.07, 10)
    expect(add(1)).toBe(1)
    expect(add(-1)).toBe(0)
  })

  test('of a stated LGD go by the loan’s collateral: its recovery moves with the price', () => {
    expect(means({}, { collateralPrice: { movable: [-0.2] } }, 'stated', 'movable')[0]).toBeCloseTo(1 - 0.55 * 0.8, 14)
    expect(means({}, { collateralPrice: { movable: [-0.2] } }, 'stated', 'unsecured')[0]).toBeCloseTo(0.45, 14)
    expect(means({}, { lgdAdd: { guarantee: [0.1] } }, 'stated', 'guarantee')[0]).toBeCloseTo(0.55, 14)
  })

  test('of a fraudulent borrower’s LGD go by the collateral too', () => {
    expect(means({}, { lgdAdd: { movable: [0.05] } }, 'fraud', 'movable')[0]).toBeGreaterThan(0.78)
    expect(Math.abs(means({}, { lgdAdd: { movable: [0.05] } }, 'fraud', 'commercial')[0]! - 0.75)).toBeLessThan(1e-5)
  })
})

test('beta classes have the stated mean and standard deviation', () => {
  const tables = lgdTables(model, NONE, 1)
  for (const kind of ['guarantee', 'unsecured', 'fraud'] as const) {
    const steps = 20_000
    let [first, second] = [0, 0]
    for (let i = 0; i < steps; i++) {
      const lgd = drawLgd(tables, severity(kind, 'unsecured'), 0, NaN, (i + 0.5) / steps)
      first += lgd / steps
      second += (lgd * lgd) / steps
    }
    expect(first).toBeCloseTo(model.beta[kind].mean, 4)
    expect(Math.sqrt(second - first * first)).toBeCloseTo(model.beta[kind].sd, 3)
    expect(expectedLgd(tables, severity(kind, 'unsecured'), 0, NaN)).toBeCloseTo(first, 5)
  }
})

test('a draw rises or falls with its uniform throughout, and its mean is the mean of the draws', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('residential', 'commercial', 'movable', 'guarantee', 'unsecured'),
      fc.double({ min: -0.5, max: 0.2, noNaN: true }),
      (kind, change) => {
        const shocks = { ...NONE, collateralPrice: { residential: [change], commercial: [change], movable: [change] } }
        const tables = lgdTables(model, shocks, 1)
        const draws = Float64Array.from({ length: 4096 }, (_, i) => drawLgd(tables, severity(kind), 0, NaN, (i + 0.5) / 4096))
        const steps = draws.subarray(1).map((lgd, i) => lgd - draws[i]!)
        expect(steps.every((step) => step >= 0) || steps.every((step) => step <= 0)).toBe(true)
        const mean = draws.reduce((a, b) => a + b, 0) / draws.length
        expect(mean).toBeCloseTo(expectedLgd(tables, severity(kind), 0, NaN), 5)
      },
    ),
    { numRuns: 20 },
  ) // prettier-ignore
})
