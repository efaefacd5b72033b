import { riskSignals } from '../settlement/riskSignals.ts'
import type { RiskSignals } from '../settlement/riskSignals.ts'
import { toSettlementRecord } from '../settlement/toSettlementRecord.ts'
import type { Strategy } from '../strategy.ts'
import type { Applicant, Firms } from '../types.ts'
import type { Scored } from './score.ts'

/** What the signals are read from, beside the settlement record. */
const FIELDS = ['monthlyCost', 'depositSwing', 'allBankLoans', 'workingCapitalNeed'] as const

/**
 * The risk signals of one file, its peers being all applicants of its sector.
 *
 * @returns null where the strategy keeps no settlement index, or the applicant lacks a figure
 */
export function fileSignals(
  { settlement }: Pick<Strategy, 'settlement'>,
  { groupings }: Pick<Firms, 'groupings'>,
  applicant: Applicant,
  { index }: Pick<Scored, 'index'>,
  row: number,
): RiskSignals | null {
  const [monthlyCost, depositSwing, allBankLoans, workingCapitalNeed] = FIELDS.map((field) => applicant[field])
  if (!settlement) return null
  if (typeof monthlyCost !== 'number' || typeof depositSwing !== 'number') return null
  if (typeof allBankLoans !== 'number' || typeof workingCapitalNeed !== 'number') return null
  const sectors = groupings.get('sector')?.codes
  const peers = sectors ? index.filter((_, i) => sectors[i] === sectors[row]) : index
  const figures = { monthlyCost, depositSwing, allBankLoans, workingCapitalNeed, sector: spreadOf(peers) }
  return riskSignals(settlement.card, { ...toSettlementRecord(applicant), ...figures })
}

function spreadOf(values: Float64Array): { mean: number; standardDeviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return { mean, standardDeviation: Math.sqrt(variance) }
}
