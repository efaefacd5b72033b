/** How the bank prices: cost parameters and the rate of every cell. */
import { z } from 'zod'
import { PRICING_KINDS } from '../../models/study.ts'
import { PRICING_DEFAULTS } from '../../models/pricing/rateFloor.ts'
import {
  CELL_COUNT,
  COLLATERALS,
  GRADES,
  TERM_BANDS,
  cellAt,
  cellIndex,
  cellKey,
  type Collateral,
  type TermBand,
} from '../../models/types.ts'
import { named, needs, nonNegative, report, share } from './common.ts'

/** Cost parameters of DOMAIN B5; rates per year. */
const costs = z.strictObject({
  fundingRate: share.default(PRICING_DEFAULTS.fundingRate).describe('transfer price of funds lent, decimal per year'),
  variableCost: share
    .default(PRICING_DEFAULTS.variableCost)
    .describe('operating cost per unit of balance, decimal per year'),
  fixedCost: nonNegative.default(PRICING_DEFAULTS.fixedCost).describe('operating cost per loan and year, money'),
  capitalRatio: share.default(PRICING_DEFAULTS.capitalRatio).describe('capital per unit of balance'),
  hurdleRate: share
    .default(PRICING_DEFAULTS.hurdleRate)
    .describe('return on capital asked, after tax, decimal per year'),
  incomeTaxRate: z
    .number()
    .min(0)
    .lt(1)
    .default(PRICING_DEFAULTS.incomeTaxRate)
    .describe('income tax as a share of profit'),
  lostInterestShare: share
    .default(PRICING_DEFAULTS.lostInterestShare)
    .describe('interest lost on a default as a share of a year’s'),
  extraTargetProfit: nonNegative
    .default(PRICING_DEFAULTS.extraTargetProfit)
    .describe('target profit on top of the hurdle, decimal per year'),
  depositTransferRate: share
    .default(PRICING_DEFAULTS.depositTransferRate)
    .describe('transfer price paid for deposits, decimal per year'),
  depositRate: share.default(PRICING_DEFAULTS.depositRate).describe('rate paid on deposits, decimal per year'),
  depositServicing: share
    .default(PRICING_DEFAULTS.depositServicing)
    .describe('cost of servicing deposits per unit, decimal per year'),
  aumMargin: share
    .default(PRICING_DEFAULTS.aumMargin)
    .describe('margin on the owner’s assets under management, decimal per year'),
  lpr: share
    .default(PRICING_DEFAULTS.lpr)
    .describe('loan prime rate; sets the VAT exemption and the default cap, decimal per year'),
  vatRate: z
    .number()
    .min(0)
    .lt(1)
    .default(PRICING_DEFAULTS.vatRate)
    .describe('VAT and surcharges as a share of interest'),
  vatMethod: z
    .union([z.literal(1), z.literal(2)])
    .default(PRICING_DEFAULTS.vatMethod)
    .describe('VAT exemption of mid-sized lines: 1 or 2'),
  bankShare: share.default(PRICING_DEFAULTS.bankShare).describe('share of losses that the bank bears'),
})

const all = { terms: [...TERM_BANDS], collateral: [...COLLATERALS] }
const place = {
  collateral: z.array(z.enum(COLLATERALS)).min(1).default(all.collateral),
  terms: z.array(z.enum(TERM_BANDS)).min(1).default(all.terms),
}
const grade = z.int().min(1).max(GRADES)
const grades = Array.from({ length: GRADES }, (_, index) => index + 1)

/** Rates by grade, the same for some terms and collaterals. */
const block = z
  .strictObject({ ...place, grades: z.array(grade).min(1).default(grades), rates: z.array(z.number()).min(1) })
  .superRefine(
    (written, context) => {
      if (written.rates.length !== written.grades.length)
        report(context, ['rates'], `must have one entry a grade, ${written.grades.length}, got ${written.rates.length}`)
    },
    needs('grades', 'rates'),
  )

/** One rate of one grade. */
const single = z.strictObject({ ...place, grade, rate: z.number() })

type Written = number | z.output<typeof block> | z.output<typeof single>

/** Blocks and single cells that cover every cell once; or, as in a manifest, the 200 rates in order of cellIndex. */
const table = z.array(z.union([z.number(), block, single])).superRefine((written, context) => {
  if (!isBare(written)) {
    written.forEach((entry, index) => {
      if (typeof entry === 'number')
        report(context, [index], `must be a map of grades, terms, collateral and rates, got ${entry}`)
    })
    if (written.some((entry) => typeof entry === 'number')) return
  }
  const owner = new Map<number, PropertyKey>()
  for (const { cells, rate, path } of pricedCells(written)) {
    if (!(rate >= 0)) report(context, path, `must be >= 0, got ${rate} for ${nameCells(cells)}`)
    for (const entry of new Set(cells.map((cell) => owner.get(cell)).filter((entry) => entry !== undefined))) {
      const twice = cells.filter((cell) => owner.get(cell) === entry)
      report(context, path, `must not price again what rates[${String(entry)}] prices: ${nameCells(twice)}`)
    }
    for (const cell of cells) if (!owner.has(cell)) owner.set(cell, path[0]!)
  }
  for (const grade of grades) {
    const missing = cellsOf(all, grade).filter((cell) => !owner.has(cell))
    if (missing.length > 0) report(context, [], `must have a rate for every cell, missing ${nameCells(missing)}`)
  }
})

export const schedule = z
  .strictObject({
    ...named,
    kind: z
      .enum(PRICING_KINDS)
      .default('schedule')
      .describe('schedule: the table below; any other is a formula: each cell at the mean rate of its loans'),
    costs: costs.prefault({}).describe('cost parameters of the price and the verdict'),
    crossIncome: z
      .enum(['none', 'observed'])
      .default('observed')
      .describe('whether income from deposits, fees and assets counts'),
    cap: z.number().gt(0).optional().describe('legal ceiling of any rate, decimal per year; by default 4 × LPR'),
    policyFloor: share.default(0).describe('least rate that a formula may ask, decimal per year'),
    spreads: z
      .array(share)
      .length(GRADES)
      .nullable()
      .default(null)
      .describe('lprPlus: spread over the loan prime rate of grades 1 to 10, decimal per year'),
    rates: table
      .nullable()
      .default(null)
      .describe('decimal per year; blocks by grade, terms and collateral that cover every cell once'),
  })
  .superRefine(
    ({ kind, rates }, context) => {
      if (kind === 'schedule' && !rates)
        report(context, ['rates'], 'is required: a rate for every cell, or kind: incomeCoversRisk')
      if (kind !== 'schedule' && rates) report(context, ['rates'], `must not be given: ${kind} works out its own rates`)
    },
    needs('kind', 'rates'),
  )
  .superRefine(
    (written, context) => {
      const cap = capOf(written)
      for (const { cells, rate, path } of pricedCells(written.rates ?? []))
        if (rate > cap)
          report(context, ['rates', ...path], `must be <= cap ${cap}, got ${rate} for ${nameCells(cells)}`)
    },
    needs('cap', 'costs', 'rates'),
  )
  .transform(({ cap, rates, ...written }) => ({
    ...written,
    cap: capOf({ cap, costs: written.costs }),
    rates: rates && toRates(rates),
  }))

/** Lending rates are protected by law up to four times the loan prime rate. */
const capOf = ({ cap, costs }: { cap?: number | undefined; costs: { lpr: number } }): number =>
  cap ?? Number((4 * costs.lpr).toPrecision(12))

function toRates(written: readonly Written[]): number[] {
  const rates = new Array<number>(CELL_COUNT).fill(NaN)
  for (const { cells, rate } of pricedCells(written)) for (const cell of cells) rates[cell] = rate
  return rates
}

/** One rate, the cells that have it, and where it stands in the list. */
interface Priced {
  readonly cells: readonly number[]
  readonly rate: number
  readonly path: PropertyKey[]
}

function pricedCells(written: readonly Written[]): Priced[] {
  return written.flatMap((entry, position): Priced[] => {
    if (typeof entry === 'number') return isBare(written) ? [{ cells: [position], rate: entry, path: [position] }] : []
    if ('rate' in entry) return [{ cells: cellsOf(entry, entry.grade), rate: entry.rate, path: [position, 'rate'] }]
    return entry.grades.map((grade, index) => ({
      cells: cellsOf(entry, grade),
      rate: entry.rates[index] ?? 0,
      path: [position, 'rates', index],
    }))
  })
}

const isBare = (written: readonly Written[]): boolean =>
  written.length === CELL_COUNT && written.every((entry) => typeof entry === 'number')

const cellsOf = (entry: { terms: readonly TermBand[]; collateral: readonly Collateral[] }, grade: number): number[] =>
  entry.terms.flatMap((term) =>
    entry.collateral.map((collateral) => cellIndex(grade, TERM_BANDS.indexOf(term), COLLATERALS.indexOf(collateral))),
  )

/** Keys of cells of one grade; a star stands for all term bands or all collateral classes. */
function nameCells(cells: readonly number[]): string {
  const grade = cellAt(cells[0]!).grade
  if (cells.length === TERM_BANDS.length * COLLATERALS.length) return `${grade}|*|*`
  const wholes = COLLATERALS.filter((collateral) =>
    cellsOf({ ...all, collateral: [collateral] }, grade).every((cell) => cells.includes(cell)),
  )
  const others = cells.map(cellAt).filter(({ collateral }) => !wholes.includes(collateral))
  return [...wholes.map((collateral) => `${grade}|*|${collateral}`), ...others.map(cellKey)].join(', ')
}
