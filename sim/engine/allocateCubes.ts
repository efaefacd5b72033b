import { COVARIANCES } from '../../models/cube.ts'
import type { TakeMemory } from './shared.ts'
import type { CubeArrays, Positions, Task } from './task.ts'

/** Most memory that the cubes of one simulation may take, bytes. */
export const MOST_BYTES = 6 * 2 ** 30

/** What decides how large a cube is. */
export type CubeShape = Pick<Task, 'rateYears' | 'horizonMonths' | 'sectors' | 'fidelity'> & {
  /** Whether NPL ratios are kept as reported and true. */
  readonly frozen: unknown
}

/** Bytes of a strategy's cube for one path: what grows with the number of paths. */
export function bytesPerPath(
  { rateYears, horizonMonths, sectors, frozen, fidelity }: CubeShape,
  { columns, cells }: Pick<Positions, 'columns' | 'cells'>,
): number {
  const npl = horizonMonths * (frozen ? 2 : 1)
  const spread = fidelity === 'clt' ? 4 * COVARIANCES * cells + 8 * 2 : 0
  return 4 * (columns + cells + sectors + npl) + 8 * (10 + 2 * rateYears) + spread
}

/**
 * Refuses cubes that would not fit.
 *
 * @param bytes  of all strategies' cubes for one path
 * @throws {RangeError} with the number of paths that would fit
 */
export function requireFit(book: string, paths: number, bytes: number): void {
  if (bytes * paths <= MOST_BYTES) return
  const gigabytes = Number(((bytes * paths) / 2 ** 30).toPrecision(3))
  throw new RangeError(
    `book ${book}: ${paths} paths need ${gigabytes} GiB for one scenario's outcomes; at most ${Math.floor(MOST_BYTES / bytes)} paths fit into ${MOST_BYTES / 2 ** 30} GiB`,
  )
}

/**
 * Shared arrays of every strategy's cube.
 *
 * @param take  gives their memory
 * @throws {RangeError} before anything is allocated when they would not fit
 */
export function allocateCubes(book: string, task: Task, take: TakeMemory): CubeArrays[] {
  requireFit(book, task.paths, task.strategies.reduce((sum, positions) => sum + bytesPerPath(task, positions), 0)) // prettier-ignore
  return task.strategies.map((positions) => allocateCube(task, positions, take))
}

function allocateCube(
  { paths, rateYears, horizonMonths, sectors, frozen, fidelity }: Task,
  positions: Positions,
  take: TakeMemory,
): CubeArrays {
  const { columns, cells } = positions
  const doubles = (n: number): Float64Array => new Float64Array(take(8 * n), 0, n)
  const floats = (n: number): Float32Array => new Float32Array(take(4 * n), 0, n)
  const nplRatio = floats(horizonMonths * paths)
  return {
    lostEarned: floats(columns * paths),
    cellLoss: floats(cells * paths),
    sectorLoss: floats(sectors * paths),
    loss: doubles(paths),
    year1Loss: doubles(paths),
    defaults: doubles(paths),
    year1Defaults: doubles(paths),
    firmDefaults: doubles(paths),
    firmDefaultsUncalled: doubles(paths),
    defaultedExposure: doubles(paths),
    funded: doubles(rateYears * paths),
    deposits: doubles(rateYears * paths),
    fees: doubles(paths),
    ownerAum: doubles(paths),
    loanYears: doubles(paths),
    nplRatio,
    trueNplRatio: frozen ? floats(horizonMonths * paths) : nplRatio,
    spread:
      fidelity === 'clt'
        ? {
            lossVariance: doubles(paths),
            year1LossVariance: doubles(paths),
            cellCovariance: floats(COVARIANCES * cells * paths),
          }
        : null,
  }
}
