/** How the bank prices: cost parameters and the rate of every cell. */
import { z } from 'zod'
import { PRICING_KINDS } from '../../models/schedule.ts'
import { PRICING_DEFAULTS } from '../../models/pricing/rateFloor.ts'
import { GRADES } from '../../models/types.ts'
import { named, needs, nonNegative, report, share } from './common.ts'
import { nameCells, pricedCells, rateTable, toRates } from './rateTable.ts'

/** Cost parameters of DOMAIN B5; rates per year. */
export const costs = z.strictObject({
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
    rates: rateTable
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
    ({ kind, spreads }, context) => {
      if (kind === 'lprPlus' && !spreads)
        report(context, ['spreads'], 'is required: a spread over the loan prime rate for each grade')
      if (kind !== 'lprPlus' && spreads)
        report(context, ['spreads'], `must not be given: ${kind} has no spreads, only lprPlus does`)
    },
    needs('kind', 'spreads'),
  )
  .superRefine(
    (written, context) => {
      const cap = capOf(written)
      if (written.policyFloor > cap)
        report(context, ['policyFloor'], `must be <= cap ${cap}, got ${written.policyFloor}`)
    },
    needs('cap', 'costs', 'policyFloor'),
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
