/** The link of LGD to the global factor: bad years lose more on each default, and the stated mean is kept. */
import { SEVERITIES, expectedLgd, severityOf } from './lgd.ts'
import type { LgdTables } from './lgd.ts'
import { normalCdf, normalDensity, normalQuantile } from './normal.ts'
import { studentMixtureQuantile, studentScore } from './studentFactor.ts'
import type { Loans } from './types.ts'
import type { FactorExposure } from './yearlyPds.ts'

/**
 * The link of LGD to the global factor (MODEL §6), as a linear map of the unlinked LGD: lgd' = c + d·lgd, which keeps it in [0, 1] and
 * moves its mean to μ(Z).
 *
 *     logit μ(Z) = logit μ₀ − λ·Z,   μ₀ such that the mean of μ(Z) over defaults is the stated mean
 */
export interface LgdLink {
  /** λ > 0. */
  readonly strength: number
  readonly years: number
  /** logit μ₀ and the stated mean: (severity × year) × 2; NaN for severities that no loan has. */
  readonly roots: Float64Array
}

/** Loans whose defaults the mean is taken over, and how the global factor makes them default. */
export interface LinkedPortfolio {
  readonly loans: Pick<Loans, 'count' | 'obligor' | 'balance' | 'lgdKind' | 'collateral' | 'assignedLgd'>
  /** Yearly PD by firm, a list for each year; 0 for a firm without a loan standing. */
  readonly pds: readonly ArrayLike<number>[]
  readonly exposure: FactorExposure
  /** Standard deviation of the factors by year, > 0. */
  readonly factorVolatility: ArrayLike<number>
  /** ν of a Student's t global factor, whose normal score Z then is; null for a normal one. */
  readonly degreesOfFreedom: number | null
}

/**
 * Solves μ₀ of every severity and year.
 *
 *     Σ_i ∫ b_i·p_i(z)·(c(z) + d(z)·lgd_i) φ(z) dz = Σ_i b_i·h_i·lgd_i,   p_i(z) = P(default | Z = z)
 *
 * The mean is over the loans' balances at month 0 as far as they have not defaulted in the years before, with the factors at their unshifted
 * mean and at the scenario's volatility: a shift of the factor is not compensated, so a bad year has a higher LGD.
 *
 * @param strength  λ ≥ 0
 * @throws {RangeError} when strength is negative or NaN
 * Tested against the mean over a fine grid of Z: 1e-9 where the loans of a severity have one LGD, 1e-5 where they differ.
 */
export function lgdLink(strength: number, portfolio: LinkedPortfolio, tables: LgdTables): LgdLink {
  if (!(strength >= 0 && strength < Infinity)) throw new RangeError(`lgdLink: strength must be >= 0, got ${strength}`)
  const { years } = tables
  const link: LgdLink = { strength, years, roots: new Float64Array(2 * SEVERITIES * years).fill(NaN) }
  const surviving = new Float64Array(portfolio.pds[0]!.length).fill(1)
  for (let year = 0; year < years; year++) {
    for (const [severity, bins] of binned(portfolio, tables, year, surviving).entries()) {
      if (bins.length === 0) continue
      const defaults = defaultsByScore(bins, portfolio, year)
      const mean = total(defaults.loss) / total(defaults.balance)
      const at = 2 * (severity * years + year)
      link.roots[at] = rootOf(defaults, mean, strength)
      link.roots[at + 1] = mean
    }
    for (let f = 0; f < surviving.length; f++) surviving[f]! *= 1 - portfolio.pds[year]![f]!
  }
  return link
}

/**
 * Writes the maps of a year whose global factor is known.
 *
 * @param score  the global factor: its normal score times the volatility, plus the shift of its mean
 * @param out    receives c and d of each severity: severity × 2
 */
export function writeLinked({ strength, years, roots }: LgdLink, year: number, score: number, out: Float64Array): void {
  for (let severity = 0; severity < SEVERITIES; severity++) {
    const at = 2 * (severity * years + year)
    writeMap(roots[at]! - strength * score, roots[at + 1]!, out, 2 * severity)
  }
}

/** The map that takes a mean LGD to μ: shrinks what is lost, or what is kept. A mean of 0 or 1 cannot move. */
function writeMap(logit: number, mean: number, out: Float64Array, at: number): void {
  const target = 1 / (1 + Math.exp(-logit))
  if (!(mean > 0 && mean < 1)) {
    out[at] = 0
    out[at + 1] = 1
  } else if (target <= mean) {
    out[at] = 0
    out[at + 1] = target / mean
  } else {
    out[at + 1] = (1 - target) / (1 - mean)
    out[at] = 1 - out[at + 1]!
  }
}

/** Loans of nearly one PD and one sensitivity to the global factor. */
interface Bin {
  readonly r2: number
  readonly balance: number
  /** Means of the PD, and of the LGD over defaults. */
  readonly pd: number
  readonly lgd: number
}

/** The mean PD of a bin stands for its loans: one PD alone is exact, a range of them moves the mean LGD by less than 1e-5. */
const BINS_PER_UNIT = 32
/** PDs below e⁻³⁹ share the last one. */
const BINS = 39 * BINS_PER_UNIT
/** Sums of a bin: b, b·h, b·h·lgd. */
const SUMS = 3

/**
 * Bins of the loans at risk in a year, by severity.
 *
 * @param surviving  probability of each firm not to have defaulted before
 */
function binned(
  { loans, pds, exposure }: LinkedPortfolio,
  tables: LgdTables,
  year: number,
  surviving: Float64Array,
): Bin[][] {
  const { comboOf, comboR2 } = exposure
  const r2s = [...new Set(comboR2)]
  const r2Of = Int32Array.from(comboR2, (r2) => r2s.indexOf(r2))
  const sums = new Float64Array(SEVERITIES * r2s.length * BINS * SUMS)
  for (let i = 0; i < loans.count; i++) {
    const firm = loans.obligor[i]!
    const h = pds[year]![firm]!
    const balance = loans.balance[i]! * surviving[firm]!
    const defaulted = balance * h
    if (defaulted === 0) continue
    const severity = severityOf(loans.lgdKind[i]!, loans.collateral[i]!)
    const bin = Math.min(BINS - 1, Math.floor(-BINS_PER_UNIT * Math.log(h)))
    const at = ((severity * r2s.length + r2Of[comboOf[firm]!]!) * BINS + bin) * SUMS
    sums[at]! += balance
    sums[at + 1]! += defaulted
    sums[at + 2]! += defaulted * expectedLgd(tables, severity, year, loans.assignedLgd[i]!)
  }
  return Array.from({ length: SEVERITIES }, (_, severity) =>
    r2s.flatMap((r2, k) => {
      const bins: Bin[] = []
      const start = (severity * r2s.length + k) * BINS * SUMS
      for (let at = start; at < start + BINS * SUMS; at += SUMS) {
        const [balance, defaulted, lost] = [sums[at]!, sums[at + 1]!, sums[at + 2]!]
        if (defaulted > 0) bins.push({ r2, balance, pd: defaulted / balance, lgd: lost / defaulted })
      }
      return bins
    }),
  )
}

/** Equidistant normal scores, which integrate what is smooth in them to double precision. */
const REACH = 12
const NODES_PER_UNIT = 8
const NODES = 2 * REACH * NODES_PER_UNIT + 1

/** What defaults at each score, and what would be lost of it without a link; weighted by the score's density. */
interface DefaultsByScore {
  /** Scores times the volatility. */
  readonly scores: Float64Array
  readonly balance: Float64Array
  readonly loss: Float64Array
}

function defaultsByScore(
  bins: readonly Bin[],
  { exposure, factorVolatility, degreesOfFreedom }: LinkedPortfolio,
  year: number,
): DefaultsByScore {
  const volatility = factorVolatility[year]!
  const normals = Float64Array.from({ length: NODES }, (_, k) => k / NODES_PER_UNIT - REACH)
  const densities = normals.map(normalDensity)
  const factors = degreesOfFreedom === null ? normals : normals.map((z) => studentScore(z, degreesOfFreedom))
  const balance = new Float64Array(NODES)
  const loss = new Float64Array(NODES)
  for (const { r2, balance: owed, pd, lgd } of bins) {
    const loading = (exposure.globalLoading * volatility) / Math.sqrt(1 - r2 + r2 * volatility ** 2)
    const rest = 1 - loading ** 2
    const threshold =
      degreesOfFreedom === null
        ? normalQuantile(pd)
        : studentMixtureQuantile(pd, { t: loading ** 2, normal: rest, degreesOfFreedom })
    for (let k = 0; k < NODES; k++) {
      const defaulted = owed * densities[k]! * normalCdf((threshold - loading * factors[k]!) / Math.sqrt(rest))
      balance[k]! += defaulted
      loss[k]! += defaulted * lgd
    }
  }
  return { scores: normals.map((z) => z * volatility), balance, loss }
}

/** logit μ₀ by bisection: the loss rises with it. */
function rootOf({ scores, balance, loss }: DefaultsByScore, mean: number, strength: number): number {
  const stated = total(loss)
  const map = new Float64Array(2)
  const centre = Math.log(mean / (1 - mean))
  let low = centre - strength * scores.at(-1)!
  let high = centre + strength * scores.at(-1)!
  for (;;) {
    const middle = (low + high) / 2
    if (!(middle > low && middle < high)) return middle
    let linked = 0
    for (let k = 0; k < scores.length; k++) {
      writeMap(middle - strength * scores[k]!, mean, map, 0)
      linked += map[0]! * balance[k]! + map[1]! * loss[k]!
    }
    if (linked < stated) low = middle
    else high = middle
  }
}

const total = (values: Float64Array): number => values.reduce((a, b) => a + b, 0)
