/** What synthetic books and tapes have in common. Values marked [A] are assumptions. */
import { z } from 'zod'
import { count, named, needs, nonNegative, positive, probability, range, report, share, text } from './common.ts'
import { guarantees } from './guarantees.ts'

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
    floor: share.default(0.1).describe('smallest LGD'),
    cover: z
      .strictObject({
        residential: positive.default(1.05),
        commercial: positive.default(0.83),
        movable: positive.default(0.67),
      })
      .prefault({})
      .describe('appraised collateral ÷ exposure'),
    auction: range.default([0.56, 0.95]).describe('auction price as a share of appraisal, from–to'),
    saleCost: share.default(0.08).describe('cost of sale as a share of the price'),
    timeToSale: range.default([1, 2.5]).describe('years from default to cash, from–to'),
    discountRate: nonNegative.default(0.025).describe('of recoveries, decimal per year'),
    beta: z
      .strictObject({
        guarantee: betaLoss(0.675, 0.18),
        unsecured: betaLoss(0.8, 0.15),
        fraud: betaLoss(0.75, 0.2),
      })
      .prefault({})
      .describe('mean and standard deviation of beta-distributed LGDs'),
    link: nonNegative
      .default(0)
      .describe(
        'λ in logit LGD = c − λ·Z, Z the global factor: losses are deeper in bad years, the mean stays; 0 is off',
      ),
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
  origination: z
    .enum(['new', 'stock'])
    .default('new')
    .describe('new: all loans start at month 0; stock: remaining terms are uniform'),
  renewal: z
    .enum(['roll', 'runOff'])
    .default('roll')
    .describe('roll: a loan that matures is renewed; runOff: it is repaid'),
  amortisationRate: nonNegative.default(0.06).describe('rate of the annuity’s plan of principal, decimal per year'),
  // A common factor with an asset correlation of 3 % (DOMAIN C6) [A].
  factors: factors
    .default([{ by: 'global', loading: 0.1732051 }])
    .describe('factor groups: global or a grouping, with loading; squares add up to less than 1'),
  globalFactor: z
    .strictObject({
      persistence: z
        .number()
        .min(0)
        .lt(1)
        .default(0)
        .describe('φ, correlation of one year’s global factor with the next'),
      degreesOfFreedom: z
        .number()
        .gt(2)
        .nullable()
        .default(null)
        .describe('of a Student’s t scaled to variance 1, for fatter tails; null is normal'),
    })
    .prefault({})
    .describe('how the global factor moves'),
  guarantees: guarantees.nullable().default(null).describe('who guarantees whom; null: nobody guarantees anybody'),
  lgd: lgd.prefault({}).describe('loss given default by collateral class, shares of exposure'),
  npl: z
    .strictObject({
      lagMonths: z.int().min(0).default(3).describe('months from default to NPL'),
      disposalMonths: count.default(12).describe('months that an NPL stays'),
      openingRatio: z.number().min(0).lt(1).default(0).describe('NPL ÷ (performing + NPL) at month 0'),
    })
    .prefault({})
    .describe('how defaults become reported non-performing loans'),
  timing: timing
    .default(Array.from({ length: 12 }, () => 1))
    .describe('weights of the 12 months in which a year’s defaults fall'),
  unit: text.prefault({ en: '10,000 CNY', zh: '万元' }).describe('name of the money unit'),
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
