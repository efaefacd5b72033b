import type { Fidelity, Study } from '../models/study.ts'
import { MOST_BYTES, bytesPerPath, requireFit } from './engine/allocateCubes.ts'
import type { FactorSpace } from './engine/factors.ts'
import type { PreparedBook } from './prepareBook.ts'
import { tailPaths } from './tail.ts'
import { sectorsOf } from './toTask.ts'

/**
 * Refuses a study whose outcomes would not fit into memory before anything of it is simulated: main samples, tails, and books of other
 * sizes, whose cubes are at most as large a path as those of the whole book.
 *
 * @throws {RangeError} with the number of paths that would fit
 */
export function requireMemory(study: Study, books: readonly PreparedBook[], factors: FactorSpace): void {
  const { simulation, scenarios, lawOfLargeNumbers } = study
  const paths = Math.max(simulation.paths, tailPaths(simulation, factors))
  for (const prepared of books)
    for (const { shocks } of scenarios) {
      const { id } = prepared.book
      requireFit(id, paths, sum(pathBytes(prepared, simulation.fidelity, shocks.deferral)))
      if (lawOfLargeNumbers)
        requireFit(id, lawOfLargeNumbers.paths, Math.max(...pathBytes(prepared, 'clt', shocks.deferral)))
    }
}

/** Of the memory that cubes may take, the part that one scenario's may need for two to be held at once. */
const SMALL = 1 / 4

/**
 * Whether one scenario may be judged while the next is simulated: where each is one simulation, and two take little memory. Never changes
 * a figure.
 */
export function mayOverlap({ simulation, lawOfLargeNumbers }: Study, books: readonly PreparedBook[]): boolean {
  const { tail, targetError, paths, fidelity } = simulation
  if (lawOfLargeNumbers !== null || tail !== null || targetError !== null) return false
  return books.every((prepared) => paths * sum(pathBytes(prepared, fidelity, true)) < SMALL * MOST_BYTES)
}

/** Bytes of each strategy's cube for one path. */
const pathBytes = ({ firms, simulated }: PreparedBook, fidelity: Fidelity, frozen: unknown): number[] =>
  simulated.layouts.map(({ rateYears, horizonMonths, columns, cells }) =>
    bytesPerPath(
      { rateYears, horizonMonths, sectors: sectorsOf(firms).length, frozen, fidelity },
      { columns: columns.length, cells: cells.length },
    ),
  )

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
