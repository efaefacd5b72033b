import Table from 'cli-table3'
import type { ScoreExplanation } from '../../models/scorecard/scoreExplanation.ts'
import { PLAIN } from '../commands/print.ts'
import { marksText } from './marksText.ts'

/** A score with its reasons, for the terminal. */
export function explanationText(explanation: ScoreExplanation, index: number): string {
  const { result, rows, conversion, deduction, levelCut, levelLimit, limits } = explanation
  const table = new Table({ ...PLAIN, head: ['Section', 'Item', 'Value', 'Marks', 'Of', 'Why'] })
  for (const { section, item, value, marks, fullMarks, why } of rows)
    table.push([section, item, String(value), marksText(marks), marksText(fullMarks), why])
  const remarks = [
    conversion,
    deduction === null ? null : `Deduction: ${deduction}`,
    `Level: ${levelCut}`,
    levelLimit,
    ...limits.filter(({ applies }) => applies).map(({ id, why }) => `${id}: ${why}`),
  ]
  return [
    `Applicant ${index + 1}: score ${marksText(result.score)}, level ${result.level}`,
    table.toString(),
    ...remarks.filter((remark) => remark !== null),
  ].join('\n')
}
