import { COVARIANCES } from '../cube.ts'
import type { OutcomeCube } from '../cube.ts'
import type { PathValue } from '../tailPart.ts'
import { cellAt, cellKey } from '../types.ts'

/** Losses of all paths, in any unit, and the variance of each given the factors; null where every path is one outcome. */
export interface PathLosses {
  readonly rates: Float64Array
  readonly variances: Float64Array | null
}

/** A cell's or a sector's part in the losses. */
export interface LossPart {
  readonly by: 'cell' | 'sector'
  readonly key: string
  readonly loss: PathValue
  /** Covariance with the whole loss given the factors; 0 where every path is one outcome. */
  readonly covariance: PathValue
}

/**
 * Splits losses into those of the populated cells, and once more into those of the sectors.
 *
 * Losses by cell and sector are kept in single precision: on every path they are scaled to the path's loss, so that each set of parts
 * adds up. Where a path is a normal distribution (`clt`), cells are independent on it, and its variance is a cell's own, scaled to
 * the path's; sectors share it in proportion to their loss.
 */
export function lossParts(cube: OutcomeCube, { rates, variances }: PathLosses): LossPart[] {
  const { paths, cells, cellLoss, sectors, sectorLoss, spread } = cube
  const cellScale = scaleTo(rates, cells.length, (c, p) => cellLoss[c * paths + p]!)
  const sectorScale = scaleTo(rates, sectors.length, (s, p) => sectorLoss[s * paths + p]!)
  const ownVariance = (c: number, p: number): number => spread!.cellCovariance[COVARIANCES * c * paths + p]!
  const varianceScale = variances && scaleTo(variances, cells.length, ownVariance)
  return [
    ...Array.from(cells, (cell, c) => ({
      by: 'cell' as const,
      key: cellKey(cellAt(cell)),
      loss: (p: number) => cellLoss[c * paths + p]! * cellScale[p]!,
      covariance: (p: number) => (varianceScale ? ownVariance(c, p) * varianceScale[p]! : 0),
    })),
    ...sectors.map((key, s) => {
      const loss = (p: number): number => sectorLoss[s * paths + p]! * sectorScale[p]!
      const covariance = (p: number): number => (variances && rates[p]! > 0 ? (variances[p]! * loss(p)) / rates[p]! : 0)
      return { by: 'sector' as const, key, loss, covariance }
    }),
  ]
}

/** What a path's entries must be multiplied by to add up to its total. */
function scaleTo(totals: Float64Array, parts: number, entry: (part: number, path: number) => number): Float64Array {
  const sums = new Float64Array(totals.length)
  for (let c = 0; c < parts; c++) for (let p = 0; p < sums.length; p++) sums[p]! += entry(c, p)
  return sums.map((sum, p) => (sum !== 0 ? totals[p]! / sum : 0))
}
