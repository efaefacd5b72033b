import type { OutcomeCube } from './cube.ts'

/**
 * Sums of earned balance-years that add up to those of the paths, which are kept in single precision: what is true of every cell is then
 * true of the whole.
 *
 *     Σ_y earned(r, k, y) = Σ_{p in r} (fullEarned_k − lostEarned_{k,p})
 *
 * The difference, rounding, goes to the year in which most is earned.
 *
 * @returns a new array in place of the cube's `sums.earned`: replicate × column × calendar year
 */
export function earnedAsStored(
  cube: Pick<OutcomeCube, 'paths' | 'replicates' | 'years' | 'columns' | 'fullEarned' | 'lostEarned' | 'sums'>,
): Float64Array {
  const { paths, replicates, years, columns, fullEarned, lostEarned } = cube
  const earned = Float64Array.from(cube.sums.earned)
  const each = paths / replicates
  for (let k = 0; k < columns.length; k++)
    for (let r = 0; r < replicates; r++) {
      const first = k * paths + r * each
      let lost = 0
      for (let p = first; p < first + each; p++) lost += lostEarned[p]!
      const from = (r * columns.length + k) * years
      let sum = 0
      let most = from
      for (let at = from; at < from + years; at++) {
        sum += earned[at]!
        if (earned[at]! > earned[most]!) most = at
      }
      earned[most]! += each * fullEarned[k]! - lost - sum
    }
  return earned
}
