/** How the bank lends: card, verification, admission, limits, collateral, and what it does once it has lent. */
import { z } from 'zod'
import type { SettlementPolicy, Strategy } from '../../models/strategy.ts'
import { COLLATERALS } from '../../models/types.ts'
import { card } from './card.ts'
import { change, named, needs, nonNegative, probability, repeated, report, share } from './common.ts'
import { admission, collateral, limit } from './lending.ts'
import { settlementPolicy } from './settlementPolicy.ts'
import { checkCollateral, checkGroups, checkSettlement, checkStatements } from './strategyChecks.ts'
import { verification } from './verification.ts'
import { jointLiability, monitoring, renewal } from './watching.ts'

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

const process = z.strictObject({
  perFile: nonNegative.default(0).describe('cost of a file handled, approved or not, money'),
  perLoanYear: nonNegative.default(0).describe('cost of a loan and year, money'),
  variable: change
    .default(0)
    .describe('cost per unit of balance and year; negative where a standard process is cheaper'),
})

export const strategy = z
  .strictObject({
    ...named,
    scorecard: scorecard
      .meta({ reference: 'card' })
      .nullable()
      .describe('card by id or path, or { card, options }; none takes a tape’s loans as booked'),
    assignedPd: assignedPd
      .prefault('calibrated')
      .describe('PD that the bank gives a score: calibrated on a synthetic history, a formula, or a table by level'),
    verification: verification.describe('none, statements (taken as reported) or crossCheck, or a map'),
    settlement: settlementPolicy
      .meta({ reference: 'card' })
      .nullable()
      .optional()
      .describe('settlement index kept of customers: card by id or path, or { card, channel }; none keeps none'),
    admission: admission.prefault({}).describe('who gets a loan; price plays no part'),
    limit: limit.prefault({}).describe('how much is lent: the least of what applies'),
    collateral: collateral.prefault({}).describe('what collateral is asked for'),
    guaranteeFund: guaranteeFund
      .nullable()
      .default(null)
      .describe('a guarantee fund that shares losses on some collateral classes; null without'),
    jointLiability: jointLiability
      .nullable()
      .default(null)
      .describe('borrowers answer for each other in groups; null without'),
    monitoring: monitoring
      .nullable()
      .default(null)
      .describe('alarms from monthly settlement and deposits; null: nobody watches; needs settlement'),
    renewal: renewal
      .nullable()
      .default(null)
      .describe('decision: who is lent to again at maturity; null: as the book says; needs settlement'),
    process: process.prefault({}).describe('what the process costs on top of the schedule’s costs'),
  })
  .superRefine(checkGroups, needs('renewal', 'jointLiability'))
  .superRefine(checkSettlement, needs('scorecard', 'settlement', 'admission', 'monitoring', 'renewal'))
  .superRefine(checkStatements, needs('scorecard', 'verification', 'admission'))
  .superRefine(checkCollateral, needs('limit', 'collateral'))
  .transform(({ settlement, ...written }) => ({
    ...written,
    settlement: settlement === undefined ? ownIndex(written.scorecard) : settlement,
  }))

/** A bank that scores by the settlement index keeps one. */
const ownIndex = (scorecard: Strategy['scorecard']): SettlementPolicy | null =>
  scorecard?.card.kind === 'settlement' ? { card: scorecard.card, channel: null } : null

/** Takes loans as booked and does nothing more: every part as it is where a file leaves it out. */
export const NEUTRAL_STRATEGY: Strategy = strategy.parse({ id: 'neutral', title: 'Neutral', scorecard: null })
