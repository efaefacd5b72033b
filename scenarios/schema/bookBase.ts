/** What synthetic books and tapes have in common. Values marked [A] are assumptions. */
import { z } from 'zod'
import { count, named, needs, nonNegative, positive, probability, range, report, share, text } from './common.ts'

const factors = z
  .array(z.strictObject({ by: z.string().min(1), loading: z.number().min(0) }))
  .superRefine((written, context) => {
    const names = written.map(({ by }) => by)
    written.forEach(({ by }, index) => {
      if (names.indexOf(by) < index) report(context, [index, 'by'], `must not repeat the factor group "${by}"`)
    })
    const sum = written.reduce((total, { loading }) => total + loading ** 2, 0)
    if (!(sum < 1)) report(context, [], `squares of the loadings must add up to < 1, got ${Number(sum.toPrecision(6))}`)
  })

const betaLoss = (mean: number, sd: number) =>
  z
    .strictObject({ mean: probability, sd: positive })
    .superRefine(
      (written, context) => {
        const most = Math.sqrt(written.mean * (1 - written.mean))
        if (!(written.sd < most))
          report(
            context,
            ['sd'],
            `must be < ${most.toPrecision(4)} for a beta distribution of this mean, got ${written.sd}`,
          )
      },
      needs('mean', 'sd'),
    )
    .default({ mean, sd })

/** DOMAIN C5: recoveries from judicial auctions; covers give the stated mean LGDs of .30, .45 and .60. */
const lgd = z
  .strictObject({
    floor: share.default(0.1),
    cover: z
      .strictObject({
        residential: positive.default(1.05),
        commercial: positive.default(0.83),
        movable: positive.default(0.67),
      })
      .prefault({}),
    auction: range.default([0.56, 0.95]),
    saleCost: share.default(0.08),
    timeToSale: range.default([1, 2.5]),
    discountRate: nonNegative.default(0.025),
    beta: z
      .strictObject({
        guarantee: betaLoss(0.675, 0.18),
        unsecured: betaLoss(0.8, 0.15),
        fraud: betaLoss(0.75, 0.2),
      })
      .prefault({}),
  })
  .superRefine(
    ({ auction, timeToSale }, context) => {
      if (!(auction[0] >= 0)) report(context, ['auction', 0], `must be >= 0, got ${auction[0]}`)
      if (!(timeToSale[0] >= 0)) report(context, ['timeToSale', 0], `must be >= 0, got ${timeToSale[0]}`)
    },
    needs('auction', 'timeToSale'),
  )

const timing = z
  .array(nonNegative)
  .length(12)
  .refine((weights) => weights.some((weight) => weight > 0), { error: 'must have a month with a weight > 0' })

export const bookBase = {
  ...named,
  origination: z.enum(['new', 'stock']).default('new'),
  renewal: z.enum(['roll', 'runOff']).default('roll'),
  amortisationRate: nonNegative.default(0.06),
  // A common factor with an asset correlation of 3 % (DOMAIN C6) [A].
  factors: factors.default([{ by: 'global', loading: 0.1732051 }]),
  lgd: lgd.prefault({}),
  npl: z
    .strictObject({
      lagMonths: z.int().min(0).default(3),
      disposalMonths: count.default(12),
      openingRatio: z.number().min(0).lt(1).default(0),
    })
    .prefault({}),
  timing: timing.default(Array.from({ length: 12 }, () => 1)),
  unit: text.prefault({ en: '10,000 CNY', zh: '万元' }),
}

/** Factor groups other than the global one are groupings of the book's firms. */
export function checkGroups(
  factors: readonly { by: string }[],
  groupings: readonly string[],
  context: z.core.$RefinementCtx,
): void {
  factors.forEach(({ by }, index) => {
    if (by !== 'global' && !groupings.includes(by))
      report(context, ['factors', index, 'by'], `must be one of ${['global', ...groupings].join(', ')}, got "${by}"`)
  })
}
