import type { Distribution, PathSum, Tail } from './distribution.ts'

/** Something on each path: a part of a figure, or its covariance with the figure. */
export type PathValue = (path: number) => number

/**
 * Part of Y in the expected shortfall of X, by replicate; its mean is the part, and its spread gives the error.
 *
 *     part = E[Y | X in the worst 1 − level],   linearised: (Y − m)·1{X in the worst} / (1 − level) + m,   m = E[Y | X at the quantile]
 *
 * Subtracting m leaves out what moving the quantile would change: without it the error would be a multiple of the true one. Parts of
 * figures that add up to X add up to its expected shortfall.
 *
 * @param y           value of Y on a path, its mean where the path stands for a distribution
 * @param covariance  of Y with X given a path; not read where `tail` has none
 * @see Tasche (2008), Capital allocation to business units and sub-portfolios: the Euler principle, in Pillar II in the New Basel Accord, 423–453
 */
export function tailPart(
  { paths, replicates }: Pick<Distribution, 'paths' | 'replicates'>,
  { level, worst, atQuantile }: Tail,
  y: PathValue,
  covariance: PathValue,
): Float64Array {
  let m = 0
  forEach(atQuantile, (p, mean, cov) => {
    m += mean * y(p) + (cov === 0 ? 0 : cov * covariance(p))
  })
  const perReplicate = paths / replicates
  const sums = new Float64Array(replicates)
  forEach(worst, (p, mean, cov) => {
    sums[Math.floor(p / perReplicate)]! += mean * (y(p) - m) + (cov === 0 ? 0 : cov * covariance(p))
  })
  return sums.map((sum) => sum / perReplicate / (1 - level) + m)
}

function forEach(sum: PathSum, visit: (path: number, mean: number, covariance: number) => void): void {
  for (let i = 0; i < sum.paths.length; i++) visit(sum.paths[i]!, sum.mean[i]!, sum.covariance?.[i] ?? 0)
}
