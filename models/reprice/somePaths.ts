import type { PathOutcomes } from '../judge/pathMoney.ts'

/** Some of a cube's paths, as far as their money goes. */
export function somePaths(cube: PathOutcomes, chosen: readonly number[]): PathOutcomes {
  const { paths, columns, fullEarned } = cube
  const picked = <T extends Float64Array | Float32Array>(values: T): T => {
    const rows = values.length / paths
    const own = new (values.constructor as new (length: number) => T)(rows * chosen.length)
    for (let row = 0; row < rows; row++)
      for (const [i, path] of chosen.entries()) own[row * chosen.length + i] = values[row * paths + path]!
    return own
  }
  return {
    paths: chosen.length,
    columns,
    fullEarned,
    lostEarned: picked(cube.lostEarned),
    funded: picked(cube.funded),
    deposits: picked(cube.deposits),
    fees: picked(cube.fees),
    ownerAum: picked(cube.ownerAum),
    loanYears: picked(cube.loanYears),
    loss: picked(cube.loss),
    year1Loss: picked(cube.year1Loss),
  }
}
