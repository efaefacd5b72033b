/** A world: shocks by simulation year. */
import { z } from 'zod'
import { COLLATERALS } from '../../models/types.ts'
import { change, named, needs, nonNegative, positive, report } from './common.ts'

/** One number for all years, or one entry a year. */
const yearly = (value: z.ZodNumber) =>
  z.union([value, z.array(value).min(1)]).transform((written) => (typeof written === 'number' ? [written] : written))

const price = yearly(change)

const shocks = z
  .strictObject({
    pdMultiple: yearly(positive).default([1]),
    sectorPdMultiple: z.record(z.string(), yearly(positive)).default({}),
    factorMean: yearly(z.number()).default([0]),
    factorVolatility: yearly(nonNegative).default([1]),
    lgdAdd: z.partialRecord(z.enum(COLLATERALS), yearly(change)).default({}),
    collateralPrice: z.partialRecord(z.enum(['residential', 'commercial', 'movable']), price).default({}),
    loanRate: yearly(change).default([0]),
    fundingRate: yearly(change).default([0]),
    depositRate: yearly(change).default([0]),
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

export const scenario = z.strictObject({ ...named, shocks: shocks.prefault({}) })
