import { compileFlags } from '../settlement/negativeSituations.ts'
import { compileIndex } from '../settlement/settlementIndex.ts'
import { settlementScore } from '../settlement/settlementScore.ts'
import { toSettlementRecord } from '../settlement/toSettlementRecord.ts'
import type { SettlementCard } from './card.ts'
import type { Applicant } from '../types.ts'
import { type CardOptions, cardOptions } from './cardOptions.ts'
import { applicantGuard } from './checkApplicant.ts'
import type { CardVerdict, ScoreResult } from './scoreResult.ts'
import { levelOfScore } from './level.ts'

/**
 * The settlement index as a card, made ready to score many applicants: the score is the index, capped while a negative situation is
 * active.
 *
 * @returns a function that scores one applicant and throws a {RangeError} naming everything wrong with him
 * @throws {RangeError} when an option is given, of which there are none
 */
export function compileSettlement(card: SettlementCard, options: CardOptions): (applicant: Applicant) => ScoreResult {
  const require = applicantGuard(card, cardOptions(card, options))
  return (applicant) => {
    require(applicant)
    const { index, cappedIndex, flags, band: _, ...items } = settlementScore(card, toSettlementRecord(applicant))
    return {
      items,
      sections: {},
      raw: index,
      deduction: index - cappedIndex,
      score: cappedIndex,
      level: levelOfScore(card, cappedIndex),
      vetoes: flags,
    }
  }
}

/** The same without the account of how it came about. */
export function compileSettlementVerdict(
  card: SettlementCard,
  options: CardOptions,
): (applicant: Applicant) => CardVerdict {
  const require = applicantGuard(card, cardOptions(card, options))
  const indexOf = compileIndex(card)
  const flagsOf = compileFlags(card)
  return (applicant) => {
    require(applicant)
    const record = toSettlementRecord(applicant)
    const index = indexOf(record)
    const score = flagsOf(record) ? Math.min(index, card.flagCap) : index
    return { score, level: levelOfScore(card, score) }
  }
}
