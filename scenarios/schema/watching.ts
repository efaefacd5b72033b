/** What a bank does about its borrowers once it has lent. Values marked [A] are assumptions. */
import { z } from 'zod'
import { count, needs, nonNegative, report, share } from './common.ts'
import { linkProbability, payment } from './guarantees.ts'

const points = z.number().min(0).max(100)

// Bounds and effects [A].
export const monitoring = z.strictObject({
  drop: z
    .number()
    .gt(0)
    .max(100)
    .default(15)
    .describe(
      'alarm: the index fell this many points since the contract year began, or a negative situation is new, or',
    ),
  below: points.default(45).describe('the index is below this'),
  exposureCut: share.default(0.3).describe('share of the balance called in on an alarm'),
  recoveryGain: share.default(0.1).describe('share of the loss on the rest that acting early saves'),
})

// Bands of the index as in DOMAIN B3; a committee's case costs what .2 points of a loan of 200 come to (DOMAIN B5), the others [A].
const decision = z
  .strictObject({
    kind: z.literal('decision').describe('decision: by the settlement index'),
    fast: points.default(75).describe('index from which a loan is renewed on the fast track'),
    low: points.default(60).describe('index below which renewal goes to the committee'),
    costs: z
      .strictObject({
        fast: nonNegative.default(0.02).describe('of a renewal on the fast track'),
        middle: nonNegative.default(0.1).describe('of a renewal in between'),
        committee: nonNegative.default(0.4).describe('of a case before the committee'),
      })
      .prefault({})
      .describe('money a case'),
  })
  .superRefine(
    ({ fast, low }, context) => {
      if (!(low <= fast)) report(context, ['low'], `must be <= fast ${fast}, got ${low}`)
    },
    needs('fast', 'low'),
  )

/** The word alone takes the defaults. */
export const renewal = z
  .union([z.literal('decision'), decision])
  .transform((written) => (written === 'decision' ? decision.parse({ kind: written }) : written))

// As in the book's own network [A].
export const jointLiability = z.strictObject({
  groupSize: z.int().min(2).default(5).describe('borrowers in a group'),
  linkProbability: linkProbability
    .default(0.1)
    .describe('probability that a member who is called defaults in the same month'),
  rounds: count.default(5).describe('longest chain of calls'),
  payment: payment.prefault({}).describe('what members who survive a call pay'),
})
