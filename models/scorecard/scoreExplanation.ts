import type { Text } from '../text.ts'
import type { ScoreResult } from './scoreResult.ts'

/** One item of a score and why its marks were given. */
export interface ExplainedItem {
  readonly section: string
  readonly item: string
  readonly title: Text
  readonly value: number | string | boolean
  readonly marks: number
  readonly fullMarks: number
  readonly why: string
}

/** One limit of a card, whether it applies and what set it off. */
export interface ExplainedLimit {
  readonly id: string
  readonly title: Text
  readonly applies: boolean
  readonly why: string
}

/** A score with its reasons, in words with numbers; sentences are null where there is nothing to say. */
export interface ScoreExplanation {
  readonly result: ScoreResult
  /** Scored items in the card's order. */
  readonly rows: readonly ExplainedItem[]
  /** How raw marks became the card's scale, when a section was dropped. */
  readonly conversion: string | null
  readonly deduction: string | null
  /** Where the score lies among the level cuts, before limits. */
  readonly levelCut: string
  /** What made the level worse than the score's: a dropped section, a limit. */
  readonly levelLimit: string | null
  readonly limits: readonly ExplainedLimit[]
}
