import { expect, test } from 'vitest'
import { SEVERITIES, expectedLgd, lgdTables, severityOf } from '../../models/lgd.ts'
import { lgdLink, writeLinked } from '../../models/lgdLink.ts'
import type { LgdLink, LinkedPortfolio } from '../../models/lgdLink.ts'
import { normalCdf, normalDensity, normalQuantile } from '../../models/normal.ts'
import { studentMixtureQuantile, studentScore } from '../../models/studentFactor.ts'
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
const TABLES = lgdTables(MODEL, { lgdAdd: {}, collateralPrice: {}, saleDelay: [], auctionFactor: [] }, 2)
const kind = (name: (typeof LGD_KINDS)[number]): number => LGD_KINDS.indexOf(name)
const UNSECURED = COLLATERALS.indexOf('unsecured')
const RESIDENTIAL = COLLATERALS.indexOf('residential')

/** Five loans of three severities; firm 3 has none standing in the second year. */
const PORTFOLIO: LinkedPortfolio = {
  loans: {
    count: 5,
    obligor: Int32Array.of(0, 1, 2, 2, 3),
    balance: Float64Array.of(100, 40, 300, 20, 70),
    lgdKind: Uint8Array.of(kind('unsecured'), kind('stated'), kind('stated'), kind('residential'), kind('unsecured')),
    collateral: Uint8Array.of(UNSECURED, UNSECURED, UNSECURED, RESIDENTIAL, UNSECURED),
    assignedLgd: Float64Array.of(NaN, 0.2, 0.75, NaN, NaN),
  },
  pds: [Float64Array.of(0.01, 0.05, 0.005, 0.2), Float64Array.of(0.02, 0.04, 0.01, 0)],
  exposure: { comboOf: Int32Array.of(0, 0, 1, 1), comboR2: Float64Array.of(0.2, 0.35), globalLoading: 0.4 },
  factorVolatility: [1, 1.6],
  degreesOfFreedom: null,
}

/** Σ b·p(z)·φ(z)·lgd'(z) over what is left of loans of a severity, linked and not, on a grid of Z finer and wider than the solver's. */
function lossOf(
  portfolio: LinkedPortfolio,
  link: LgdLink,
  severity: number,
  year: number,
): { linked: number; stated: number; defaulted: number } {
  const { loans, pds, exposure, factorVolatility, degreesOfFreedom: degrees } = portfolio
  const maps = new Float64Array(2 * SEVERITIES)
  const sums = { linked: 0, stated: 0, defaulted: 0 }
  const volatility = factorVolatility[year]!
  const a = exposure.globalLoading * volatility
  for (let z = -14; z <= 14; z += 1 / 50) {
    writeLinked(link, year, volatility * z, maps)
    for (let i = 0; i < loans.count; i++) {
      const firm = loans.obligor[i]!
      const h = pds[year]![firm]!
      if (h === 0 || severityOf(loans.lgdKind[i]!, loans.collateral[i]!) !== severity) continue
      let standing = loans.balance[i]!
      for (let before = 0; before < year; before++) standing *= 1 - pds[before]![firm]!
      const r2 = exposure.comboR2[exposure.comboOf[firm]!]!
      const normal = 1 - r2 + r2 * volatility ** 2 - a * a
      const [threshold, factor] = degrees
        ? [studentMixtureQuantile(h, { t: a * a, normal, degreesOfFreedom: degrees }), studentScore(z, degrees)]
        : [normalQuantile(h) * Math.sqrt(normal + a * a), z]
      const weight = (standing * normalDensity(z) * normalCdf((threshold - a * factor) / Math.sqrt(normal))) / 50
      const lgd = expectedLgd(TABLES, severity, year, loans.assignedLgd[i]!)
      sums.linked += weight * (maps[2 * severity]! + maps[2 * severity + 1]! * lgd)
      sums.stated += weight * lgd
      sums.defaulted += weight
    }
  }
  return sums
}

const severities = [
  severityOf(kind('unsecured'), UNSECURED),
  severityOf(kind('stated'), UNSECURED),
  severityOf(kind('residential'), RESIDENTIAL),
]

test.each([null, 3.5])(
  'the mean over defaults is the stated one at any volatility, to 1e-9 or, where LGDs differ, 1e-5 (degrees of freedom %s)',
  (degreesOfFreedom) => {
    const portfolio = { ...PORTFOLIO, degreesOfFreedom }
    const link = lgdLink(0.6, portfolio, TABLES)
    for (const severity of severities)
      for (const year of [0, 1]) {
        const { linked, stated, defaulted } = lossOf(portfolio, link, severity, year)
        expect(Math.abs(linked - stated) / defaulted, `severity ${severity}, year ${year}`).toBeLessThan(
          severity === severities[1] ? 1e-5 : 1e-9,
        )
      }
  },
)

test('without the compensation the mean over defaults would be higher, since defaults come in bad years', () => {
  const severity = severities[0]!
  const naive = lgdLink(0.6, PORTFOLIO, TABLES)
  const mean = TABLES.mean[severity * 2]!
  naive.roots[2 * severity * 2] = Math.log(mean / (1 - mean))
  const { linked, stated } = lossOf(PORTFOLIO, naive, severity, 0)
  expect(linked / stated).toBeGreaterThan(1.02)
})

test('the stated mean of a tape weighs each LGD with balance and PD', () => {
  const [low, high] = [40 * 0.05, 300 * 0.005]
  const at = 2 * severities[1]! * 2
  expect(lgdLink(0.3, PORTFOLIO, TABLES).roots[at + 1]).toBeCloseTo((low * 0.2 + high * 0.75) / (low + high), 12)
})

test('the map keeps LGDs between 0 and 1 and moves their mean to μ(Z)', () => {
  const link = lgdLink(0.6, PORTFOLIO, TABLES)
  const maps = new Float64Array(2 * SEVERITIES)
  const severity = severities[0]!
  const [root, mean] = link.roots.slice(2 * severity * 2)
  for (const z of [-5, -1, 0, 0.4, 6]) {
    writeLinked(link, 0, z, maps)
    const [c, d] = maps.slice(2 * severity)
    expect(c! + d! * mean!).toBeCloseTo(1 / (1 + Math.exp(0.6 * z - root!)), 12)
    expect(c).toBeGreaterThanOrEqual(0)
    expect(d).toBeGreaterThan(0)
    expect(c! + d!).toBeLessThanOrEqual(1)
  }
})

test('a strength of 0 changes no LGD', () => {
  const maps = new Float64Array(2 * SEVERITIES)
  writeLinked(lgdLink(0, PORTFOLIO, TABLES), 0, -3, maps)
  for (const severity of severities) {
    expect(maps[2 * severity]).toBeCloseTo(0, 14)
    expect(maps[2 * severity + 1]).toBeCloseTo(1, 14)
  }
})

test.each([0, 1])('a mean of %s cannot move, and severities without loans keep theirs', (lgd) => {
  const loans = { ...PORTFOLIO.loans, assignedLgd: new Float64Array(5).fill(lgd) }
  const maps = new Float64Array(2 * SEVERITIES)
  writeLinked(lgdLink(0.3, { ...PORTFOLIO, loans }, TABLES), 0, -3, maps)
  const stated = severities[1]!
  expect([...maps.slice(2 * stated, 2 * stated + 2)]).toEqual([0, 1])
  expect([...maps.slice(2, 4)]).toEqual([0, 1])
})

test('many PDs in bins give the mean of each PD on its own to 1e-5', () => {
  const count = 2000
  const portfolio: LinkedPortfolio = {
    ...PORTFOLIO,
    loans: {
      count,
      obligor: Int32Array.from({ length: count }, (_, i) => i),
      balance: Float64Array.from({ length: count }, (_, i) => 1 + (i % 7)),
      lgdKind: new Uint8Array(count).fill(kind('unsecured')),
      collateral: new Uint8Array(count).fill(UNSECURED),
      assignedLgd: new Float64Array(count).fill(NaN),
    },
    pds: [Float64Array.from({ length: count }, (_, i) => 0.001 * 1.0025 ** i), new Float64Array(count)],
    exposure: { ...PORTFOLIO.exposure, comboOf: Int32Array.from({ length: count }, (_, i) => i % 2) },
  }
  const link = lgdLink(0.6, portfolio, TABLES)
  const { linked, stated, defaulted } = lossOf(portfolio, link, severities[0]!, 0)
  expect(Math.abs(linked - stated) / defaulted).toBeLessThan(1e-5)
})

test('a negative strength is refused', () => {
  expect(() => lgdLink(-0.1, PORTFOLIO, TABLES)).toThrow('lgdLink: strength must be >= 0, got -0.1')
})
