import type { NumberRange } from '../numberRange.ts'
import type { NegativeSituationInputs, SettlementInputs } from './inputs.ts'

/** What the index is made from; outside these ranges it has no value. */
export const INPUT_RANGES: Readonly<Record<keyof SettlementInputs, NumberRange>> = {
  verifiedSettlement: { min: 0 },
  cashSales: { above: 0 },
  loanShare: { above: 0, max: 1 },
  naturalDeposit: { min: 0 },
  depositNorm: { above: 0 },
  regularMonthsShare: { min: 0, max: 1 },
  maturityWindowRatio: { min: 0 },
  productShare: { min: 0, max: 1 },
}

/** What the negative situations are seen from besides. */
export const SITUATION_RANGES: Readonly<Record<keyof NegativeSituationInputs, NumberRange>> = {
  settlementAllBanks: { min: 0 },
  referenceSales: { min: 0 },
  settlementChange: { min: -1 },
  grossTurnover: { min: 0 },
  sameDayTurnover: { min: 0 },
}
