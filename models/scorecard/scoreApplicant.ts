import type { Scorecard } from './card.ts'
import type { Applicant } from '../types.ts'
import type { CardOptions } from './cardOptions.ts'
import { compileCard } from './compileCard.ts'
import type { ScoreResult } from './scoreResult.ts'

/**
 * Scores one applicant; for many, {@link compileCard} once.
 *
 * @param applicant the card's fields; ratios are decimals, money in the book's unit
 * @param options   by name; those left out take the card's default
 * @throws {RangeError} when an option is wrong, or naming everything wrong with the applicant
 * Tested against the worked sample printed with the CITIC card, and every edge of its table.
 */
export const scoreApplicant = (card: Scorecard, applicant: Applicant, options: CardOptions = {}): ScoreResult =>
  compileCard(card, options)(applicant)
