/** How the bank lends: card, assigned PD, admission. */
import { z } from 'zod'
import { COLLATERALS } from '../../models/types.ts'
import { card } from './card.ts'
import { count, named, probability, repeated, report, share } from './common.ts'

const scorecard = z
  .strictObject({
    card: card.meta({ reference: 'card', description: 'scorecard: id, path or card' }),
    options: z
      .record(z.string(), z.union([z.string(), z.boolean()]))
      .default({})
      .describe('value of each option of the card; by default its first'),
  })
  .superRefine(({ card, options }, context) => {
    for (const [name, value] of Object.entries(options)) {
      const allowed = card.options[name]
      if (!allowed)
        report(context, ['options', name], `is not an option of ${card.id}: ${Object.keys(card.options).join(', ')}`)
      else if (!allowed.includes(value))
        report(context, ['options', name], `must be one of ${allowed.join(', ')}, got ${JSON.stringify(value)}`)
    }
  })
  .transform(({ card, options }) => ({ card, options: { ...firstValues(card.options), ...options } }))

/** Every option at its default, the first of its values. */
const firstValues = (
  options: Readonly<Record<string, readonly (string | boolean)[]>>,
): Record<string, string | boolean> =>
  Object.fromEntries(Object.entries(options).map(([name, values]) => [name, values[0]!]))

const calibrated = z.strictObject({ kind: z.literal('calibrated') })

const pdByLevel = z
  .array(probability)
  .length(10)
  .superRefine((pds, context) => {
    pds.forEach((pd, index) => {
      const better = pds[index - 1] ?? 0
      if (!(pd >= better)) report(context, [index], `must be >= the better level's ${better}, got ${pd}`)
    })
  })

const assignedPd = z
  .union([
    z.literal('calibrated'),
    z.discriminatedUnion('kind', [
      calibrated,
      z.strictObject({ kind: z.literal('formula'), intercept: z.number(), slope: z.number() }),
      z.strictObject({ kind: z.literal('table'), pdByLevel }),
    ]),
  ])
  .transform((written) => (written === 'calibrated' ? { kind: written } : written))

const verification = z.literal('statements', {
  error: ({ input }) =>
    input === 'none' || input === 'crossCheck'
      ? `must be statements: "${input}" is not yet simulated`
      : `must be statements, got ${JSON.stringify(input)}`,
})

/** The policy guarantee chain 2:2:4:2 leaves the bank 20 %, up to a compensation rate of 5 % (DOMAIN C5). */
const guaranteeFund = z.strictObject({
  covers: z
    .array(z.enum(COLLATERALS))
    .min(1)
    .superRefine((classes, context) => {
      for (const one of repeated(classes)) report(context, [], `must not repeat ${one}`)
    })
    .default(['guarantee'])
    .describe('collateral classes of the loans it guarantees'),
  bankShare: share.default(0.2).describe('share of a covered loss that the bank bears, .2 under 2:2:4:2'),
  cap: share
    .default(0.05)
    .describe('defaulted principal ÷ guaranteed balance of a contract year above which the bank bears all'),
})

export const strategy = z
  .strictObject({
    ...named,
    scorecard: scorecard
      .meta({ reference: 'card' })
      .nullable()
      .describe('card by id or path, or { card, options }; none takes a tape’s loans as booked'),
    verification: verification.optional().describe('statements: figures are taken as reported'),
    assignedPd: assignedPd
      .prefault('calibrated')
      .describe('PD that the bank gives a score: calibrated on a synthetic history, a formula, or a table by level'),
    admission: z
      .strictObject({
        worstLevel: z.int().min(1).max(10).default(10).describe('worst level of the card that is admitted'),
        maxLenders: count.default(99).describe('most banks that may lend to a firm at once'),
      })
      .prefault({})
      .describe('who gets a loan'),
    guaranteeFund: guaranteeFund
      .nullable()
      .default(null)
      .describe('a guarantee fund that shares losses on some collateral classes; null without'),
  })
  .transform(({ verification: _, ...resolved }) => resolved)
