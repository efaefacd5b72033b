import type { Money } from '../types.ts'

/**
 * What the settlement credit index is made from, over twelve months at the lending bank (DOMAIN B3); names as in
 * golden/settlement.json and as the applicants' columns.
 */
export interface SettlementInputs {
  /** V: sales settled on accounts with the bank, less drawdowns, transfers and money that only passes through. */
  readonly verifiedSettlement: Money
  /** S: verified cash sales. */
  readonly cashSales: Money
  /** w: this bank's loan ÷ loans of all banks, in (0, 1]. */
  readonly loanShare: number
  /** D: natural average daily deposit, without margin deposits and undrawn proceeds. */
  readonly naturalDeposit: Money
  /** ρ*: deposit ÷ yearly settlement that is normal in the sector. */
  readonly depositNorm: number
  /** Share of months with V_m ≥ 0.8·w·S_m. */
  readonly regularMonthsShare: number
  /** W: mean settlement of the last 60 days before maturity ÷ mean of the other months. */
  readonly maturityWindowRatio: number
  /** Settlement products held ÷ those available. */
  readonly productShare: number
}

/** What the four negative situations are seen from (DOMAIN B3). */
export interface NegativeSituationInputs {
  /** Sales settled at all banks. */
  readonly settlementAllBanks: Money
  /** Sales of the year before. */
  readonly referenceSales: Money
  /** V ÷ that of the year before − 1. */
  readonly settlementChange: number
  /** C: gross credit turnover. */
  readonly grossTurnover: Money
  /** Turnover that goes in and out the same day. */
  readonly sameDayTurnover: Money
}

/** The four negative situations (负面情形): keeps settlement away, no normal volume, round-trips, shows receipts only near maturity. */
export const NEGATIVE_SITUATIONS = ['evasion', 'noVolume', 'roundTrip', 'dressing'] as const
export type NegativeSituation = (typeof NEGATIVE_SITUATIONS)[number]
