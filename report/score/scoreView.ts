import type { CardOptions } from '../../models/scorecard/cardOptions.ts'
import type { Scorecard } from '../../models/scorecard/card.ts'
import { marksView } from './marksView.ts'
import { settlementView } from './settlementView.ts'
import type { ScoreView } from './view.ts'

/**
 * The view for a card's kind.
 *
 * @throws {RangeError} when an option is wrong
 */
export const scoreView = (card: Scorecard, options: CardOptions): ScoreView =>
  card.kind === 'marks' ? marksView(card, options) : settlementView(card)
