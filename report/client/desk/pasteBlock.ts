import type { Rate } from '../../../models/types.ts'
import { readDecimal, readPercent } from './rate.ts'

/** A rectangle of rates copied from a spreadsheet; null where a cell of it is empty, which leaves the desk's cell as it is. */
export type Block = readonly (readonly (Rate | null)[])[]

/** Why a text is not such a rectangle: its first cell that is no number, counted from 1, and what stands there. */
export interface BlockFault {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** Without a percent sign anywhere, numbers that are all smaller than this are decimals: 0.0505 is 5.05 %. */
const DECIMALS_BELOW = 0.5

/**
 * Reads what a spreadsheet puts on the clipboard: rows by line, columns by tab. Numbers are percent, with a point or a comma, with or
 * without a percent sign; a block without percent signs whose numbers are all below 0.5 is taken as decimals.
 */
export function readBlock(text: string): Block | BlockFault {
  const rows = text
    .replace(/(?:\r\n?|\n)+$/, '')
    .split(/\r\n?|\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
  const written = rows.flat().filter((cell) => cell !== '')
  const isDecimal =
    !written.some((cell) => /[%％]/.test(cell)) &&
    written.every((cell) => Math.abs(readDecimal(cell) ?? 0) < DECIMALS_BELOW)
  const read = isDecimal ? readDecimal : readPercent
  const block: (Rate | null)[][] = []
  for (const [r, row] of rows.entries()) {
    const rates: (Rate | null)[] = []
    for (const [c, cell] of row.entries()) {
      const rate = cell === '' ? null : read(cell)
      if (cell !== '' && rate === null) return { row: r + 1, column: c + 1, text: cell }
      rates.push(rate)
    }
    block.push(rates)
  }
  return block
}

export const isFault = (read: Block | BlockFault): read is BlockFault => 'text' in read
