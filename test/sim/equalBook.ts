import { layoutLoans } from '../../models/layout.ts'
import { originate } from '../../models/originate.ts'
import type { Book, FactorGroup, TapeBook } from '../../models/book.ts'
import type { Scenario } from '../../models/scenario.ts'
import type { SimulationSettings } from '../../models/study.ts'
import type { Firms } from '../../models/types.ts'
import { NEUTRAL_STRATEGY, NO_SHOCKS } from '../../scenarios/index.ts'
import { factorLevels, factorSpaceOf } from '../../sim/engine/factorLevels.ts'
import type { FactorSpace } from '../../sim/engine/factors.ts'
import { plainLender } from '../../sim/lender.ts'
import type { Simulated } from '../../sim/simulated.ts'

/** A book of equal 12-month bullets in one cell, built without files. */
export interface EqualBook {
  readonly loans: number
  readonly pd: number
  readonly lgd: number
  readonly balance?: number
  readonly horizonMonths?: number
  readonly factors?: readonly FactorGroup[]
  readonly paths?: number
  readonly replicates?: number
  readonly seed?: string
}

export const scenario = (shocks: Partial<Scenario['shocks']> = {}): Scenario => ({
  id: 'test',
  title: { en: 'test' },
  context: {},
  vary: {},
  shocks: { ...NO_SHOCKS, ...shocks },
  limitation: null,
})

/** A tape book's settings without the tape. */
export const bookSettings = (factors: readonly FactorGroup[]): TapeBook => ({
  id: 'equal',
  title: { en: 'equal loans' },
  context: {},
  vary: {},
  kind: 'tape',
  origination: 'new',
  renewal: 'roll',
  amortisationRate: 0.06,
  factors,
  globalFactor: { persistence: 0, degreesOfFreedom: null },
  guarantees: null,
  lgd: {
    floor: 0.1,
    cover: { residential: 1.05, commercial: 0.83, movable: 0.67 },
    auction: [0.56, 0.95],
    saleCost: 0.08,
    timeToSale: [1, 2.5],
    discountRate: 0.025,
    link: 0,
    beta: { guarantee: { mean: 0.675, sd: 0.18 }, unsecured: { mean: 0.8, sd: 0.15 }, fraud: { mean: 0.75, sd: 0.2 } },
  },
  npl: { lagMonths: 3, disposalMonths: 12, openingRatio: 0 },
  timing: Array.from({ length: 12 }, () => 1),
  unit: { en: '10,000 CNY' },
  file: '',
  filePath: '',
  format: 'csv',
  columns: {
    loanId: { column: 'id' },
    balance: { constant: 1 },
    termMonths: { constant: 12 },
    repayment: { constant: 'bullet' },
    collateral: { constant: 'unsecured' },
  },
  values: {},
  pdTable: null,
  factorColumns: [],
  keep: {},
  moneyScale: 1,
})

/** Firms with one loan each; the columns given are by firm. */
export function firmsOf(pds: Float64Array, balances: Float64Array, lgds: Float64Array, sectors?: Int32Array): Firms {
  const n = pds.length
  const ids = Array.from({ length: n }, (_, i) => `${i + 1}`)
  const labels = sectors
    ? Array.from({ length: sectors.reduce((a, b) => Math.max(a, b)) + 1 }, (_, s) => `sector-${s}`)
    : []
  return {
    count: n,
    ids,
    groupings: new Map(sectors ? [['sector', { labels, codes: sectors }]] : []),
    truePd: pds,
    honesty: new Uint8Array(n),
    applicants: null,
    numeric: new Map(),
    requests: {
      count: n,
      ids,
      firm: Int32Array.from(ids.keys()),
      amount: balances,
      termMonths: new Int32Array(n).fill(12),
      remainingMonths: new Int32Array(n).fill(12),
      repayment: new Uint8Array(n),
      collateral: new Uint8Array(n).fill(4),
      deposit: new Float64Array(n),
      fees: new Float64Array(n),
      ownerAum: new Float64Array(n),
      financingGap: new Float64Array(n).fill(Infinity),
      statedLgd: lgds,
      givenPd: pds,
      givenGrade: new Uint8Array(n).fill(5),
    },
  }
}

export interface Ready {
  readonly simulated: Simulated
  readonly settings: SimulationSettings
  readonly factors: FactorSpace
}

/** Lays firms out for simulation. */
export function ready(firms: Firms, book: Book, settings: Partial<SimulationSettings> = {}): Ready {
  const all: SimulationSettings = {
    seed: 'test',
    bookSeed: null,
    paths: 10_000,
    replicates: 20,
    horizonMonths: 12,
    fidelity: 'exact',
    correlation: 'model',
    targetError: null,
    tail: null,
    ...settings,
  }
  const loans = originate(
    firms,
    book,
    NEUTRAL_STRATEGY,
    null,
    null,
    [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09],
  )
  const levels = factorLevels(firms, book.factors, all.correlation)
  const layouts = [layoutLoans(loans, book, all.horizonMonths)]
  const simulated = {
    book,
    firms,
    levels,
    lenders: [plainLender(book)],
    layouts,
    guaranteeOrder: Int32Array.from({ length: firms.count }, (_, firm) => firm),
  }
  return { simulated, settings: all, factors: factorSpaceOf({ simulation: all }, [simulated]) }
}

/** A book of equal loans laid out for simulation. */
export function equalBook(options: EqualBook): Ready {
  const fill = (value: number): Float64Array => new Float64Array(options.loans).fill(value)
  const firms = firmsOf(fill(options.pd), fill(options.balance ?? 1), fill(options.lgd))
  return ready(firms, bookSettings(options.factors ?? []), {
    paths: options.paths ?? 10_000,
    replicates: options.replicates ?? 20,
    horizonMonths: options.horizonMonths ?? 12,
    seed: options.seed ?? 'test',
  })
}

/** Mean and standard error over replicates of a path column. */
export function replicateMean(values: Float64Array, replicates: number): { mean: number; standardError: number } {
  const per = values.length / replicates
  const means = Array.from({ length: replicates }, (_, r) =>
    values.subarray(r * per, (r + 1) * per).reduce((a, b) => a + b / per, 0),
  )
  const mean = means.reduce((a, b) => a + b) / replicates
  const variance = means.reduce((a, b) => a + (b - mean) ** 2, 0) / (replicates - 1)
  return { mean, standardError: Math.sqrt(variance / replicates) }
}
