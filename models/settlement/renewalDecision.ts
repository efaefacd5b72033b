import type { SettlementCard } from '../scorecard/card.ts'
import type { RenewalPolicy } from '../strategy.ts'
import { NEGATIVE_SITUATIONS } from './inputs.ts'
import { type SettlementRecord, compileFlags } from './negativeSituations.ts'

/** What a renewal is decided by when a loan is repaid to be lent again (收回再贷). */
export interface RenewalCase extends BusinessFacts {
  /** Settlement index, capped by negative situations. */
  readonly index: number
  /** Within what the superior bank lets one or two signatures (单签或双签) approve. */
  readonly withinRules: boolean
  /** The loan did not go into the business, or the borrower left its main business. */
  readonly loanMisused: boolean
}

/** How a borrower's business stands, as settlement shows it. */
export interface BusinessFacts {
  readonly businessGood: boolean
  /** Settlement over all banks, and the deposit it leaves, are large for the business. */
  readonly volumeAndDepositLarge: boolean
  /** The lending bank gets the part of settlement that goes with its part of the loans. */
  readonly splitByLoanShare: boolean
}

/** What the borrower or the bank is held to after a renewal. */
export type RenewalTerm = 'sameLimit' | 'newPrice' | 'watchThreeMonths' | 'splitByLoanShare' | 'keepNaturalDeposit'

export interface RenewalDecision {
  /** Who decides: one or two signatures, a small committee, the committee (会议审批). */
  readonly way: 'fast' | 'middle' | 'committee'
  readonly outcome: 'renew' | 'reduceOrExit' | 'exit'
  readonly terms: readonly RenewalTerm[]
}

/**
 * Whether to lend again at maturity, and on what terms.
 *
 * | index            | borrower                                              | decision                                           |
 * |------------------|-------------------------------------------------------|----------------------------------------------------|
 * | any              | misused the loan, or left its main business           | committee: exit                                    |
 * | high             | within the superior bank's rules                      | fast: renew                                        |
 * | high, otherwise; |                                                       | small committee: renew at the same limit,          |
 * | middle           |                                                       | price anew, watch for three months                 |
 * | low              | business good, volume and deposit large, but not      | committee: renew on a new commitment to split,     |
 * |                  | split by loan share                                   | and to keep natural deposits                       |
 * | low              | the same, split already                               | committee: renew on a commitment to keep deposits  |
 * | low              | business poor, or volume and deposit small            | committee: reduce or exit                          |
 *
 * @param policy  index from which renewal is fast (high), and below which it goes to the committee (low)
 * @see Li, Xiao, Tan, 小微企业销售货款结算信用度评价指标构建: high and low; the rest are assumptions
 */
export function renewalDecision(policy: Pick<RenewalPolicy, 'fast' | 'low'>, borrower: RenewalCase): RenewalDecision {
  const { index, withinRules, loanMisused, businessGood, volumeAndDepositLarge, splitByLoanShare } = borrower
  if (loanMisused) return EXIT
  if (index >= policy.fast && withinRules) return FAST
  if (index >= policy.low) return WATCHED
  if (!(businessGood && volumeAndDepositLarge)) return REDUCE_OR_EXIT
  return splitByLoanShare ? KEPT : COMMITTED
}

const FAST: RenewalDecision = { way: 'fast', outcome: 'renew', terms: [] }
const WATCHED: RenewalDecision = {
  way: 'middle',
  outcome: 'renew',
  terms: ['sameLimit', 'newPrice', 'watchThreeMonths'],
}
const COMMITTED: RenewalDecision = {
  way: 'committee',
  outcome: 'renew',
  terms: ['splitByLoanShare', 'keepNaturalDeposit'],
}
const KEPT: RenewalDecision = { way: 'committee', outcome: 'renew', terms: ['keepNaturalDeposit'] }
const REDUCE_OR_EXIT: RenewalDecision = { way: 'committee', outcome: 'reduceOrExit', terms: [] }
const EXIT: RenewalDecision = { way: 'committee', outcome: 'exit', terms: [] }

/**
 * How a borrower's business stands, by the thresholds that the card has for negative situations: good unless it has no normal volume,
 * large where sales show up at the banks and leave deposits, split where this bank's part of settlement is at least its part of loans.
 */
export function compileBusinessFacts(card: Pick<SettlementCard, 'flags'>): (inputs: SettlementRecord) => BusinessFacts {
  const flagsOf = compileFlags(card)
  const { evasion, roundTrip } = card.flags
  return (inputs) => {
    const { settlementAllBanks, cashSales, naturalDeposit, depositNorm, grossTurnover } = inputs
    return {
      businessGood: !(flagsOf(inputs) & NO_VOLUME),
      volumeAndDepositLarge:
        settlementAllBanks >= evasion.allBanks * cashSales &&
        naturalDeposit >= roundTrip.retention * depositNorm * grossTurnover,
      splitByLoanShare: inputs.verifiedSettlement >= inputs.loanShare * settlementAllBanks,
    }
  }
}

const NO_VOLUME = 1 << NEGATIVE_SITUATIONS.indexOf('noVolume')
