import type { PdCuts } from '../models/demand/pdBands.ts'
import type { Layout } from '../models/layout.ts'
import type { Assessment } from '../models/lending/assess.ts'
import type { LogitLine } from '../models/logisticFit.ts'
import type { Selection, WatchPower } from '../models/result.ts'
import type { Strategy } from '../models/strategy.ts'
import type { Applicants, Loans, Rate } from '../models/types.ts'
import type { Lender } from './lender.ts'

/** What a strategy makes of a book, and its loans laid out. */
export interface Lending {
  readonly strategy: Strategy
  /** Null for a tape, whose loans are taken as booked. */
  readonly screened: Screened | null
  readonly loans: Loans
  readonly layout: Layout
  readonly lender: Lender
  /** All that is offered, of which the loans are what applicants take; null where they take all of it. */
  readonly offer: Offer | null
}

/** What a strategy makes of its applicants. */
export interface Screened {
  /** Applicants as the strategy has verified them. */
  readonly told: Applicants
  /** With the rules of the whole book. */
  readonly assessment: Assessment
  /** PD that it assigns to each, admitted or not. */
  readonly assignedPd: Float64Array
  /** Its calibration, where it has one. */
  readonly line: LogitLine | null
  readonly watch: WatchPower | null
  /** How it told them apart. */
  readonly screening: () => Omit<Selection, 'frontier'>
  /** What it would grant if it turned nobody away for how he ranks, and capped nothing. */
  readonly uncut: () => Layout
}

/** The loans that a strategy offers, before applicants decide on them. */
export interface Offer {
  readonly layout: Layout
  /** Offered rate by cellIndex: a table's, or what a formula asks of all offers; 0 where nobody is offered a loan. */
  readonly rates: readonly Rate[]
  /** Between the bands of true PD, fixed by the book as it is before any scenario. */
  readonly cuts: PdCuts
  /** Band of each loan. */
  readonly bandOf: Uint8Array
  /** The loans apart by band, those without any left out; none where a loan's outcome hangs on the strategy's other loans. */
  readonly bands: readonly OfferedBand[]
}

/** The offers of one band, laid out. */
export interface OfferedBand {
  readonly band: number
  readonly layout: Layout
}
