import type { SettlementCard } from '../scorecard/card.ts'
import type { Money } from '../types.ts'
import type { SettlementInputs } from './inputs.ts'
import { indexParts } from './settlementIndex.ts'

/** What a bank reads from settlement to manage risk, in the order of its seven uses; the last sums up the others. */
export const RISK_SIGNALS = [
  'value', 'liquidity', 'privateLending', 'truthOfSales', 'overBorrowing', 'character', 'prejudgement',
] as const // prettier-ignore

/** One of the six signals that the judgement is made from. */
export type RiskAlert = Exclude<(typeof RISK_SIGNALS)[number], 'prejudgement'>

export interface RiskSignalInputs extends SettlementInputs {
  /** C: gross credit turnover. */
  readonly grossTurnover: Money
  /** What a month's business costs. */
  readonly monthlyCost: Money
  /** Coefficient of variation of monthly deposits. */
  readonly depositSwing: number
  readonly allBankLoans: Money
  readonly workingCapitalNeed: Money
  /** Index of the borrowers of its sector; a deviation of 0 compares nothing. */
  readonly sector: { readonly mean: number; readonly standardDeviation: number }
}

export interface RiskSignals {
  /** Index in standard deviations above its sector's mean: a figure in money's terms, comparable between firms and over time. */
  readonly value: number
  /** Months of cost that the natural deposit covers. */
  readonly liquidity: number
  /** Whether the deposit swings as that of a firm that lends money out privately. */
  readonly privateLending: boolean
  /** D/C: what stays of the money that comes in; little stays of money that is not from sales. */
  readonly truthOfSales: number
  /** Loans of all banks ÷ working-capital need. */
  readonly overBorrowing: number
  /** Sincerity s3, the owner's character (人品) as the monthly record shows it. */
  readonly character: number
  /** Those of the above that are beyond the card's bounds. */
  readonly alerts: readonly RiskAlert[]
  /** What to do before the site visit confirms it. */
  readonly prejudgement: 'monitor' | 'warn' | 'exit'
}

/**
 * The seven uses of the settlement index for risk management.
 *
 * @param card  the bounds beyond which a signal is an alert, in `signals`
 * @see Li, Xiao, Tan, 小微企业销售货款结算信用度评价指标构建: the uses; measures and bounds are assumptions
 */
export function riskSignals(card: SettlementCard, inputs: RiskSignalInputs): RiskSignals {
  const { naturalDeposit, depositNorm, grossTurnover, sector, depositSwing } = inputs
  const { index, sincerity } = indexParts(card, inputs)
  const readings = {
    value: sector.standardDeviation > 0 ? (index - sector.mean) / sector.standardDeviation : 0,
    liquidity: ratio(naturalDeposit, inputs.monthlyCost),
    privateLending: depositSwing > card.signals.depositSwing,
    truthOfSales: ratio(naturalDeposit, grossTurnover),
    overBorrowing: ratio(inputs.allBankLoans, inputs.workingCapitalNeed),
    character: sincerity,
  }
  const beyond: Readonly<Record<RiskAlert, boolean>> = {
    value: readings.value < card.signals.value,
    liquidity: readings.liquidity < card.signals.liquidity,
    privateLending: readings.privateLending,
    truthOfSales: readings.truthOfSales < card.signals.truthOfSales * depositNorm,
    overBorrowing: readings.overBorrowing > card.signals.overBorrowing,
    character: sincerity < card.signals.character,
  }
  const alerts = RISK_SIGNALS.filter((signal) => signal !== 'prejudgement').filter((signal) => beyond[signal])
  const prejudgement = alerts.length >= card.signals.exitFrom ? 'exit' : alerts.length > 0 ? 'warn' : 'monitor'
  return { ...readings, alerts, prejudgement }
}

/** A ratio that is 0 for nothing against nothing, and infinite for something against nothing. */
const ratio = (part: number, whole: number): number => (part === 0 ? 0 : part / whole)
