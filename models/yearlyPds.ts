import type { Layout } from './layout.ts'
import { normalCdf, normalQuantile } from './normal.ts'
import { inYear, pdOfSurvival } from './shocks.ts'
import type { Shocks } from './scenario.ts'
import type { Firms } from './types.ts'

/** Months of each year in which a firm has a loan standing under any of the strategies: year × firm. */
export function aliveMonths(firms: Pick<Firms, 'count'>, layouts: readonly Layout[], years: number): Uint8Array {
  const alive = new Uint8Array(years * firms.count)
  for (const { loans, classOf, classPlan, plans } of layouts)
    for (let i = 0; i < loans.count; i++) {
      const months = plans[classPlan[classOf[i]!]!]!.aliveMonths
      for (let y = 0; y < years; y++) {
        const at = y * firms.count + loans.obligor[i]!
        alive[at] = Math.max(alive[at]!, months[y]!)
      }
    }
  return alive
}

/**
 * Default probability of each firm in a year (from 0), mean over the factors at their unshifted mean: the firm's true PD under
 * the scenario's multiple, over the months in which it has a loan.
 *
 * @param alive     year × firm, see {@link aliveMonths}
 * @param multiple  a further PD multiple on top of the scenario's
 * @returns one entry a firm; 0 for a firm without a loan standing
 */
export function yearlyPds(
  firms: Pick<Firms, 'count' | 'truePd' | 'groupings'>,
  shocks: Pick<Shocks, 'pdMultiple' | 'sectorPdMultiple'>,
  year: number,
  alive: Uint8Array,
  multiple = 1,
): Float64Array {
  const all = inYear(shocks.pdMultiple, year, 1)
  const sectors = firms.groupings.get('sector')
  const bySector = sectors?.labels.map((label) => inYear(shocks.sectorPdMultiple[label], year, all))
  const pds = new Float64Array(firms.count)
  const logs = logSurvival(firms.truePd)
  for (let i = 0; i < firms.count; i++) {
    const months = alive[year * firms.count + i]!
    if (months === 0) continue
    const own = sectors && bySector ? bySector[sectors.codes[i]!]! : all
    pds[i] = pdOfSurvival(logs[i]!, own * multiple, months)
  }
  return pds
}

const known = new WeakMap<Float64Array, Float64Array>()

/** log(1 − h) of every firm, remembered: a break-even asks for the same firms' PDs at many multiples. */
function logSurvival(pds: Float64Array): Float64Array {
  const logs = known.get(pds) ?? pds.map((h) => Math.log1p(-h))
  known.set(pds, logs)
  return logs
}

/** How firms feel the factors: combinations of factor levels, each with its asset correlation. */
export interface FactorExposure {
  /** Combination of each firm. */
  readonly comboOf: Int32Array
  /** R² = Σ a² over the factors of a combination, in [0, 1). */
  readonly comboR2: Float64Array
  /** Loading of the global factor, on which `factorMean` acts. */
  readonly globalLoading: number
}

/**
 * Variance of what decides a default in a year, by combination: 1 − R² + V, V = R² × the factors' variance in the scenario.
 */
export const yearlyVariance = (
  { comboR2 }: Pick<FactorExposure, 'comboR2'>,
  shocks: Pick<Shocks, 'factorVolatility'>,
  year: number,
): Float64Array => comboR2.map((r2) => 1 - r2 + r2 * inYear(shocks.factorVolatility, year, 1) ** 2)

/**
 * Mean PDs of a year over the factors, when the scenario shifts the global one by μ.
 *
 *     Φ(Φ⁻¹(h') − a·μ/√(1 − R² + V))
 *
 * @param pds  h' by firm, see {@link yearlyPds}
 */
export function shiftedPds(
  pds: Float64Array,
  exposure: FactorExposure,
  shocks: Pick<Shocks, 'factorMean' | 'factorVolatility'>,
  year: number,
): Float64Array {
  const shift = exposure.globalLoading * inYear(shocks.factorMean, year, 0)
  if (shift === 0) return pds
  const variance = yearlyVariance(exposure, shocks, year)
  return pds.map((h, i) =>
    h === 0 ? 0 : normalCdf(normalQuantile(h) - shift / Math.sqrt(variance[exposure.comboOf[i]!]!)),
  )
}
