import { addTimes } from '../addTimes.ts'
import type { OutcomeCube } from '../cube.ts'
import { replicateMeans } from '../replicates.ts'

/** What rates and costs act on, averaged over the paths of each replicate: every array has one entry a replicate. */
export interface ReplicateOutcomes {
  /** Earned balance-years by column. */
  readonly earned: readonly Float64Array[]
  /** The same of all columns, and of all paths (one entry a column). */
  readonly allEarned: Float64Array
  readonly meanEarned: Float64Array
  /** Funded balance-years and deposits by rate year. */
  readonly funded: readonly Float64Array[]
  readonly deposits: readonly Float64Array[]
  readonly fees: Float64Array
  readonly ownerAum: Float64Array
  readonly loanYears: Float64Array
  /** In all, whoever bears it. */
  readonly loss: Float64Array
}

/** Averages an outcome cube: all that its schedules' mean figures are made from, and nothing that depends on a price. */
export function replicateOutcomes(cube: OutcomeCube): ReplicateOutcomes {
  const { paths, replicates, rateYears, fullEarned, lostEarned, funded, deposits } = cube
  const means = (values: Float64Array | Float32Array): Float64Array => replicateMeans(values, replicates)
  const byRateYear = (values: Float64Array): Float64Array[] =>
    Array.from({ length: rateYears }, (_, y) => means(values.subarray(y * paths, (y + 1) * paths)))
  const earned = Array.from(fullEarned, (full, k) =>
    means(lostEarned.subarray(k * paths, (k + 1) * paths)).map((lost) => full - lost),
  )
  const allEarned = new Float64Array(replicates)
  for (const own of earned) addTimes(allEarned, 1, own)
  return {
    earned,
    allEarned,
    meanEarned: Float64Array.from(earned, (own) => own.reduce((a, b) => a + b, 0) / replicates),
    funded: byRateYear(funded),
    deposits: byRateYear(deposits),
    fees: means(cube.fees),
    ownerAum: means(cube.ownerAum),
    loanYears: means(cube.loanYears),
    loss: means(cube.loss),
  }
}
