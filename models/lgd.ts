import { betaQuantile } from './beta.ts'
import { inYear } from './shocks.ts'
import type { LgdModel, Shocks } from './study.ts'
import { COLLATERALS, LGD_KINDS } from './types.ts'

/** Segments of a tabulated beta quantile function; its mean differs from the stated mean by less than 1e-5. */
const SEGMENTS = 2048
const SECURED = ['residential', 'commercial', 'movable'] as const
const BETA = ['guarantee', 'unsecured', 'fraud'] as const
const FRAUD = LGD_KINDS.indexOf('fraud')
const STATED = LGD_KINDS.indexOf('stated')
const CLASSES = COLLATERALS.length

/**
 * Loss given default under a scenario, before guarantees (MODEL §6), tabulated so that a draw costs nanoseconds.
 *
 * By kind (LGD_KINDS), with U, T uniform and `add` the scenario's addition for the collateral class:
 * secured — min(1, max(floor, 1 − k·U·(1+f)^−T) + add), k = cover × (1 + price change) × (1 − sale cost);
 * guarantee, unsecured, fraud — a beta quantile plus `add`, within [0, 1];
 * stated — the tape's figure, whose recovery moves with the collateral's price, plus `add`.
 */
export interface LgdTables {
  readonly years: number
  /** k: secured class × year. */
  readonly recovery: Float64Array
  /** 1 + price change: collateral class × year. */
  readonly price: Float64Array
  /** Collateral class × year. */
  readonly add: Float64Array
  /** Mean by collateral class × year, first for honest borrowers, then for fraudulent ones. */
  readonly mean: Float64Array
  /** Quantile tables: beta kind × (SEGMENTS + 1). */
  readonly quantiles: Float64Array
  readonly floor: number
  readonly auctionLow: number
  readonly auctionWidth: number
  readonly timeLow: number
  readonly timeWidth: number
  readonly logDiscount: number
}

/** Tables of a book's LGD model under a scenario's shocks for `years` years. */
export function lgdTables(
  model: LgdModel,
  shocks: Pick<Shocks, 'lgdAdd' | 'collateralPrice'>,
  years: number,
): LgdTables {
  const tables: LgdTables = {
    years,
    recovery: new Float64Array(SECURED.length * years),
    price: new Float64Array(CLASSES * years).fill(1),
    add: new Float64Array(CLASSES * years),
    mean: new Float64Array(2 * CLASSES * years),
    quantiles: new Float64Array(BETA.length * (SEGMENTS + 1)),
    floor: model.floor,
    auctionLow: model.auction[0],
    auctionWidth: model.auction[1] - model.auction[0],
    timeLow: model.timeToSale[0],
    timeWidth: model.timeToSale[1] - model.timeToSale[0],
    logDiscount: Math.log1p(model.discountRate),
  }
  for (const [b, kind] of BETA.entries()) {
    const { mean, sd } = model.beta[kind]
    tables.quantiles.set(betaTable(mean, sd), b * (SEGMENTS + 1))
  }
  for (let y = 0; y < years; y++) {
    for (const [c, collateral] of COLLATERALS.entries())
      tables.add[c * years + y] = inYear(shocks.lgdAdd[collateral], y, 0)
    for (const [c, collateral] of SECURED.entries()) {
      const price = 1 + inYear(shocks.collateralPrice[collateral], y, 0)
      tables.price[c * years + y] = price
      tables.recovery[c * years + y] = model.cover[collateral] * price * (1 - model.saleCost)
    }
    for (let c = 0; c < CLASSES; c++) {
      tables.mean[c * years + y] = c < SECURED.length ? securedMean(tables, c, y) : betaMean(tables, c, c, y)
      tables.mean[(CLASSES + c) * years + y] = betaMean(tables, FRAUD, c, y)
    }
  }
  return tables
}

const betaTables = new Map<string, Float64Array>()

/** Quantiles of a beta distribution at 0, 1/SEGMENTS, …, 1; remembered, since every scenario asks for the same ones. */
function betaTable(mean: number, sd: number): Float64Array {
  const key = `${mean}/${sd}`
  const known = betaTables.get(key)
  if (known) return known
  const concentration = (mean * (1 - mean)) / (sd * sd) - 1
  const table = Float64Array.from({ length: SEGMENTS + 1 }, (_, i) =>
    betaQuantile(i / SEGMENTS, mean * concentration, (1 - mean) * concentration),
  )
  betaTables.set(key, table)
  return table
}

/**
 * LGD of one default.
 *
 * @param kind        index in LGD_KINDS
 * @param collateral  index in COLLATERALS
 * @param year        simulation year of the default, from 0
 * @param stated      the tape's LGD, read for kind `stated` only
 * @param u1, u2      uniforms in (0, 1): auction (or the beta quantile) and time to sale
 * @returns a share of the exposure in [0, 1]
 */
export function drawLgd(
  t: LgdTables,
  kind: number,
  collateral: number,
  year: number,
  stated: number,
  u1: number,
  u2: number,
): number {
  const at = collateral * t.years + year
  const add = t.add[at]!
  if (kind === STATED) return clip(1 - (1 - stated) * t.price[at]! + add)
  if (kind < SECURED.length) {
    const time = t.timeLow + t.timeWidth * u2
    const recovered = t.recovery[at]! * (t.auctionLow + t.auctionWidth * u1) * Math.exp(-t.logDiscount * time)
    return clip(Math.max(t.floor, 1 - recovered) + add)
  }
  const position = u1 * SEGMENTS
  const i = Math.floor(position)
  const offset = (kind - SECURED.length) * (SEGMENTS + 1) + i
  const low = t.quantiles[offset]!
  return clip(low + (position - i) * (t.quantiles[offset + 1]! - low) + add)
}

/** Mean of {@link drawLgd} over its uniforms. */
export function expectedLgd(t: LgdTables, kind: number, collateral: number, year: number, stated: number): number {
  const at = collateral * t.years + year
  if (kind === STATED) return clip(1 - (1 - stated) * t.price[at]! + t.add[at]!)
  return t.mean[kind === FRAUD ? CLASSES * t.years + at : at]!
}

const clip = (x: number): number => (x < 0 ? 0 : x > 1 ? 1 : x)

/** Simpson's rule over the time to sale; the mean over the auction factor is exact. */
function securedMean(t: LgdTables, collateral: number, year: number): number {
  const at = collateral * t.years + year
  const panels = 64
  let sum = 0
  for (let j = 0; j <= panels; j++) {
    const weight = j === 0 || j === panels ? 1 : j % 2 === 1 ? 4 : 2
    const time = t.timeLow + (t.timeWidth * j) / panels
    sum += weight * meanOverAuction(t, t.recovery[at]! * Math.exp(-t.logDiscount * time), t.add[at]!)
  }
  return sum / (3 * panels)
}

/** Mean over the auction factor U of min(1, max(floor, 1 − slope·U) + add): the integral of a piecewise linear function. */
function meanOverAuction(t: LgdTables, slope: number, add: number): number {
  const value = (u: number): number => clip(Math.max(t.floor, 1 - slope * u) + add)
  const from = t.auctionLow
  const to = from + t.auctionWidth
  if (t.auctionWidth === 0 || slope === 0) return value(from)
  const kinks = [(1 - t.floor) / slope, add / slope, (1 + add) / slope].filter((u) => u > from && u < to)
  const edges = [from, ...kinks.sort((a, b) => a - b), to]
  let area = 0
  for (let i = 0; i + 1 < edges.length; i++)
    area += ((value(edges[i]!) + value(edges[i + 1]!)) / 2) * (edges[i + 1]! - edges[i]!)
  return area / t.auctionWidth
}

/** The mean of the tabulated distribution: its trapezoids. */
function betaMean(t: LgdTables, kind: number, collateral: number, year: number): number {
  const add = t.add[collateral * t.years + year]!
  const offset = (kind - SECURED.length) * (SEGMENTS + 1)
  let sum = 0
  for (let i = 0; i < SEGMENTS; i++)
    sum += (clip(t.quantiles[offset + i]! + add) + clip(t.quantiles[offset + i + 1]! + add)) / 2
  return sum / SEGMENTS
}
