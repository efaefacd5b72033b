import Table from 'cli-table3'
import { levelOfScore } from '../../models/scorecard/level.ts'
import { SITUATION_RANGES } from '../../models/settlement/inputRanges.ts'
import { type SettlementScore, settlementScore } from '../../models/settlement/settlementScore.ts'
import { toSettlementRecord } from '../../models/settlement/toSettlementRecord.ts'
import type { SettlementCard } from '../../models/scorecard/card.ts'
import type { Applicant } from '../../models/types.ts'
import { PLAIN } from '../commands/print.ts'
import { marksText } from './marksText.ts'
import type { ScoreView } from './view.ts'

/** Scores on a settlement card: the index and its parts, and what negative situations make of it. */
export function settlementView(card: SettlementCard): ScoreView {
  const scoreOf = (applicant: Applicant): SettlementScore => settlementScore(card, toSettlementRecord(applicant))
  return {
    inside: 'inputs',
    record(applicant) {
      const { volume, retention, sincerity, index, ...negative } = scoreOf(applicant)
      return { volume, retention, sincerity, index, ...(tellsOfSituations(applicant) && negative) }
    },
    table(applicants) {
      const table = new Table({
        ...PLAIN,
        head: ['#', 'Volume', 'Retention', 'Sincerity', 'Index', 'Capped', 'Band', 'Level', 'Negative situations'],
        colAligns: ['right', 'right', 'right', 'right', 'right', 'right', 'left', 'right', 'left'],
      })
      for (const [i, score] of applicants.map(scoreOf).entries())
        table.push([
          i + 1,
          marksText(score.volume),
          marksText(score.retention),
          marksText(score.sincerity),
          score.index.toFixed(2),
          score.cappedIndex.toFixed(2),
          score.band,
          levelOfScore(card, score.cappedIndex),
          score.flags.join(', '),
        ])
      return table.toString()
    },
  }
}

/** Whether an applicant has any figure that negative situations are seen from. */
const tellsOfSituations = (applicant: Applicant): boolean =>
  Object.keys(SITUATION_RANGES).some((field) => typeof applicant[field] === 'number')
