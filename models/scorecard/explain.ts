import type { Scorecard } from './card.ts'
import type { Applicant } from '../types.ts'
import type { CardOptions } from './cardOptions.ts'
import { explainMarks } from './explainMarks.ts'
import { explainSettlement } from './explainSettlement.ts'
import type { ScoreExplanation } from './scoreExplanation.ts'

/**
 * Why an applicant scores what he scores.
 *
 * @param applicant the card's fields
 * @param options   by name; those left out take the card's default
 * @throws {RangeError} when an option is wrong, or naming everything wrong with the applicant
 */
export const explainScore = (card: Scorecard, applicant: Applicant, options: CardOptions = {}): ScoreExplanation =>
  card.kind === 'marks' ? explainMarks(card, applicant, options) : explainSettlement(card, applicant, options)
