import type { Study } from '../models/study.ts'
import { MOST_BYTES, bytesPerPath } from './engine/allocateCubes.ts'
import type { PreparedBook } from './prepareBook.ts'
import { sectorsOf } from './toTask.ts'

/** Of the memory that cubes may take, the part that one scenario's may need for two to be held at once. */
const SMALL = 1 / 4

/**
 * Whether one scenario may be judged while the next is simulated: where each is one simulation, and two take little memory. Never changes
 * a figure.
 */
export function mayOverlap({ simulation, lawOfLargeNumbers }: Study, books: readonly PreparedBook[]): boolean {
  const { tail, targetError, paths, fidelity } = simulation
  if (lawOfLargeNumbers !== null || tail !== null || targetError !== null) return false
  return books.every(({ firms, simulated }) => {
    const bytes = simulated.layouts.map(({ rateYears, horizonMonths, columns, cells }) =>
      bytesPerPath(
        { rateYears, horizonMonths, sectors: sectorsOf(firms).length, fidelity, frozen: true },
        { columns: columns.length, cells: cells.length },
      ),
    )
    return paths * bytes.reduce((a, b) => a + b, 0) < SMALL * MOST_BYTES
  })
}
