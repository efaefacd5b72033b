import { indicatorCovariance } from '../../models/bivariateNormal.ts'
import { conditionalDefaultProbability } from '../../models/conditionalDefaultProbability.ts'
import { lgdTables, severityOf } from '../../models/lgd.ts'
import { lgdLink, writeLinked } from '../../models/lgdLink.ts'
import { normalDensity, normalQuantile } from '../../models/normal.ts'
import { conditionalNormal } from '../../models/oracle/conditionalNormal.ts'
import { finiteBookDistribution } from '../../models/oracle/finiteBook.ts'
import { fourierInversion } from '../../models/oracle/fourierInversion.ts'
import type { OneYearBook } from '../../models/oracle/oneYearBook.ts'
import { integrate } from '../../models/quadrature.ts'
import type { Family } from './family.ts'
import { sameByBoth } from './row.ts'
import type { Row } from './row.ts'
import { everyFirm, scenarioOf, testBook } from './testBook.ts'

/** The one-year oracles and the LGD link against closed forms. */
export const oracles: Family = {
  title: 'oracles against closed forms',
  rows: () => [...jumps(), ...moments(), ...linkedMeans()],
}

const LOANS = 100
const PD = 0.01
const ASSET_CORRELATION = 0.12

/** Where the distribution of equal loans jumps: half-way up, its quantile is the jump's whole number of defaults. */
function jumps(): readonly Row[] {
  const exact = finiteBookDistribution(PD, ASSET_CORRELATION, LOANS)
  const { quantile } = fourierInversion({
    exposures: everyFirm(LOANS, 1),
    pds: everyFirm(LOANS, PD),
    globalLoading: Math.sqrt(ASSET_CORRELATION),
  })
  return [3, 7, 11].map((defaults) => {
    const below = exact.subarray(0, defaults).reduce((sum, p) => sum + p, 0)
    return sameByBoth(
      `${LOANS} loans, PD ${PD}, ρ ${ASSET_CORRELATION}: where the loss passes ${defaults} defaults`,
      'binomial mixture against Fourier inversion',
      defaults / LOANS,
      quantile(below + exact[defaults]! / 2),
    )
  })
}

/** Forty unequal loans of four PDs in two sectors. */
const MIXED = {
  exposures: Float64Array.from({ length: 40 }, (_, i) => 1 + (i % 7)),
  pds: Float64Array.from({ length: 40 }, (_, i) => [0.005, 0.02, 0.05, 0.15][i % 4]!),
  lgds: Float64Array.from({ length: 40 }, (_, i) => 0.3 + 0.1 * (i % 5)),
  sectors: Int32Array.from({ length: 40 }, (_, i) => (i < 25 ? 0 : 1)),
  globalLoading: Math.sqrt(0.08),
  sectorLoading: Math.sqrt(0.06),
} satisfies OneYearBook

/** Mean and standard deviation of a mixed book: Σ w_i·w_j·Cov of every pair, by Φ₂. */
function moments(): readonly Row[] {
  const { exposures, pds, lgds, sectors, globalLoading, sectorLoading } = MIXED
  const total = exposures.reduce((sum, exposure) => sum + exposure, 0)
  const losses = exposures.map((exposure, i) => (exposure * lgds[i]!) / total)
  const thresholds = pds.map(normalQuantile)
  let [mean, variance] = [0, 0]
  for (const [i, a] of losses.entries()) {
    mean += a * pds[i]!
    for (const [j, b] of losses.entries()) {
      const shared = globalLoading ** 2 + (sectors[i] === sectors[j] ? sectorLoading ** 2 : 0)
      const covariance = i === j ? pds[i]! * (1 - pds[i]!) : indicatorCovariance(thresholds[i]!, thresholds[j]!, shared)
      variance += a * b * covariance
    }
  }
  const oracle = conditionalNormal(MIXED)
  const name = '40 unequal loans, 3 factors'
  return [
    sameByBoth(`${name}: mean`, 'Σ PD·LGD·exposure against quadrature', mean, oracle.mean),
    sameByBoth(
      `${name}: standard deviation`,
      'Φ₂ of every pair against quadrature',
      Math.sqrt(variance),
      oracle.standardDeviation,
    ),
  ]
}

/** The mean LGD of all defaults, whatever the strength of its link to the factor. */
const linkedMeans = (): readonly Row[] =>
  [0.3, 1].map((strength) => {
    const [pd, lgd, correlation] = [0.05, 0.45, 0.2]
    const { firms, levels, layouts, book } = testBook({
      pds: everyFirm(1, pd),
      lgds: everyFirm(1, lgd),
      factors: [{ by: 'global', loading: Math.sqrt(correlation) }],
      paths: 20,
    }).simulated
    const { loans } = layouts[0]!
    const portfolio = {
      loans,
      pds: [firms.truePd],
      exposure: levels,
      factorVolatility: [1],
      degreesOfFreedom: null,
    }
    const tables = lgdTables(book.lgd, scenarioOf({}).shocks, 1)
    const link = lgdLink(strength, portfolio, tables)
    const severity = severityOf(loans.lgdKind[0]!, loans.collateral[0]!)
    const maps = new Float64Array(link.roots.length)
    const lost = (z: number): number => {
      writeLinked(link, 0, z, maps)
      const linked = maps[2 * severity]! + maps[2 * severity + 1]! * lgd
      return linked * conditionalDefaultProbability(pd, Math.sqrt(correlation) * z, correlation) * normalDensity(z)
    }
    return sameByBoth(
      `LGD linked with strength ${strength}: mean over all defaults`,
      'the stated LGD against quadrature over the factor',
      lgd,
      integrate(lost, -12, 12) / pd,
    )
  })
