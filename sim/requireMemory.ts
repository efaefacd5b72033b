import type { Study } from '../models/study.ts'
import { bytesPerPath, requireFit } from './engine/allocateCubes.ts'
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
  for (const { book, firms, simulated } of books)
    for (const { shocks } of scenarios) {
      const bytes = simulated.layouts.map(({ rateYears, horizonMonths, columns, cells }) => {
        const shape = { rateYears, horizonMonths, sectors: sectorsOf(firms).length, frozen: shocks.deferral }
        const size = { columns: columns.length, cells: cells.length }
        return {
          main: bytesPerPath({ ...shape, fidelity: simulation.fidelity }, size),
          sizes: bytesPerPath({ ...shape, fidelity: 'clt' }, size),
        }
      })
      requireFit(book.id, paths, bytes.reduce((sum, { main }) => sum + main, 0)) // prettier-ignore
      if (lawOfLargeNumbers) requireFit(book.id, lawOfLargeNumbers.paths, Math.max(...bytes.map(({ sizes }) => sizes)))
    }
}
