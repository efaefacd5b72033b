import { gradesOutOfOrder } from '../../models/pricing/gradesOutOfOrder.ts'
import type { Schedule } from '../../models/schedule.ts'
import { nameCells, pricedCells, rateTable } from '../schema/rateTable.ts'
import { entryOf, locate, toPlain, type LocatedMap } from './located.ts'
import { recordedPath } from './recordedPath.ts'

/** A study's schedules, and the documents they were read from, in the same order. */
interface StudyParts {
  readonly variants: { readonly schedule: readonly LocatedMap[] }
  readonly schedules: readonly Schedule[]
}

/**
 * One line for each rate of a table that is below a better grade's at the same term band and collateral. It may be meant, so the table is
 * read; but it is more often a slip.
 *
 * @param home the study's folder, see {@link recordedPath}
 */
export function scheduleNotices({ variants, schedules }: StudyParts, home: string): string[] {
  return schedules.flatMap(({ rates }, index) => {
    const document = variants.schedule[index]!
    const table = entryOf(document, 'rates')
    if (!rates || !table) return []
    const written = pricedCells(rateTable.parse(toPlain(table)))
    const better = new Map(gradesOutOfOrder(rates).map((pair) => [pair.cell, pair.better]))
    return written.flatMap(({ cells, rate, path }) => {
      const { at, name } = locate(document, ['rates', ...path])
      const below = cells.filter((cell) => better.has(cell))
      const rateAbove = (cell: number): number => rates[better.get(cell)!]!
      // Cells written together may be below rates that were not.
      return [...new Set(below.map(rateAbove))].map((higher) => {
        const own = below.filter((cell) => rateAbove(cell) === higher)
        const others = own.map((cell) => better.get(cell)!)
        return (
          `${recordedPath(at.file, home)}:${at.line}:${at.column} ${name} is below a better grade: ` +
          `${rate} for ${nameCells(own)}, ${higher} for ${nameCells(others)}`
        )
      })
    })
  })
}
