import type { Study } from '../models/study.ts'
import type { PreparedBook } from './prepareBook.ts'

/**
 * Refuses a scenario that shocks a sector which no book has: a tape's sectors are known only once it is read.
 *
 * @throws {RangeError} naming the sector and those there are
 */
export function requireShockedSectors({ scenarios }: Study, books: readonly PreparedBook[]): void {
  const sectors = [...new Set(books.flatMap(({ firms }) => firms.groupings.get('sector')?.labels ?? []))]
  for (const { id, shocks } of scenarios)
    for (const sector of Object.keys(shocks.sectorPdMultiple))
      if (!sectors.includes(sector))
        throw new RangeError(
          `book ${books[0]!.book.id}: has no sector "${sector}", which scenario ${id} shocks; there are ${sectors.join(', ')}`,
        )
}
