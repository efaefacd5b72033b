import { betaQuantile } from './beta.ts'
import { inYear } from './shocks.ts'
import type { LgdModel } from './book.ts'
import type { Shocks } from './scenario.ts'
import { COLLATERALS, LGD_KINDS } from './types.ts'

/** Segments of a tabulated quantile function. */
export const SEGMENTS = 2048
const SECURED = ['residential', 'commercial', 'movable'] as const
const BETA = ['guarantee', 'unsecured', 'fraud'] as const
const STATED = LGD_KINDS.indexOf('stated')
const CLASSES = COLLATERALS.length
/** Severities: every LGD kind with every collateral. */
export const SEVERITIES = LGD_KINDS.length * CLASSES

/** Index of an LGD kind (in LGD_KINDS) with a collateral (in COLLATERALS): what decides a loan's loss given default. */
export const severityOf = (kind: number, collateral: number): number => kind * CLASSES + collateral

/** Whether a severity is a tape's stated figure. */
export const isStated = (severity: number): boolean => severity >= STATED * CLASSES

/**
 * Loss given default under a scenario, before guarantees (MODEL §6), tabulated so that a draw costs nanoseconds.
 *
 *     lgd = clip( max(floor, a + b·x) + add )        clip to [0, 1]
 *
 * with x by kind (LGD_KINDS): secured — the discounted auction proceeds U·(1+f)^−T of a collateral of 1, U and T uniform, and a = 1,
 * b = −cover·(1 + price change)·(1 − sale cost)·auction factor·(1+f)^−delay; guarantee, unsecured, fraud — a beta variable itself;
 * stated — the tape's figure, whose recovery moves with the collateral's price.
 */
export interface LgdTables {
  readonly years: number
  /** Quantiles of x at 0, 1/SEGMENTS, …, 1: proceeds, then each beta kind. */
  readonly quantiles: Float64Array
  /** Which quantiles a severity takes, as an offset; −1 for stated. */
  readonly offset: Int32Array
  /** floor, a, b, add: (severity × year) × 4. */
  readonly terms: Float64Array
  /** Mean LGD: severity × year; NaN for stated, see {@link expectedLgd}. */
  readonly mean: Float64Array
}

/** The LGD side of a scenario. */
export type LgdShocks = Pick<Shocks, 'lgdAdd' | 'collateralPrice' | 'saleDelay' | 'auctionFactor'>

/** Tables of a book's LGD model under a scenario's shocks for `years` years; the same object for the same question. */
export function lgdTables(model: LgdModel, shocks: LgdShocks, years: number): LgdTables {
  const { lgdAdd, collateralPrice, saleDelay, auctionFactor } = shocks
  const key = JSON.stringify([model, lgdAdd, collateralPrice, saleDelay, auctionFactor, years])
  const known = latest.get(key)
  if (known) return known
  if (latest.size >= KEPT) latest.delete(latest.keys().next().value!)
  const built = buildTables(model, shocks, years)
  latest.set(key, built)
  return built
}

/** Tables last asked for: every strategy of a study asks for the same few. */
const latest = new Map<string, LgdTables>()
const KEPT = 16

function buildTables(model: LgdModel, shocks: LgdShocks, years: number): LgdTables {
  const quantiles = new Float64Array((1 + BETA.length) * (SEGMENTS + 1))
  quantiles.set(
    remembered(`proceeds/${[...model.auction, ...model.timeToSale, model.discountRate].join('/')}`, () =>
      proceedsTable(model),
    ),
  )
  for (const [b, kind] of BETA.entries()) {
    const { mean, sd } = model.beta[kind]
    quantiles.set(
      remembered(`beta/${mean}/${sd}`, () => betaTable(mean, sd)),
      (b + 1) * (SEGMENTS + 1),
    )
  }
  const offset = new Int32Array(SEVERITIES)
  const terms = new Float64Array(SEVERITIES * years * 4)
  const tables: LgdTables = { years, quantiles, offset, terms, mean: new Float64Array(SEVERITIES * years) }
  /** Many severities and years have the same terms. */
  const means = new Map<string, number>()
  for (let kind = 0; kind < LGD_KINDS.length; kind++)
    for (const [c, collateral] of COLLATERALS.entries()) {
      const severity = severityOf(kind, c)
      offset[severity] = kind === STATED ? -1 : Math.max(0, kind - SECURED.length + 1) * (SEGMENTS + 1)
      for (let y = 0; y < years; y++) {
        const at = severity * years + y
        const own = termsOf(model, shocks, kind, collateral, y)
        terms.set(own, at * 4)
        const alike = `${offset[severity]} ${own.join(' ')}`
        const mean = kind === STATED ? NaN : (means.get(alike) ?? meanOf(tables, severity, y))
        means.set(alike, mean)
        tables.mean[at] = mean
      }
    }
  return tables
}

function termsOf(
  model: LgdModel,
  shocks: LgdShocks,
  kind: number,
  collateral: (typeof COLLATERALS)[number],
  year: number,
): [number, number, number, number] {
  const add = inYear(shocks.lgdAdd[collateral], year, 0)
  const secured = SECURED.find((name) => name === collateral)
  const price = 1 + (secured ? inYear(shocks.collateralPrice[secured], year, 0) : 0)
  if (kind === STATED) return [0, 1 - price, price, add]
  const own = SECURED[kind]
  if (!own) return [0, 0, 1, add]
  const delayed = (1 + model.discountRate) ** -inYear(shocks.saleDelay, year, 0)
  const k = model.cover[own] * price * (1 - model.saleCost) * inYear(shocks.auctionFactor, year, 1) * delayed
  return [model.floor, 1, -k, add]
}

const tables = new Map<string, Float64Array>()

/** Quantile tables, remembered, since every scenario asks for the same ones. */
function remembered(key: string, build: () => Float64Array): Float64Array {
  const known = tables.get(key) ?? build()
  tables.set(key, known)
  return known
}

/** Quantiles of a beta distribution; its tabulated mean differs from the stated mean by less than 1e-5. */
function betaTable(mean: number, sd: number): Float64Array {
  const concentration = (mean * (1 - mean)) / (sd * sd) - 1
  return Float64Array.from({ length: SEGMENTS + 1 }, (_, i) =>
    betaQuantile(i / SEGMENTS, mean * concentration, (1 - mean) * concentration),
  )
}

/** Quantiles of U·(1+f)^−T, U and T uniform: of the mean over T of the chance that U is below x·(1+f)^T. */
function proceedsTable({ auction, timeToSale, discountRate }: LgdModel): Float64Array {
  const [low, high] = auction
  const panels = 64
  const discounts = Array.from(
    { length: panels + 1 },
    (_, j) => (1 + discountRate) ** -(timeToSale[0] + ((timeToSale[1] - timeToSale[0]) * j) / panels),
  )
  const least = low * Math.min(...discounts)
  const most = high * Math.max(...discounts)
  if (low === high && discounts.every((d) => d === discounts[0])) return new Float64Array(SEGMENTS + 1).fill(most)
  /** By Simpson's rule over T. */
  const below = (x: number): number => {
    let sum = 0
    for (const [j, d] of discounts.entries()) {
      const share = low === high ? (x >= low * d ? 1 : 0) : Math.min(1, Math.max(0, (x / d - low) / (high - low)))
      sum += (j === 0 || j === panels ? 1 : j % 2 === 1 ? 4 : 2) * share
    }
    return sum / (3 * panels)
  }
  return Float64Array.from({ length: SEGMENTS + 1 }, (_, i) => {
    if (i === 0) return least
    if (i === SEGMENTS) return most
    let [a, b] = [least, most]
    for (let step = 0; step < 50; step++) {
      const x = (a + b) / 2
      if (below(x) < i / SEGMENTS) a = x
      else b = x
    }
    return (a + b) / 2
  })
}

/**
 * LGD of one default.
 *
 * @param severity  see {@link severityOf}
 * @param year      simulation year of the default, from 0
 * @param stated    the tape's LGD, read for stated severities only
 * @param u         uniform in (0, 1)
 * @returns a share of the exposure in [0, 1]
 */
export function drawLgd(t: LgdTables, severity: number, year: number, stated: number, u: number): number {
  const offset = t.offset[severity]!
  const at = (severity * t.years + year) * 4
  if (offset < 0) return lgdOf(t.terms, at, stated)
  const position = u * SEGMENTS
  const i = Math.floor(position)
  const low = t.quantiles[offset + i]!
  return lgdOf(t.terms, at, low + (position - i) * (t.quantiles[offset + i + 1]! - low))
}

/** Mean of {@link drawLgd} over its uniform. */
export function expectedLgd(t: LgdTables, severity: number, year: number, stated: number): number {
  const at = severity * t.years + year
  return isStated(severity) ? lgdOf(t.terms, at * 4, stated) : t.mean[at]!
}

function lgdOf(terms: Float64Array, at: number, x: number): number {
  const own = terms[at + 1]! + terms[at + 2]! * x
  const floor = terms[at]!
  const lgd = (own > floor ? own : floor) + terms[at + 3]!
  return lgd < 0 ? 0 : lgd > 1 ? 1 : lgd
}

/** The mean of the tabulated distribution: its trapezoids, cut finer than the table where the floor bends it. */
function meanOf(t: LgdTables, severity: number, year: number): number {
  const steps = 8 * SEGMENTS
  let sum = 0
  for (let i = 0; i < steps; i++) sum += drawLgd(t, severity, year, NaN, (i + 0.5) / steps)
  return sum / steps
}
