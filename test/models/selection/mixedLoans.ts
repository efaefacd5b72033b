import seedrandom from 'seedrandom'
import { economics } from '../../../models/economics.ts'
import type { ExpectationInputs } from '../../../models/expectation.ts'
import { expectedSums, surplusOf } from '../../expectedSums.ts'
import { netRates } from '../../../models/judge/netRates.ts'
import { layoutLoans } from '../../../models/layout.ts'
import type { Layout } from '../../../models/layout.ts'
import { lgdTables } from '../../../models/lgd.ts'
import { lgdLink } from '../../../models/lgdLink.ts'
import type { LgdLink } from '../../../models/lgdLink.ts'
import { columnRates } from '../../../models/price.ts'
import { PRICING_DEFAULTS } from '../../../models/pricing/rateFloor.ts'
import type { LgdModel } from '../../../models/book.ts'
import type { Shocks } from '../../../models/scenario.ts'
import type { Schedule } from '../../../models/schedule.ts'
import { CELL_COUNT, LGD_KINDS } from '../../../models/types.ts'
import type { Firms, Loans } from '../../../models/types.ts'
import { aliveMonths, yearlyPds } from '../../../models/yearlyPds.ts'
import { NO_SHOCKS } from '../../../scenarios/index.ts'

export const HORIZON = 36
export const FIRMS = 120
const YEARS = 3
const BOOK = { renewal: 'roll', amortisationRate: 0.06 } as const

const LGD: LgdModel = {
  floor: 0.1,
  cover: { residential: 1.05, commercial: 0.83, movable: 0.67 },
  auction: [0.56, 0.95],
  saleCost: 0.08,
  timeToSale: [1, 2.5],
  discountRate: 0.025,
  link: 0,
  beta: { guarantee: { mean: 0.675, sd: 0.18 }, unsecured: { mean: 0.8, sd: 0.15 }, fraud: { mean: 0.75, sd: 0.2 } },
}

export const CALM: Shocks = NO_SHOCKS

/** A bad world in every way that an expectation knows. */
export const STORM: Shocks = {
  ...CALM,
  pdMultiple: [1.5, 2, 1.2],
  sectorPdMultiple: { catering: [3, 2] },
  factorVolatility: [1, 1.2],
  lgdAdd: { unsecured: [0.05] },
  auctionFactor: [0.9],
  depositVolume: [-0.1, -0.2],
  collateralPrice: { residential: [-0.1, -0.2, -0.3] },
  loanRate: [-0.002, -0.004],
  fundingRate: [0.001, 0.002],
}

const draw = seedrandom('mixed loans')
const fill = (value: (i: number) => number): Float64Array => Float64Array.from({ length: FIRMS }, (_, i) => value(i))
const pick = (...values: readonly number[]): number => values[Math.floor(draw.double() * values.length)]!
const codes = (...values: readonly number[]): Uint8Array => Uint8Array.from({ length: FIRMS }, () => pick(...values))

export const firms: Pick<Firms, 'count' | 'truePd' | 'groupings'> = {
  count: FIRMS,
  truePd: fill(() => 0.002 + 0.2 * draw.double() ** 3),
  groupings: new Map([
    ['sector', { labels: ['trade', 'catering'], codes: Int32Array.from({ length: FIRMS }, (_, i) => i % 2) }],
  ]),
}

const termMonths = Int32Array.from({ length: FIRMS }, () => pick(3, 6, 12, 24, 48))
const collateral = codes(0, 1, 2, 3, 4)
/** In steps, so that applicants tie. */
const assignedPd = fill((i) => Math.ceil(60 * firms.truePd[i]! * (0.5 + draw.double())) / 60)
const line = fill(() => pick(30, 90, 300, 800, 1500))

/** A loan of every firm: five terms, three repayments, all classes of collateral and VAT bands, some half run. */
export const everybody: Loans = {
  count: FIRMS,
  request: Int32Array.from({ length: FIRMS }, (_, i) => i),
  obligor: Int32Array.from({ length: FIRMS }, (_, i) => i),
  balance: line.map((own) => own * (0.6 + 0.4 * draw.double())),
  line,
  termMonths,
  remainingMonths: termMonths.map((term) => Math.ceil(term * pick(1, 0.5))),
  repayment: codes(0, 1, 2),
  collateral,
  deposit: fill(() => 20 * draw.double()),
  fees: fill(() => draw.double()),
  ownerAum: fill(() => 50 * draw.double()),
  assignedPd,
  assignedLgd: fill(() => 0.3 + 0.4 * draw.double()),
  lgdKind: collateral.map((own) => pick(own, own, LGD_KINDS.indexOf('fraud'), LGD_KINDS.indexOf('stated'))),
  grade: Uint8Array.from(assignedPd, (pd) => Math.min(10, Math.ceil(pd * 60))),
  level: Uint8Array.from(assignedPd, (pd) => Math.min(10, Math.ceil(pd * 60))),
  score: assignedPd.map((pd) => 100 - 100 * pd),
}

/** Some of the loans. */
export function only(loans: Loans, wanted: (loan: number) => boolean): Loans {
  const kept = [...loans.obligor.keys()].filter(wanted)
  const columns = Object.entries(loans).filter(([name]) => name !== 'count') as [string, Float64Array][]
  const picked = columns.map(([name, column]) => [name, column.filter((_, i) => kept.includes(i))])
  return { ...(Object.fromEntries(picked) as Loans), count: kept.length }
}

export const laidOut = (loans: Loans, book: Parameters<typeof layoutLoans>[1] = BOOK): Layout =>
  layoutLoans(loans, book, HORIZON)

/** What a layout is expected to do; defaults fall late in a year. */
export const expectationOf = (layout: Layout, changes: Partial<ExpectationInputs> = {}): ExpectationInputs => ({
  firms,
  layout,
  alive: aliveMonths(firms, [layout], YEARS),
  shocks: changes.shocks ?? CALM,
  lgd: lgdTables(LGD, changes.shocks ?? CALM, YEARS),
  timing: [0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4],
  exposure: {
    comboOf: Int32Array.from({ length: FIRMS }, (_, i) => i % 2),
    comboR2: Float64Array.of(0.04, 0.09),
    globalLoading: 0.2,
  },
  link: null,
  fund: null,
  ...changes,
})

/** The link of LGD to the global factor, as expected of a layout in its scenario. */
export function linkOf({ layout, alive, shocks, exposure, lgd }: ExpectationInputs): LgdLink {
  const pds = Array.from({ length: YEARS }, (_, year) => yearlyPds(firms, shocks, year, alive))
  const portfolio = { loans: layout.loans, pds, exposure, factorVolatility: [1, 1.2, 1.2], degreesOfFreedom: null }
  return lgdLink(0.3, portfolio, lgd)
}

export const schedule: Schedule = {
  id: 'table',
  title: { en: 'table' },
  context: {},
  vary: {},
  kind: 'schedule',
  costs: { ...PRICING_DEFAULTS, bankShare: 0.9 },
  crossIncome: 'observed',
  cap: 0.2,
  policyFloor: 0,
  spreads: null,
  rates: Array.from({ length: CELL_COUNT }, (_, cell) => 0.04 + 0.0003 * cell),
}

export const costsIn = (shocks: Shocks): ReturnType<typeof economics> => economics(schedule, { shocks }, YEARS)

/** Rates less VAT by column, at offered rates by cell. */
export const netOf = (layout: Layout, shocks: Shocks, rateOf: (cell: number) => number): Float64Array => {
  const offered = Float64Array.from(layout.cells, rateOf)
  const rates = columnRates(layout.columns, layout.cells, offered, costsIn(shocks), schedule.cap)
  return netRates(rates, layout.columns, schedule.costs)
}

/** Surplus, loss and earned balance-years as the verdict expects them. */
export const builtUp = (inputs: ExpectationInputs, net: Float64Array): ReturnType<typeof surplusOf> => {
  const { columns, cells, years } = inputs.layout
  return surplusOf({ columns, cells, years, sums: expectedSums(inputs) }, costsIn(inputs.shocks), net)
}

export const tableRate = (cell: number): number => schedule.rates![cell]!
