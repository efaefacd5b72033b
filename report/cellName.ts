import { type Cell, COLLATERALS, TERM_BANDS } from '../models/types.ts'
import { type Lang, words } from './text.ts'

/** The parts of a cell's key, for instance of `3|6-12m|residential`. */
export function parseCell(key: string): Cell {
  const [grade, band, security] = key.split('|')
  const termBand = TERM_BANDS.find((one) => one === band)
  const collateral = COLLATERALS.find((one) => one === security)
  if (!termBand || !collateral || !(Number(grade) >= 1))
    throw new RangeError(`parseCell: key must be grade|termBand|collateral, got "${key}"`)
  return { grade: Number(grade), termBand, collateral }
}

/** A cell in words: Grade 3, 6–12 months, home. */
export function cellName(key: string, lang: Lang): string {
  const text = words(lang)
  const { grade, termBand, collateral } = parseCell(key)
  return text.list([text.gradeOf(grade), text.termBands[termBand], text.collaterals[collateral]])
}
