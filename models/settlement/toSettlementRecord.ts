import type { Applicant } from '../types.ts'
import type { SettlementRecord } from './negativeSituations.ts'

/** The settlement figures of an applicant, NaN for those that he does not have. */
export function toSettlementRecord(applicant: Applicant): SettlementRecord {
  const number = (field: keyof SettlementRecord): number => {
    const value = applicant[field]
    return typeof value === 'number' ? value : NaN
  }
  return {
    verifiedSettlement: number('verifiedSettlement'),
    cashSales: number('cashSales'),
    loanShare: number('loanShare'),
    naturalDeposit: number('naturalDeposit'),
    depositNorm: number('depositNorm'),
    regularMonthsShare: number('regularMonthsShare'),
    maturityWindowRatio: number('maturityWindowRatio'),
    productShare: number('productShare'),
    settlementAllBanks: number('settlementAllBanks'),
    referenceSales: number('referenceSales'),
    settlementChange: number('settlementChange'),
    grossTurnover: number('grossTurnover'),
    sameDayTurnover: number('sameDayTurnover'),
  }
}
