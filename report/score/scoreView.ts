import type { CardOptions } from '../../models/scorecard/cardOptions.ts'
import type { Scorecard } from '../../models/study.ts'
import type { Applicant } from '../../models/types.ts'
import { marksView } from './marksView.ts'
import { settlementView } from './settlementView.ts'

/** How scores on a card are shown. */
export interface ScoreView {
  /** Name of the wrapper that an applicant may have in a file. */
  readonly inside: string
  /** What `--json` prints of an applicant. */
  readonly record: (applicant: Applicant) => object
  readonly table: (applicants: readonly Applicant[]) => string
}

/**
 * The view for a card's kind.
 *
 * @throws {RangeError} when an option is wrong
 */
export const scoreView = (card: Scorecard, options: CardOptions): ScoreView =>
  card.kind === 'marks' ? marksView(card, options) : settlementView(card)
