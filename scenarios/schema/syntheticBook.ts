/** A recipe for a synthetic population. */
import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { z } from 'zod'
import { copulaCorrelation } from '../../models/copulaCorrelation.ts'
import { COPULA_VARIABLES, type SyntheticBook } from '../../models/book.ts'
import { COLLATERALS, REPAYMENTS } from '../../models/types.ts'
import { bookBase, checkGroups } from './bookBase.ts'
import { count, needs, nonNegative, positive, probability, range, report, share, sumsToOne } from './common.ts'
import { marginal } from './marginal.ts'
import { strategy } from './strategy.ts'

const variable = z.enum(COPULA_VARIABLES)
const lognormal = z.strictObject({ median: positive, sigma: nonNegative })

/** A share for each of some names; those not given have none. */
const sharesOf = <T extends string>(names: readonly T[]) =>
  z
    .partialRecord(z.enum(names), share)
    .superRefine((shares, context) => sumsToOne(context, [], Object.values<number>(shares as Record<T, number>)))
    .transform((shares) => Object.fromEntries(names.map((name) => [name, shares[name] ?? 0])) as Record<T, number>)

const sectors = z
  .record(
    z.string(),
    z.strictObject({
      share,
      logOdds: z.number().default(0),
      marginals: z.partialRecord(variable, marginal).default({}),
    }),
  )
  .superRefine((written, context) =>
    sumsToOne(
      context,
      [],
      Object.values(written).map((sector) => sector.share),
    ),
  )

const regions = z
  .record(z.string(), share)
  .superRefine((written, context) => sumsToOne(context, [], Object.values(written)))

const ageBands = z
  .array(z.strictObject({ upTo: positive.nullable(), share, logOdds: z.number().default(0) }))
  .min(1)
  .superRefine((bands, context) => {
    bands.forEach(({ upTo }, index) => {
      const last = index === bands.length - 1
      const before = bands[index - 1]?.upTo ?? 0
      if (last !== (upTo === null))
        report(context, [index, 'upTo'], `must be ${last ? 'null' : 'an age'}: only the last band is open`)
      else if (upTo !== null && !(upTo > before)) report(context, [index, 'upTo'], `must be > ${before}, got ${upTo}`)
    })
    sumsToOne(
      context,
      [],
      bands.map((band) => band.share),
    )
  })

const loading = z.strictObject({
  quality: z.number().min(-1).max(1).default(0),
  size: z.number().min(-1).max(1).default(0),
})

const loadings = z.strictObject(
  Object.fromEntries(COPULA_VARIABLES.map((name) => [name, loading.prefault({})])) as Record<
    (typeof COPULA_VARIABLES)[number],
    z.ZodPrefault<typeof loading>
  >,
)

const correlations = z.array(
  z.strictObject({
    pair: z
      .tuple([z.enum(['quality', ...COPULA_VARIABLES]), z.enum(['quality', ...COPULA_VARIABLES])])
      .refine(([a, b]) => a !== b, { error: 'must name two different variables' }),
    value: z.number().gt(-1).lt(1),
  }),
)

const honesty = z.strictObject({
  shading: z.strictObject({ share, median: positive, sigma: nonNegative }).default({ share: 0, median: 1, sigma: 0 }),
  fraud: z
    .strictObject({
      share,
      slope: z.number(),
      inflation: range,
      hiddenDebt: range,
      shownGrowth: z.number(),
      roundTrip: share,
    })
    .default({ share: 0, slope: 0, inflation: [1, 1], hiddenDebt: [0, 0], shownGrowth: 0, roundTrip: 0 }),
})

const readings = z.strictObject({
  tax: nonNegative.default(0.05),
  meters: nonNegative.default(0.1),
  bankFlows: nonNegative.default(0.08),
})

/** CALIBRATION's settlement components: powers stand for sensitivities to the score z, of marginals with their sigmas. All [A]. */
const settlement = z.strictObject({
  volume: z
    .strictObject({ median: positive, power: nonNegative, elsewhere: nonNegative })
    .default({ median: 0.9, power: 0.7, elsewhere: 0.35 })
    .describe(
      'settlement ÷ (loan share × sales): median, power of settlementShare ÷ its median, and that at other banks',
    ),
  retention: z
    .strictObject({ median: positive, power: nonNegative, roundTrip: share, fraud: share })
    .default({ median: 0.85, power: 0.9333, roundTrip: 0.45, fraud: 0.6 })
    .describe(
      'deposit ÷ settlement, in norms: median, power of depositToLoan ÷ its median, part left to frauds who send money round, to others',
    ),
  depositNorm: positive.default(0.03).describe('natural deposit ÷ yearly settlement of a sound firm: 11 days'),
  sectorDepositNorm: z
    .record(z.string(), positive)
    .default({})
    .describe('that of single sectors, in place of depositNorm'),
  seasonality: z.number().min(0).lt(1).default(0.15).describe('share by which sales stand above their mean in season'),
  noise: z
    .strictObject({ sales: nonNegative, settlement: nonNegative, deposit: nonNegative })
    .default({ sales: 0.1, settlement: 0.1, deposit: 0.2 })
    .describe('standard deviations of the log of a month’s sales, settlement and deposit'),
  irregularMonth: share.default(0.5).describe('settlement of an irregular month ÷ that of a regular one'),
  window: z
    .strictObject({ mean: positive, quality: z.number(), sd: nonNegative })
    .default({ mean: 1.08, quality: 0.12, sd: 0.2 })
    .describe('settlement in the two months before maturity ÷ others: mean, loading on −quality, standard deviation'),
  products: z
    .strictObject({ mean: share, quality: z.number(), sd: nonNegative })
    .default({ mean: 0.6, quality: 0.05, sd: 0.19 })
    .describe('settlement products held ÷ available: mean, loading on quality, standard deviation'),
  sameDay: z
    .strictObject({ ordinary: nonNegative, roundTrip: share })
    .default({ ordinary: 0.05, roundTrip: 0.8 })
    .describe(
      'turnover in and out the same day ÷ settlement; part of money sent round that is, the rest passes for sales',
    ),
  evasion: z
    .strictObject({ share, kept: share })
    .default({ share: 0.25, kept: 0.3 })
    .describe('frauds who keep settlement away from the lender: their share, and the part of it left there'),
  ramp: z
    .strictObject({ settlement: share, retention: share, regularity: share })
    .default({ settlement: 0.35, retention: 0.55, regularity: 0.35 })
    .describe('what the year before a default takes by its end, of settlement, deposit ÷ settlement, regular months'),
})

const flags = z.strictObject({
  blacklisted: share.default(0),
  disorderlyOperation: share.default(0),
  restrictedIndustry: share.default(0),
  currentArrears: share.default(0),
  classifiedSubstandard: share.default(0),
  ownerPriorFailure: share.default(0),
})

const request = z
  .strictObject({
    terms: z
      .array(z.strictObject({ months: count.max(360), share }))
      .min(1)
      .superRefine((terms, context) =>
        sumsToOne(
          context,
          [],
          terms.map((term) => term.share),
        ),
      ),
    repayment: sharesOf(REPAYMENTS),
    collateral: sharesOf(COLLATERALS),
    cycleDays: lognormal,
    ownFundsShare: z.number().min(0).lt(1),
    overAsk: lognormal.default({ median: 1, sigma: 0 }),
    minimum: positive,
    maximum: positive,
    feesToLoan: nonNegative.default(0),
    aumToLoan: nonNegative.default(0),
  })
  .superRefine(
    ({ minimum, maximum }, context) => {
      if (!(minimum <= maximum)) report(context, ['maximum'], `must be >= minimum ${minimum}, got ${maximum}`)
    },
    needs('minimum', 'maximum'),
  )

export const syntheticBook = z
  .strictObject({
    ...bookBase,
    kind: z.literal('synthetic').describe('synthetic: firms are drawn from this recipe'),
    population: count
      .default(1)
      .describe('which draw of the recipe: others are other firms, and another history, from the same seed'),
    size: z
      .union([z.strictObject({ loans: count }), z.strictObject({ applicants: count })])
      .describe('loans that the reference strategy admits, or applicants'),
    referenceStrategy: strategy.meta({
      reference: 'strategy',
      description: 'strategy whose loans carry baseDefaultRate: id, path or strategy',
    }),
    baseDefaultRate: probability.default(0.0275).describe('mean true 12-month PD of the reference strategy’s loans'),
    sectors: sectors.describe('sector → share of firms, addition to logit PD, marginals of its own'),
    regions: regions.default({ all: 1 }).describe('region → share of firms'),
    clusters: z
      .strictObject({ share, count })
      .default({ share: 0, count: 1 })
      .describe('industrial parks and supply chains: share of firms in any, and how many there are'),
    ageBands: ageBands
      .default([{ upTo: null, share: 1, logOdds: 0 }])
      .describe('ages in years up to an edge, null in the last: share, and addition to logit PD'),
    defaultLogit: z
      .strictObject({
        quality: z.number(),
        leverage: z.number().default(0),
        fraud: z.number().default(0),
      })
      .describe('weights of logit PD on latent quality, leverage and fraud'),
    loadings: loadings.describe('loading of each variable on latent quality and on size'),
    correlations: correlations.default([]).describe('correlations of pairs that differ from what the loadings give'),
    marginals: z.record(variable, marginal).describe('distribution of each variable'),
    honesty: honesty.prefault({}).describe('shares of firms that shade or falsify what they report, and by how much'),
    assetTurnover: positive.describe('yearly sales ÷ assets'),
    readings: readings
      .prefault({})
      .describe('relative errors of yearly sales as read from tax, meters and bank flows, standard deviations'),
    settlement: settlement.prefault({}).describe('how monthly settlement and deposits come about'),
    flags: flags.prefault({}).describe('share of firms with each veto'),
    losses: z
      .strictObject({ share, meanShareOfNetAssets: nonNegative })
      .default({ share: 0, meanShareOfNetAssets: 0 })
      .describe('loss exposure: share of firms with any, and its mean as a share of net assets'),
    request: request.describe('what firms ask for: terms, repayment, collateral, amounts'),
  })
  .superRefine(
    ({ factors }, context) => checkGroups(factors, ['sector', 'region', 'cluster'], context),
    needs('factors'),
  )
  .superRefine(checkDepositNorms, needs('sectors', 'settlement'))
  .superRefine(checkCorrelation, needs('loadings', 'correlations'))

function checkDepositNorms(
  { sectors, settlement }: Pick<SyntheticBook, 'sectors' | 'settlement'>,
  context: z.core.$RefinementCtx,
): void {
  for (const sector of Object.keys(settlement.sectorDepositNorm))
    if (!Object.hasOwn(sectors, sector))
      report(
        context,
        ['settlement', 'sectorDepositNorm', sector],
        `must be one of ${Object.keys(sectors).join(', ')}, got "${sector}"`,
      )
}

function checkCorrelation(
  book: Pick<SyntheticBook, 'loadings' | 'correlations'>,
  context: z.core.$RefinementCtx,
): void {
  const matrix = new Matrix(copulaCorrelation(book))
  const smallest = Math.min(...new EigenvalueDecomposition(matrix, { assumeSymmetric: true }).realEigenvalues)
  if (!(smallest > 1e-10))
    report(
      context,
      [book.correlations.length > 0 ? 'correlations' : 'loadings'],
      `must make a positive definite correlation matrix, its smallest eigenvalue is ${smallest.toPrecision(4)}`,
    )
}
