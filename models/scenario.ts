import type { Named, Text } from './text.ts'
import type { Collateral, Probability, Rate } from './types.ts'

/**
 * Shocks by simulation year. Lists have one entry a year of the horizon (a shorter list holds its last value). Rates, LGD and
 * prices are cumulative changes in force in that year.
 */
export interface Shocks {
  /** m in h' = 1 − (1−h)^m. */
  readonly pdMultiple: readonly number[]
  /** m of single sectors, in place of the above. */
  readonly sectorPdMultiple: Readonly<Record<string, readonly number[]>>
  /** Shift of every global factor, in σ; negative is bad. Never together with a PD multiple other than 1. */
  readonly factorMean: readonly number[]
  /** Standard deviation of every factor. */
  readonly factorVolatility: readonly number[]
  /** Added to LGD by collateral class. */
  readonly lgdAdd: Readonly<Partial<Record<Collateral, readonly number[]>>>
  /** Share of fraudulent firms among the applicants, in place of the book's; null leaves it. */
  readonly fraudShare: Probability | null
  /** Share of firms in the guarantee network, in place of the book's; null leaves it. */
  readonly guaranteeShare: Probability | null
  /** Probability that a called guarantor defaults, by year, in place of the book's and of a strategy's groups; empty leaves it. */
  readonly linkProbability: readonly number[]
  /** Cap of the guarantee fund, by year, in place of the strategy's; empty leaves it. */
  readonly guaranteeFundCap: readonly number[]
  /** Principal that falls due is deferred; null without. */
  readonly deferral: Deferral | null
  /** Years added to the time from default to cash. */
  readonly saleDelay: readonly number[]
  /** Multiplies auction prices. */
  readonly auctionFactor: readonly number[]
  /** Relative change of sales in the first year, and of single sectors in its place; moves limits, settlement and alarms, never a PD. */
  readonly salesChange: number
  readonly sectorSalesChange: Readonly<Record<string, number>>
  /** Days added to receivables in the first year, and in single sectors in their place. */
  readonly receivableDays: number
  readonly sectorReceivableDays: Readonly<Record<string, number>>
  /** Relative change of natural deposits. */
  readonly depositVolume: readonly number[]
  /** Relative change of collateral value. */
  readonly collateralPrice: Readonly<Partial<Record<'residential' | 'commercial' | 'movable', readonly number[]>>>
  /** Change of the offered rate of contracts signed in that year. */
  readonly loanRate: readonly Rate[]
  /** Change of both transfer prices for contracts signed in that year. */
  readonly fundingRate: readonly Rate[]
  /** Change of the rate paid on deposits. */
  readonly depositRate: readonly Rate[]
}

/**
 * A share of the loans that mature in a window has its principal deferred. While it is, a default is not classified; at its end
 * some fail, some are deferred once more, the rest go on as before.
 */
export interface Deferral {
  /** Share of maturing loans. */
  readonly share: Probability
  /** Window of maturities, months from 1, both included. */
  readonly from: number
  readonly until: number
  /** Length of a deferral. */
  readonly months: number
  /** Shares of deferred loans that are deferred once more, and that fail, at its end (of those that would see that year out). */
  readonly extended: Probability
  readonly failed: Probability
}

export interface Scenario extends Named {
  readonly shocks: Shocks
  /** What the scenario is about and its shocks leave out, said beside its verdict; null where the shocks stand for all of it. */
  readonly limitation: Text | null
}
