import { cellSums } from '../models/cellSums.ts'
import type { CellSums, OutcomeCube } from '../models/cube.ts'
import { earnedAsStored } from '../models/earnedAsStored.ts'
import { WEIGHTS } from '../models/layout.ts'
import type { Layout } from '../models/layout.ts'
import type { Scenario } from '../models/scenario.ts'
import type { SimulationSettings } from '../models/study.ts'
import type { FactorSpace, Sample } from './engine/factors.ts'
import { unitPaths } from './engine/pool.ts'
import type { Pool, PoolCallbacks } from './engine/pool.ts'
import { allocateCubes } from './engine/allocateCubes.ts'
import type { CubeArrays, Task, UnitSums } from './engine/task.ts'
import { sectorsOf, toTask } from './toTask.ts'
import type { Simulated } from './simulated.ts'

export interface SimulateOptions {
  readonly pool: Pool
  readonly onPaths: (paths: number) => void
  readonly onStart?: PoolCallbacks['onStart']
  readonly signal: AbortSignal | undefined
  /** Replicates to draw, all of the settings' by default, and the shift of an importance sample. */
  readonly sample?: Sample
}

/**
 * Simulates a book in a scenario: firms default once, and each default is applied to every strategy's loans (MODEL §5).
 *
 * The same seed, book and scenario give the same bits whatever the workers, the other strategies' schedules or the other
 * scenarios; scenarios share their random numbers, so that their differences are sharp.
 *
 * @returns one cube a strategy, in the order of `layouts`; its arrays are the caller's until released to the pool's memory
 */
export async function simulate(
  simulated: Simulated,
  scenario: Scenario,
  settings: SimulationSettings,
  factors: FactorSpace,
  options: SimulateOptions,
): Promise<OutcomeCube[]> {
  const { firms, layouts } = simulated
  const { memory } = options.pool
  const task = toTask(simulated, scenario, settings, factors, options.sample, memory.take)
  const cubes = allocateCubes(simulated.book.id, task, memory.take)
  const defaulted = layouts.map(
    (l) => new Float64Array(task.replicates * l.classPlan.length * l.horizonMonths * WEIGHTS),
  )
  const left = layouts.map(({ classPlan, horizonMonths }, s) => {
    const { watch } = task.strategies[s]!
    return new Float64Array(watch ? task.replicates * classPlan.length * horizonMonths * WEIGHTS : 0)
  })
  const loss = layouts.map((l) => new Float64Array(task.replicates * l.cells.length * l.years))
  const onUnit = (unit: number, sums: readonly UnitSums[]): void => {
    const { replicate } = unitPaths(task, unit)
    for (const [s, own] of sums.entries()) {
      addAt(defaulted[s]!, replicate * own.defaulted.length, own.defaulted)
      addAt(left[s]!, replicate * own.left.length, own.left)
      addAt(loss[s]!, replicate * own.loss.length, own.loss)
    }
  }
  const { onPaths, onStart, signal } = options
  await options.pool.run(task, cubes, { onUnit, onPaths, onStart, signal })
  memory.release(task)
  const sectors = sectorsOf(firms)
  return layouts.map((layout, s) => {
    const sums = cellSums(layout, defaulted[s]!, left[s]!, loss[s]!, task.paths / task.replicates)
    const cube = toCube(task, layout, sectors, cubes[s]!, sums)
    return { ...cube, sums: { ...sums, earned: earnedAsStored(cube) } }
  })
}

function addAt(sum: Float64Array, offset: number, part: Float64Array): void {
  for (let i = 0; i < part.length; i++) sum[offset + i]! += part[i]!
}

function toCube(
  task: Task,
  layout: Layout,
  sectors: readonly string[],
  arrays: CubeArrays,
  sums: CellSums,
): OutcomeCube {
  const { paths, replicates, horizonMonths, years, rateYears } = task
  return {
    ...arrays,
    paths,
    replicates,
    horizonMonths,
    years,
    rateYears,
    loans: layout.loans.count,
    openingExposure: layout.loans.balance.reduce((a, b) => a + b, 0),
    columns: layout.columns,
    fullEarned: layout.fullEarned,
    cells: layout.cells,
    cellLoans: layout.cellLoans,
    sectors,
    sums,
  }
}
