import type { OutcomeCube } from '../cube.ts'

/** Mean earned balance-years of each column. */
export const meanEarned = ({ paths, fullEarned, lostEarned }: OutcomeCube): Float64Array =>
  fullEarned.map((full, k) => {
    let lost = 0
    for (let i = k * paths; i < (k + 1) * paths; i++) lost += lostEarned[i]!
    return full - lost / paths
  })
