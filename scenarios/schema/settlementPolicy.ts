/** What a bank makes of the settlement index of its customers. Values marked [A] are assumptions. */
import { z } from 'zod'
import { card } from './card.ts'
import { nonNegative, report } from './common.ts'

/** Overlaps with the settlement items of a scorecard ask for half of perTenPoints (DOMAIN B5) [A]. */
const channel = z.strictObject({
  perTenPoints: nonNegative.default(0.2).describe('taken from logit PD for each ten points of the index above 60'),
  perFlag: nonNegative.default(0.7).describe('added to logit PD for each negative situation shown'),
})

export const settlementPolicy = z
  .strictObject({
    card: card.meta({ reference: 'card', description: 'settlement card: id, path or card' }),
    channel: channel
      .nullable()
      .default(null)
      .describe('how the index moves the assigned PD; null: not at all, as where it is the score'),
  })
  .transform(({ card, ...written }, context) => {
    if (card.kind === 'settlement') return { card, ...written }
    report(context, [], `must be a card of kind settlement, "${card.id}" is one of kind ${card.kind}`)
    return z.NEVER
  })
