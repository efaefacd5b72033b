import type { Scorecard } from './card.ts'
import type { Applicant } from '../types.ts'
import type { CardOptions } from './cardOptions.ts'
import { compileMarks, compileMarksVerdict } from './compileMarks.ts'
import { compileSettlement, compileSettlementVerdict } from './compileSettlement.ts'
import type { ScoreResult } from './scoreResult.ts'
import type { CardVerdict } from './scoreResult.ts'

/**
 * A card of any kind under chosen options, made ready to score many applicants.
 *
 * @param options by name; those left out take the card's default
 * @returns a function that scores one applicant and throws a {RangeError} naming everything wrong with him
 * @throws {RangeError} when an option is wrong
 */
export const compileCard = (card: Scorecard, options: CardOptions = {}): ((applicant: Applicant) => ScoreResult) =>
  card.kind === 'marks' ? compileMarks(card, options) : compileSettlement(card, options)

/**
 * The same without the account of how it came about, for large numbers of applicants.
 *
 * Tested against {@link compileCard}.
 */
export const compileVerdict = (card: Scorecard, options: CardOptions = {}): ((applicant: Applicant) => CardVerdict) =>
  card.kind === 'marks' ? compileMarksVerdict(card, options) : compileSettlementVerdict(card, options)
