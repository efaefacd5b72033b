import { describe, expect, test } from 'vitest'
import { SEVERITIES, expectedLgd, lgdTables, severityOf } from '../../models/lgd.ts'
import { lgdLink, writeLinked } from '../../models/lgdLink.ts'
import { linkedLgd } from '../../models/linkedLgd.ts'
import { normalCdf, normalDensity, normalQuantile } from '../../models/normal.ts'
import type { LgdModel } from '../../models/book.ts'
import { COLLATERALS, LGD_KINDS } from '../../models/types.ts'

const MODEL: LgdModel = {
  floor: 0.1,
  cover: { residential: 1.05, commercial: 0.83, movable: 0.67 },
  auction: [0.7, 0.9],
  saleCost: 0.1,
  timeToSale: [1, 2],
  discountRate: 0.06,
  beta: { guarantee: { mean: 0.65, sd: 0.2 }, unsecured: { mean: 0.8, sd: 0.15 }, fraud: { mean: 0.9, sd: 0.1 } },
  link: 0.3,
}
const TABLES = lgdTables(MODEL, { lgdAdd: {}, collateralPrice: {}, saleDelay: [], auctionFactor: [] }, 1)
const SEVERITY = severityOf(LGD_KINDS.indexOf('unsecured'), COLLATERALS.indexOf('unsecured'))
const MEAN = expectedLgd(TABLES, SEVERITY, 0, NaN)
const [PD, R2, LOADING, VOLATILITY] = [0.03, 0.2, 0.4, 1.4]

const link = lgdLink(
  0.5,
  {
    loans: {
      count: 1,
      obligor: Int32Array.of(0),
      balance: Float64Array.of(1),
      lgdKind: Uint8Array.of(LGD_KINDS.indexOf('unsecured')),
      collateral: Uint8Array.of(COLLATERALS.indexOf('unsecured')),
      assignedLgd: Float64Array.of(NaN),
    },
    pds: [Float64Array.of(PD)],
    exposure: { comboOf: Int32Array.of(0), comboR2: Float64Array.of(R2), globalLoading: LOADING },
    factorVolatility: [VOLATILITY],
    degreesOfFreedom: null,
  },
  TABLES,
)
const linked = (mean: number): number =>
  linkedLgd(link, 0, { loading: LOADING, volatility: VOLATILITY, mean })(SEVERITY, PD, R2, MEAN)

describe('the mean LGD of a year with a linked global factor', () => {
  test('is the stated mean while the factor is not shifted', () => {
    expect(Math.abs(linked(0) - MEAN)).toBeLessThan(1e-5)
  })

  test('under a shift is that of a fine grid of Z, and worse the worse the year', () => {
    const variance = 1 - R2 + R2 * VOLATILITY ** 2
    const own = Math.sqrt(variance - (LOADING * VOLATILITY) ** 2)
    for (const mean of [-2, -1, 1]) {
      const maps = new Float64Array(2 * SEVERITIES)
      let [defaulted, lost] = [0, 0]
      for (let z = -12; z <= 12; z += 1 / 64) {
        const score = VOLATILITY * z + mean
        writeLinked(link, 0, score, maps)
        const p = normalDensity(z) * normalCdf((normalQuantile(PD) * Math.sqrt(variance) - LOADING * score) / own)
        defaulted += p
        lost += p * (maps[2 * SEVERITY]! + maps[2 * SEVERITY + 1]! * MEAN)
      }
      expect(Math.abs(linked(mean) - lost / defaulted)).toBeLessThan(1e-5)
    }
    expect(linked(-2)).toBeGreaterThan(linked(-1) + 0.01)
    expect(linked(1)).toBeLessThan(MEAN - 0.01)
  })
})
