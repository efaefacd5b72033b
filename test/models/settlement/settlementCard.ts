import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { SettlementRecord } from '../../../models/settlement/negativeSituations.ts'
import type { SettlementCard } from '../../../models/scorecard/card.ts'
import { settlementCard as schema } from '../../../scenarios/schema/settlementCard.ts'

/** The card as shipped. */
export const settlementCard: SettlementCard = schema.parse(
  parse(readFileSync(new URL('../../../scenarios/cards/settlement.yaml', import.meta.url), 'utf8')),
)

/** A borrower who keeps every promise: the good one of the golden file, with figures that raise no negative situation. */
export const sound: SettlementRecord = Object.freeze({
  verifiedSettlement: 1100,
  cashSales: 2000,
  loanShare: 0.6,
  naturalDeposit: 35,
  depositNorm: 0.03,
  regularMonthsShare: 11 / 12,
  maturityWindowRatio: 1.1,
  productShare: 0.8,
  settlementAllBanks: 1900,
  referenceSales: 1900,
  settlementChange: 0.05,
  grossTurnover: 1400,
  sameDayTurnover: 100,
})
