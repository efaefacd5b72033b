/** Who guarantees whom among a book's firms. Values marked [A] are assumptions. */
import { z } from 'zod'
import { count, needs, positive, report, share, sumsToOne } from './common.ts'

/** How likely a call brings its guarantor down; at 1 every chain would run to its end. */
export const linkProbability = z.number().min(0).lt(1)

const groups = z.array(z.strictObject({ size: z.int().min(2), share })).superRefine((written, context) => {
  const shares = written.map((group) => group.share)
  if (shares.length > 0) sumsToOne(context, [], shares)
})

// What survivors pay [A].
export const payment = z
  .strictObject({
    each: share.default(0.1).describe('share of the loss that a guarantor who survives the call pays'),
    most: share.default(0.5).describe('share of the loss that all of them pay at most'),
  })
  .superRefine(
    ({ each, most }, context) => {
      if (!(each <= most)) report(context, ['each'], `must be <= most ${most}, got ${each}`)
    },
    needs('each', 'most'),
  )

/** Groups of three, each firm with two guarantors, and a chance of one in ten that a call is fatal (DOMAIN §D, baseline). */
export const guarantees = z
  .strictObject({
    share: share.describe('share of the firms in the network'),
    kind: z
      .enum(['groups', 'scaleFree'])
      .default('groups')
      .describe('groups: every member guarantees every other; scaleFree: a few firms have many links'),
    groups: groups.optional().describe('kind groups: sizes, with the share of the network in each'),
    linksPerFirm: positive.optional().describe('kind scaleFree: guarantors of a firm on average'),
    linkProbability: linkProbability
      .default(0.1)
      .describe('probability that a guarantor who is called defaults in the same month'),
    rounds: count.default(5).describe('longest chain of calls'),
    payment: payment.prefault({}).describe('what guarantors who survive a call pay'),
  })
  .superRefine(checkKind, needs('kind', 'groups', 'linksPerFirm'))
  .transform(({ groups, linksPerFirm, ...written }) => ({ ...written, ...shapeOf(written.kind, groups, linksPerFirm) }))

interface Shape {
  readonly groups: readonly { readonly size: number; readonly share: number }[]
  readonly linksPerFirm: number
}

/** What the kind does not use says what follows: no groups, or the links that the groups give. */
function shapeOf(kind: 'groups' | 'scaleFree', groups: Shape['groups'] | undefined, links: number | undefined): Shape {
  if (kind === 'scaleFree') return { groups: [], linksPerFirm: links ?? 2 }
  const written = groups ?? [{ size: 3, share: 1 }]
  return { groups: written, linksPerFirm: linksOf(written) }
}

/** Guarantors of a firm on average, where each member of a group has all the others. */
const linksOf = (groups: Shape['groups']): number =>
  groups.reduce((sum, { size, share }) => sum + share * (size - 1), 0)

/** A form of the network that its kind would leave unread is a mistake, unless it says what follows anyway. */
function checkKind(
  {
    kind,
    groups,
    linksPerFirm,
  }: { kind: 'groups' | 'scaleFree'; groups?: Shape['groups'] | undefined; linksPerFirm?: number | undefined },
  context: z.core.$RefinementCtx,
): void {
  if (kind === 'scaleFree' && groups && groups.length > 0)
    report(context, ['groups'], 'belong to kind: groups, a scaleFree network has linksPerFirm')
  if (kind === 'groups' && groups?.length === 0) report(context, ['groups'], 'must not be empty')
  if (kind === 'groups' && linksPerFirm !== undefined && linksPerFirm !== shapeOf(kind, groups, undefined).linksPerFirm)
    report(context, ['linksPerFirm'], 'belongs to kind: scaleFree, groups have size − 1 links a firm')
}
