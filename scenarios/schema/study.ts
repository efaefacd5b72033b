/** Axes, simulation settings and verdict rules. The reader replaces the items by what they name. */
import { z } from 'zod'
import { FIDELITIES, VERDICT_TESTS } from '../../models/study.ts'
import type { DemandModel } from '../../models/study.ts'
import { GRADES } from '../../models/types.ts'
import { count, named, nonNegative, positive, probability, repeated, report, share } from './common.ts'
import { optimise } from './optimise.ts'

const items = z.array(z.union([z.string().min(1), z.record(z.string(), z.unknown())])).min(1)

export const VARIED_KINDS = ['book', 'strategy', 'schedule', 'scenario'] as const
export type VariedKind = (typeof VARIED_KINDS)[number]

const tailSample = z.strictObject({ paths: count.default(2000).describe('paths of the second sample') })

/** `true` takes the default number of paths. */
const tail = z
  .union([z.boolean(), tailSample])
  .nullable()
  .transform((written) => (written === true ? tailSample.parse({}) : written || null))

const simulation = z
  .strictObject({
    seed: z
      .union([z.string().min(1), z.number()])
      .default('1')
      .transform(String)
      .describe('text or number from which every random number follows'),
    bookSeed: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .describe('seed of the firms, to give those of another run other futures; null is seed'),
    paths: count.default(10_000).describe('simulated futures, rounded up to a multiple of the replicates'),
    replicates: z.int().min(2).default(20).describe('independent groups of paths, from which standard errors come'),
    horizonMonths: z.int().min(1).max(120).default(36).describe('months simulated'),
    fidelity: z
      .enum(FIDELITIES)
      .default('exact')
      .describe('exact: every default is drawn; lln: means given the factors; clt: means and variances given them'),
    correlation: z
      .enum(['model', 'none'])
      .default('model')
      .describe('none sets every factor loading to 0: independent defaults'),
    targetError: positive
      .nullable()
      .default(null)
      .describe(
        'more paths until every mean surplus has a standard error of at most this, decimal per year: 0.0001 is 1 bp',
      ),
    tail: tail
      .default(null)
      .describe('true, or { paths }: a second sample for the loss exceeded once in 1,000; null without'),
  })
  .transform((settings) => ({
    ...settings,
    paths: Math.ceil(settings.paths / settings.replicates) * settings.replicates,
  }))

const verdict = z.strictObject({
  mustHold: z
    .array(z.enum(VERDICT_TESTS))
    .min(1)
    .superRefine((tests, context) => {
      for (const test of repeated(tests)) report(context, [], `must not repeat ${test}`)
    })
    .default(['expectedCoverage'])
    .describe('tests that must hold; the verdict is the worst of them'),
  coverageProbability: probability.default(0.95).describe('level asked of the coverage probability'),
  // All commercial loans at the end of 2022 (DOMAIN C1), and the tolerance above it (DOMAIN C4).
  bankNpl: share.default(0.0171).describe('NPL ratio of the bank’s whole book'),
  nplMargin: share.default(0.03).describe('the NPL ceiling is bankNpl plus this'),
  largestClusterShare: share.default(0.15).describe('largest share of the opening balance in one cluster'),
  confidence: probability.default(0.95).describe('confidence level of every interval'),
})

const cuts = z
  .array(probability)
  .length(GRADES - 1)
  .superRefine((written, context) => {
    written.forEach((cut, index) => {
      const before = written[index - 1] ?? 0
      if (!(cut > before)) report(context, [index], `must be > the cut before it ${before}, got ${cut}`)
    })
  })

/** A list alone stands for its cuts. */
const masterScale = z
  .union([
    z.literal('calibrated'),
    cuts,
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('calibrated') }),
      z.strictObject({ kind: z.literal('cuts'), cuts }),
    ]),
  ])
  .transform((written) => {
    if (Array.isArray(written)) return { kind: 'cuts' as const, cuts: written }
    return written === 'calibrated' ? { kind: written } : written
  })

/** Sizes at which the same kind of book is held against the law of large numbers. */
const lawOfLargeNumbers = z.strictObject({
  loans: z
    .array(count)
    .min(1)
    .superRefine((written, context) => {
      written.forEach((loans, index) => {
        const before = written[index - 1] ?? 0
        if (!(loans > before)) report(context, [index], `must be > the number before it ${before}, got ${loans}`)
      })
    })
    .default([100, 300, 1000, 3000, 10_000])
    .describe('numbers of loans, rising; those above the book’s own are left out'),
  paths: count.default(1000).describe('simulated futures of each'),
})

/** Churn of three rating classes against the rate, fitted to CUMCM-2020 data (DOMAIN C8) [A]; grades 1–3, 4–6 and 7–10 take a class each [A]. */
const demand = z.strictObject({
  freeRate: share.default(0.04).describe('rate up to which nobody goes elsewhere, decimal per year'),
  mostLost: probability.default(0.95).describe('largest share that goes elsewhere'),
  scale: z
    .array(positive)
    .length(GRADES)
    .default([0.042, 0.042, 0.042, 0.0424, 0.0424, 0.0424, 0.047, 0.047, 0.047, 0.047])
    .describe('by grade: the smaller, the sooner applicants leave, decimal per year'),
  elasticity: z
    .tuple([nonNegative, nonNegative, nonNegative])
    .default([1.3, 1, 0.7])
    .describe('of the lowest, middle and highest third of true PD in a grade; falling values are adverse selection'),
})

/** Who goes elsewhere, unless a study says otherwise. */
export const DEFAULT_DEMAND: DemandModel = demand.parse({})

export const study = z.strictObject({
  ...named,
  books: items.describe('who borrows: ids, paths or books'),
  strategies: items.describe('how the bank lends: ids, paths or strategies'),
  schedules: items.describe('how the bank prices: ids, paths or schedules'),
  scenarios: items.describe('worlds: ids, paths or scenarios'),
  vary: z
    .record(z.string(), z.array(z.unknown()).min(1))
    .default({})
    .describe('further axes: path such as scenario.shocks.fundingRate → list of values'),
  varyEach: z
    .record(z.string(), z.array(z.unknown()).min(1))
    .default({})
    .describe(
      'changes tried one at a time beside the unchanged: paths in one kind, such as scenario, → list of values',
    ),
  simulation: simulation.prefault({}).describe('seed, paths and horizon'),
  verdict: verdict.prefault({}).describe('what covered means: tests, levels and ceilings'),
  masterScale: masterScale
    .prefault('calibrated')
    .describe('highest PD of grades 1 to 9, rising; or calibrated: cut where citic-trade cuts its levels'),
  lawOfLargeNumbers: lawOfLargeNumbers
    .nullable()
    .prefault({})
    .describe('books of several sizes, to see how far the law of large numbers carries; null leaves them out'),
  optimise: optimise.prefault({}).describe('what the nearest covering schedule is held to'),
  demand: demand
    .nullable()
    .default(null)
    .describe('who takes a loan at which rate; {} takes the defaults, null: everybody at any rate'),
})
