/**
 * What a card says of an applicant.
 *
 * On the settlement card items are the three parts of the index, raw is the index, the deduction is what the cap takes off it, and
 * vetoes are the negative situations that are active; it has no sections.
 */
export interface ScoreResult {
  /** Marks by item; items of a dropped section are left out. */
  readonly items: Readonly<Record<string, number>>
  /** Sum of marks by section; 0 for a dropped one. */
  readonly sections: Readonly<Record<string, number>>
  /** Sum of all marks, before conversion and deduction. */
  readonly raw: number
  /** Marks taken for loss exposure. */
  readonly deduction: number
  /** raw, converted to the card's scale where a section is dropped, less the deduction; at least 0. */
  readonly score: number
  /** 1 (best) to 10, limits included. */
  readonly level: number
  /** Ids of the limits that apply, whether or not they made the level worse. */
  readonly vetoes: readonly string[]
}

/** What a card comes to. */
export type CardVerdict = Pick<ScoreResult, 'score' | 'level'>
