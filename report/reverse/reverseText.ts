import Table from 'cli-table3'
import type { Scenario } from '../../models/scenario.ts'
import type { Reversal } from '../../sim/reverse/reversal.ts'
import { SHOCKS } from '../../sim/reverse/shocks/index.ts'
import { PLAIN } from '../commands/print.ts'
import { levelText, plainNumber, whole } from '../format.ts'
import { type Lang, inLang } from '../text.ts'
import { reverseWords } from '../words/reverse.ts'
import { describeReversal } from './describeReversal.ts'

/** Reversals of one scenario, measure and level as a table, with what they are above it and how they were found below. */
export function reverseText(reversals: readonly Reversal[], scenario: Scenario, paths: number, lang: Lang): string {
  const text = reverseWords(lang)
  const { measure, level } = reversals[0]!
  const table = new Table({
    ...PLAIN,
    head: [text.shock, text.today, text.root, text.confirmed],
    colAligns: ['left', 'right', 'left', 'left'],
  })
  for (const reversal of reversals) {
    const { shock, today, root, confirmed } = describeReversal(reversal, lang)
    table.push([shock, today, root, confirmed])
  }
  const wanted = measure === 'ratio' ? plainNumber(level) : levelText(level)
  return [
    text.heading(inLang(scenario.title, lang), text.measures[measure], wanted),
    table.toString(),
    text.found[howFound(reversals)](whole(paths)),
  ].join('\n')
}

/** How the roots of shocks that change outcomes were searched for; `prices` where there is no such shock. */
function howFound(reversals: readonly Reversal[]): 'prices' | 'means' | 'drawn' {
  const simulated = reversals.filter(({ shock }) => SHOCKS[shock].acts === 'outcomes')
  if (simulated.length === 0) return 'prices'
  return simulated.some(({ fidelity }) => fidelity !== 'exact') ? 'means' : 'drawn'
}
