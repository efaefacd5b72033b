/** Marginal distributions of the applicants' copula. */
import { z } from 'zod'
import { needs, positive, repeated, report, share, sumsToOne } from './common.ts'

const bounds = { min: z.number().optional(), max: z.number().optional() }

const checkBounds = (
  written: { min?: number | undefined; max?: number | undefined },
  context: z.core.$RefinementCtx,
): void => {
  const { min = -Infinity, max = Infinity } = written
  if (!(min < max)) report(context, ['max'], `must be > min ${min}, got ${max}`)
}

export const marginal = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('normal'), mean: z.number(), sd: positive, ...bounds })
    .superRefine(checkBounds, needs('min', 'max')),
  z
    .strictObject({ kind: z.literal('lognormal'), median: positive, sigma: positive, ...bounds })
    .superRefine(checkBounds, needs('min', 'max')),
  z.strictObject({ kind: z.literal('beta'), alpha: positive, beta: positive }),
  z
    .strictObject({
      kind: z.literal('categories'),
      values: z.array(z.union([z.string(), z.number(), z.boolean()])).min(1),
      shares: z.array(share),
    })
    .superRefine(
      ({ values, shares }, context) => {
        for (const value of repeated(values)) report(context, ['values'], `must not repeat ${JSON.stringify(value)}`)
        if (values.length !== shares.length)
          report(context, ['shares'], `must have one entry a value, ${values.length}, got ${shares.length}`)
        else sumsToOne(context, ['shares'], shares)
      },
      needs('values', 'shares'),
    ),
])
