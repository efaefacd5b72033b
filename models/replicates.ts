/** Paths come in R replicates of equal size (MODEL §10): path p belongs to replicate ⌊p / (paths / R)⌋. */

/**
 * Means over the paths of each replicate.
 *
 * @param values     one entry a path
 * @param replicates R, a divisor of the number of paths
 * @returns array of length R
 * @throws {RangeError} when the paths do not divide into at least two replicates
 */
export const replicateMeans = (values: ArrayLike<number>, replicates: number): Float64Array =>
  replicateMeansOf((p) => values[p]!, values.length, replicates)

/** {@link replicateMeans} of a function of the path. */
export function replicateMeansOf(value: (path: number) => number, paths: number, replicates: number): Float64Array {
  const size = paths / replicates
  if (!(replicates >= 2 && size >= 1 && Number.isInteger(size)))
    throw new RangeError(`replicates must be >= 2 and divide the ${paths} paths, got ${replicates}`)
  const means = new Float64Array(replicates)
  for (let r = 0, p = 0; r < replicates; r++) {
    let sum = 0
    for (const end = p + size; p < end; p++) sum += value(p)
    means[r] = sum / size
  }
  return means
}
