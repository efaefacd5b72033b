/** A scorecard as data, of either kind. */
import { z } from 'zod'
import { marksCard } from './marksCard.ts'
import { settlementCard } from './settlementCard.ts'

export const card = z.discriminatedUnion('kind', [marksCard, settlementCard])
