import type { Result } from '../models/result.ts'
import { cellName } from './cellName.ts'
import { basisPoints } from './format.ts'
import { type Lang, words } from './text.ts'
import { SOLID_LOANS, isThin } from './thinCell.ts'

/** How many cells are priced below what they need, and the worst of those that are not thin, in one line; of all where all are thin. */
export function cellsFinding(result: Pick<Result, 'cells'>, lang: Lang): string {
  const text = words(lang)
  const short = result.cells
    .flatMap(({ cell, loans, gap }) => (gap !== null && gap < 0 ? [{ cell, loans, gap }] : []))
    .sort((a, b) => a.gap - b.gap)
  const count = text.cellsFinding(short.length, result.cells.length)
  const worst = short.find((one) => !isThin(one)) ?? short[0]
  if (!worst) return count
  const [name, gap] = [cellName(worst.cell, lang), basisPoints(worst.gap)]
  return text.parts([
    count,
    worst === short[0] ? text.worstCell(name, gap) : text.worstSolidCell(name, gap, SOLID_LOANS),
  ])
}
