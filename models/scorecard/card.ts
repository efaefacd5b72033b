import type { Text } from '../text.ts'

/** One rule of a scorecard item. Scores are marks; every threshold is in the field's own unit. */
export type ScorecardRule =
  /** Full marks at the standard; each `step` on the worse side of it takes `minus`, down to 0. */
  | {
      readonly kind: 'step'
      readonly field: string
      readonly better: 'lower' | 'higher'
      readonly standard: number
      readonly step: number
      readonly minus: number
    }
  /** First band whose `from` the value reaches. `zeroIf` names a boolean field that gives 0. `strict`: above, not at. */
  | {
      readonly kind: 'bands'
      readonly field: string
      readonly bands: readonly { readonly from: number; readonly marks: number; readonly strict?: boolean }[]
      readonly otherwise: number
      readonly zeroIf?: string
    }
  | { readonly kind: 'choice'; readonly field: string; readonly marks: Readonly<Record<string, number>> }
  /** Marks when the number does not exceed `atMost` and the flag is true. */
  | {
      readonly kind: 'limitAndFlag'
      readonly field: string
      readonly atMost: number
      readonly flag: string
      readonly marks: number
    }
  /** Full marks without any; each takes `minusEach`; none left from `zeroFrom` (which may depend on an option). */
  | {
      readonly kind: 'count'
      readonly field: string
      readonly minusEach: number
      readonly zeroFrom: number | { readonly option: string; readonly values: Readonly<Record<string, number>> }
    }
  /** `startMarks` at `start`, `add` for each whole `per` beyond (per may depend on an option), at most the full marks. Value = Σ weight × field. */
  | {
      readonly kind: 'volume'
      readonly fields: Readonly<Record<string, number>>
      readonly start: number
      readonly startMarks: number
      readonly add: number
      readonly per: number | { readonly option: string; readonly values: Readonly<Record<string, number>> }
      readonly linearWhen?: { readonly option: string; readonly value: string }
    }

export interface ScorecardItem {
  readonly id: string
  readonly title: Text
  readonly fullMarks: number
  readonly rule: ScorecardRule
}

export interface ScorecardSection {
  readonly id: string
  readonly title: Text
  /** Name of the boolean option that drops this section (its items are then not scored and the rest is scaled to the card's total). */
  readonly optional?: string | undefined
  /** Best level allowed when the section is dropped. */
  readonly bestLevelWithout?: number | undefined
  readonly items: readonly ScorecardItem[]
}

/** A limit: when any (or all) of the flags holds the level is forced or capped. */
export interface ScorecardLimit {
  readonly id: string
  readonly title: Text
  /** Level given directly (`exact`), or the best level allowed. */
  readonly level: number
  readonly exact: boolean
  /** Any one suffices. */
  readonly anyOf: readonly ScorecardTrigger[]
}

/** What sets a limit off: a boolean field that is true, a list of them that holds in full, or a number below a bound. */
export type ScorecardTrigger = string | readonly string[] | { readonly field: string; readonly below: number }

/** A card, scored by the engine of its kind. */
export type Scorecard = MarksCard | SettlementCard

/** What every kind of card has. */
interface CardBase {
  readonly id: string
  readonly title: Text
  readonly source: string
  /** Lowest score of levels 1, 2, …; scores below the last cut are one level further, levels beyond that come from limits only. */
  readonly levelCuts: readonly number[]
  /**
   * Option → allowed values; the first is the default. `partialSteps` (floor, ceil, linear) has a meaning of its own: how steps
   * of step rules and of the deduction count; without it whole steps do.
   */
  readonly options: Readonly<Record<string, readonly (string | boolean)[]>>
  /** Every applicant field the card reads, with type and, for numbers, the range allowed. An `optional` boolean counts as false when absent, an optional number is left out of what it enters. */
  readonly fields: Readonly<
    Record<
      string,
      {
        readonly type: 'number' | 'boolean' | 'choice'
        readonly min?: number
        /** Bound that the number must exceed. */
        readonly above?: number
        readonly max?: number
        readonly integer?: boolean
        readonly choices?: readonly string[]
        readonly optional?: boolean
      }
    >
  >
}

/** The settlement credit index as a card (DOMAIN B3): the score is the index, capped while a negative flag is active. */
export interface SettlementCard extends CardBase {
  readonly kind: 'settlement'
  /** Exponents of volume, retention and sincerity; they add up to 1. */
  readonly exponents: { readonly volume: number; readonly retention: number; readonly sincerity: number }
  /** Parts of sincerity: regular months, no dressing of the window before maturity, products held; they add up to 1. */
  readonly sincerity: { readonly regularity: number; readonly window: number; readonly products: number }
  /** Index from which it is high, and below which it is low. */
  readonly bands: { readonly high: number; readonly low: number }
  /** Highest index while any negative flag is active. */
  readonly flagCap: number
  /** Thresholds of the four negative situations. */
  readonly flags: {
    /** N1 keeps settlement away: settlement at all banks ÷ sales at least, and volume below. */
    readonly evasion: { readonly allBanks: number; readonly volume: number }
    /** N2 no normal volume: settlement at all banks ÷ last year's sales below, or settlement down on the year by more than. */
    readonly noVolume: { readonly allBanks: number; readonly fall: number }
    /** N3 round-trips: deposit ÷ gross turnover below this share of the norm, or same-day turnover ÷ gross above. */
    readonly roundTrip: { readonly retention: number; readonly sameDay: number }
    /** N4 shows receipts only near maturity: window ratio at least, and regular months below. */
    readonly dressing: { readonly window: number; readonly regularity: number }
  }
  /** Bounds beyond which each of the risk signals is an alert. */
  readonly signals: {
    /** Index in standard deviations of its sector's below which it lags behind its peers. */
    readonly value: number
    /** Months of cost that the natural deposit covers, below which it is short of money. */
    readonly liquidity: number
    /** Coefficient of variation of monthly deposits above which money is lent out privately. */
    readonly depositSwing: number
    /** Deposit ÷ gross turnover, as a share of the norm, below which sales are not true. */
    readonly truthOfSales: number
    /** Loans of all banks ÷ working-capital need above which it has borrowed too much. */
    readonly overBorrowing: number
    /** Sincerity below which character is in doubt. */
    readonly character: number
    /** Alerts from which the advance judgement is to leave; any fewer than these is a warning. */
    readonly exitFrom: number
  }
}

/** A scorecard of marks, as data. */
export interface MarksCard extends CardBase {
  readonly kind: 'marks'
  readonly sections: readonly ScorecardSection[]
  /** Marks taken for loss exposure: each `step` of amount ÷ base takes `minus`, at most `max`, and `max` when the base is not positive; after any conversion. */
  readonly deduction: {
    readonly amount: string
    readonly base: string
    readonly step: number
    readonly minus: number
    readonly max: number
  } | null
  readonly limits: readonly ScorecardLimit[]
}
