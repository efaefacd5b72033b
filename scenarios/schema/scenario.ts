/** A world: shocks by simulation year. */
import { z } from 'zod'
import type { Shocks } from '../../models/scenario.ts'
import { COLLATERALS } from '../../models/types.ts'
import { change, count, named, needs, nonNegative, positive, report, share, text } from './common.ts'
import { linkProbability } from './guarantees.ts'

/** One number for all years, or one entry a year. */
const yearly = (value: z.ZodNumber) => z.union([value, z.array(value).min(1)]).transform(byYear)

/** The same for what stands in place of a value of the book or the strategy; an empty list leaves that as it is. */
const yearlyInstead = (value: z.ZodNumber) =>
  z
    .union([value, z.array(value)])
    .default([])
    .transform(byYear)

const byYear = (written: number | number[]): number[] => (typeof written === 'number' ? [written] : written)

const price = yearly(change)
const days = z.number().min(-365).max(365)

const deferral = z
  .strictObject({
    share: share.describe('share of the loans maturing in the window whose principal is deferred'),
    from: count.default(1).describe('first month of maturities deferred, from 1'),
    until: count.default(12).describe('last month of maturities deferred'),
    months: count.default(12).describe('length of a deferral'),
    extended: share.default(0).describe('share of deferred loans that are deferred once more at its end'),
    failed: share.default(0).describe('share of deferred loans that fail at its end'),
  })
  .superRefine(
    ({ from, until }, context) => {
      if (!(until >= from)) report(context, ['until'], `must be >= from ${from}, got ${until}`)
    },
    needs('from', 'until'),
  )
  .superRefine(
    ({ extended, failed }, context) => {
      const sum = extended + failed
      if (!(sum <= 1 + 1e-9))
        report(context, ['failed'], `must add up with extended to <= 1, got ${Number(sum.toPrecision(4))}`)
    },
    needs('extended', 'failed'),
  )

const shocks = z
  .strictObject({
    pdMultiple: yearly(positive).default([1]).describe('multiple m of default rates by year: 1 − (1 − h)^m'),
    sectorPdMultiple: z
      .record(z.string(), yearly(positive))
      .default({})
      .describe('multiples of single sectors, in place of pdMultiple'),
    factorMean: yearly(z.number())
      .default([0])
      .describe('shift of the global factor in standard deviations; negative is bad; not with a PD multiple'),
    factorVolatility: yearly(nonNegative).default([1]).describe('standard deviation of every factor'),
    lgdAdd: z
      .partialRecord(z.enum(COLLATERALS), yearly(change))
      .default({})
      .describe('added to LGD by collateral class, as a share'),
    fraudShare: share
      .nullable()
      .default(null)
      .describe('share of frauds among the applicants, in place of the book’s; null leaves it'),
    guaranteeShare: share
      .nullable()
      .default(null)
      .describe('share of firms in the guarantee network, in place of the book’s; null leaves it'),
    linkProbability: yearlyInstead(linkProbability).describe(
      'probability that a guarantor who is called defaults, in place of the book’s and of a strategy’s groups; an empty list leaves it',
    ),
    guaranteeFundCap: yearlyInstead(share).describe(
      'cap of the guarantee fund, in place of the strategy’s; an empty list leaves it',
    ),
    deferral: deferral
      .nullable()
      .default(null)
      .describe('principal falling due that is deferred, and how the deferred end; null without'),
    saleDelay: yearly(nonNegative).default([0]).describe('years added to the time from default to cash'),
    auctionFactor: yearly(positive).default([1]).describe('multiplies auction prices'),
    salesChange: change
      .default(0)
      .describe('change of sales in the first year, as a share; moves limits, settlement and alarms, never a PD'),
    sectorSalesChange: z
      .record(z.string(), change)
      .default({})
      .describe('change of sales of single sectors, in place of salesChange'),
    receivableDays: days.default(0).describe('days added to receivables in the first year'),
    sectorReceivableDays: z
      .record(z.string(), days)
      .default({})
      .describe('days added to receivables of single sectors, in place of receivableDays'),
    depositVolume: yearly(change).default([0]).describe('change of natural deposits since month 0, as a share'),
    collateralPrice: z
      .partialRecord(z.enum(['residential', 'commercial', 'movable']), price)
      .default({})
      .describe('change of collateral value since month 0, as a share'),
    loanRate: yearly(change).default([0]).describe('change since month 0 of rates offered that year, decimal'),
    fundingRate: yearly(change).default([0]).describe('change since month 0 of both transfer prices, decimal'),
    depositRate: yearly(change).default([0]).describe('change since month 0 of the rate paid on deposits, decimal'),
  })
  .superRefine(
    ({ pdMultiple, sectorPdMultiple, factorMean }, context) => {
      const multiples = [pdMultiple, ...Object.values(sectorPdMultiple)].flat()
      if (multiples.some((one) => one !== 1) && factorMean.some((one) => one !== 0))
        report(
          context,
          ['factorMean'],
          'must be 0 where a PD multiple is not 1: both shift the same default rate, use one',
        )
    },
    needs('pdMultiple', 'sectorPdMultiple', 'factorMean'),
  )

export const scenario = z.strictObject({
  ...named,
  shocks: shocks.prefault({}).describe('one number, or one entry a year; a list holds its last value'),
  limitation: text
    .nullable()
    .default(null)
    .describe('what of the scenario its shocks leave out, a sentence that the report puts beside the verdict'),
})

/** A world as it is. */
export const NO_SHOCKS: Shocks = shocks.parse({})
