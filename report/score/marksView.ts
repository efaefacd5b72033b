import Table from 'cli-table3'
import type { CardOptions } from '../../models/scorecard/cardOptions.ts'
import { compileMarks } from '../../models/scorecard/compileMarks.ts'
import type { MarksCard } from '../../models/scorecard/card.ts'
import { PLAIN } from '../commands/print.ts'
import { marksText } from './marksText.ts'
import type { ScoreView } from './view.ts'

/** Scores on a card of marks: items, sections, raw marks, deduction, score, level and vetoes. */
export function marksView(card: MarksCard, options: CardOptions): ScoreView {
  const resultOf = compileMarks(card, options)
  const ids = card.sections.map(({ id }) => id)
  return {
    inside: 'applicant',
    record: resultOf,
    table(applicants) {
      const table = new Table({
        ...PLAIN,
        head: ['#', ...ids, 'Raw', 'Deduction', 'Score', 'Level', 'Vetoes and limits'],
        colAligns: ['right', ...ids.map(() => 'right' as const), 'right', 'right', 'right', 'right', 'left'],
      })
      for (const [i, { sections, raw, deduction, score, level, vetoes }] of applicants.map(resultOf).entries())
        table.push([
          i + 1,
          ...ids.map((id) => marksText(sections[id] ?? 0)),
          marksText(raw),
          marksText(deduction),
          marksText(score),
          level,
          vetoes.join(', '),
        ])
      return table.toString()
    },
  }
}
