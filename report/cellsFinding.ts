import type { Result } from '../models/result.ts'
import { cellName } from './cellName.ts'
import { basisPoints } from './format.ts'
import { type Lang, words } from './text.ts'

/** How many cells are priced below what they need, and the worst, in one line. */
export function cellsFinding(result: Pick<Result, 'cells'>, lang: Lang): string {
  const text = words(lang)
  const short = result.cells
    .flatMap(({ cell, gap }) => (gap !== null && gap < 0 ? [{ cell, gap }] : []))
    .sort((a, b) => a.gap - b.gap)
  const count = text.cellsFinding(short.length, result.cells.length)
  const worst = short[0]
  return worst ? text.parts([count, text.worstCell(cellName(worst.cell, lang), basisPoints(worst.gap))]) : count
}
