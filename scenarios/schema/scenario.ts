/** A world: shocks by simulation year. */
import { z } from 'zod'
import { COLLATERALS } from '../../models/types.ts'
import { change, named, needs, nonNegative, positive, report, text } from './common.ts'

/** One number for all years, or one entry a year. */
const yearly = (value: z.ZodNumber) =>
  z.union([value, z.array(value).min(1)]).transform((written) => (typeof written === 'number' ? [written] : written))

const price = yearly(change)

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
