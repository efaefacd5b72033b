import type { Named } from './text.ts'
import type { Money, Rate } from './types.ts'

/** Cost parameters of the price and the verdict; names as in golden/pricing.json. */
export interface CostParameters {
  /** Funds-transfer price of the loan, f_L. */
  readonly fundingRate: Rate
  /** Operating cost per unit of balance, c_var. */
  readonly variableCost: Rate
  /** Operating cost per loan and year, C_fix. */
  readonly fixedCost: Money
  /** Capital per unit of balance, κ. */
  readonly capitalRatio: number
  /** Return on capital after tax. */
  readonly hurdleRate: Rate
  readonly incomeTaxRate: number
  /** Interest lost on a default as a share of a year, q. */
  readonly lostInterestShare: number
  /** π. */
  readonly extraTargetProfit: Rate
  readonly depositTransferRate: Rate
  readonly depositRate: Rate
  readonly depositServicing: Rate
  readonly aumMargin: Rate
  /** Loan prime rate; the capped VAT band is exempt up to 1.5 × this. */
  readonly lpr: Rate
  /** VAT in price including surcharges, v. */
  readonly vatRate: number
  readonly vatMethod: 1 | 2
  /** Share of the loss the bank bears, s. */
  readonly bankShare: number
}

/** How a schedule's rates come about: the committee's table, or a formula on each loan (models/pricing). */
export const PRICING_KINDS = ['schedule', 'incomeCoversRisk', 'cgap', 'raroc', 'lprPlus', 'riskNeutral'] as const
export type PricingKind = (typeof PRICING_KINDS)[number]

/** How the bank prices. */
export interface Schedule extends Named {
  /** `schedule`: the committee's table. A formula: each cell at the balance-weighted mean of its loans' rates. */
  readonly kind: PricingKind
  readonly costs: CostParameters
  readonly crossIncome: 'none' | 'observed'
  /** Legal ceiling of any offered rate. */
  readonly cap: Rate
  /** Smallest rate that a formula may ask; 0 without. */
  readonly policyFloor: Rate
  /** Spread over the loan prime rate by grade 1..10, for `lprPlus`; null otherwise. */
  readonly spreads: readonly Rate[] | null
  /** Rate of every cell by {@link cellIndex}; null for a formula. */
  readonly rates: readonly Rate[] | null
}
