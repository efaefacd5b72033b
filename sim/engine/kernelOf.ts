import { Kernel } from './kernel.ts'
import { MeanKernel } from './meanKernel.ts'
import type { CubeArrays, Task, UnitSums } from './task.ts'

/** What computes the paths of a task, at any fidelity. */
export interface PathKernel {
  /** Fills the paths first..first+count−1 of the cubes and adds up the unit's sums, by strategy. */
  run(first: number, count: number): UnitSums[]
}

/** The kernel of a task's fidelity. */
export const kernelOf = (task: Task, cubes: readonly CubeArrays[]): PathKernel =>
  task.fidelity === 'exact' ? new Kernel(task, cubes) : new MeanKernel(task, cubes)

/** Nanoseconds of one thread: for a firm and year of a path, drawn; for an entry of the matrix of means; the same with variances. */
const COST = { exact: 2, lln: 0.5, clt: 1.5 }
/** Nodes that a combination of factors takes, usually. */
const NODES = 16

/** Roughly how long a task takes on one thread once its kernel is built, in seconds. */
export function estimatedSeconds(task: Task): number {
  const { fidelity, paths, years, firms, combos, strategies } = task
  const yearPaths = 1e-9 * COST[fidelity] * years * paths
  if (fidelity === 'exact') return yearPaths * firms
  const rows = strategies.reduce((sum, { columns, cells }) => sum + columns + 2 * cells + 2 * task.horizonMonths, 0)
  return yearPaths * Math.min(firms, combos * NODES) * rows
}
