import { setImmediate } from 'node:timers/promises'
import type { OutcomeCube } from '../models/cube.ts'
import type { Scenario } from '../models/scenario.ts'
import type { SimulationSettings, Study } from '../models/study.ts'
import type { Text } from '../models/text.ts'
import type { FactorSpace, Sample } from './engine/factors.ts'
import { judgeCube } from './judgeCube.ts'
import { withLawOfLargeNumbers } from './lawOfLargeNumbers.ts'
import { noted } from './pathProgress.ts'
import type { PreparedBook } from './prepareBook.ts'
import { simulate } from './simulate.ts'
import { simulateToError } from './simulateToError.ts'
import { tailPaths, tailSample, withTails, withoutTails } from './tail.ts'
import type { ResultTables } from './types.ts'
import type { RunContext } from './runContext.ts'

/** Paths that a scenario takes, before any that a target error adds. */
export const plannedPaths = ({ simulation }: Study, factors: FactorSpace): number =>
  pathsEach(simulation) * simulation.replicates + tailPaths(simulation, factors)

/** Paths a replicate. */
const pathsEach = ({ paths, replicates }: SimulationSettings): number => Math.ceil(paths / replicates)

/**
 * One book in one scenario: simulates until the figures are as sure as asked, judges every strategy and schedule, and looks into
 * the tail when asked. Of the cubes, the largest memory of a run, one set is alive at a time.
 *
 * @returns one entry a strategy and schedule, in the study's order
 */
export async function runScenario(
  context: RunContext,
  prepared: PreparedBook,
  scenario: Scenario,
): Promise<readonly ResultTables[]> {
  const { study, factors, pool, watch, progress, signal } = context
  const { simulation } = study
  const draw = async (stage: Text, settings: SimulationSettings, sample: Sample): Promise<OutcomeCube[]> => {
    const onPaths = (done: number): void => {
      progress.update(stage, done)
    }
    const onStart = (waited: number): void => {
      watch.waited('simulate', waited)
    }
    const options = { pool, onPaths, onStart, signal, sample }
    const cubes = await watch.time('simulate', () => simulate(prepared.simulated, scenario, settings, factors, options))
    progress.finish(cubes[0]!.paths)
    return cubes
  }
  const release = (cubes: readonly OutcomeCube[]): void => {
    pool.memory.release(cubes)
  }

  const { cubes, tables } = await simulateToError(simulation, {
    simulate: (firstReplicate, replicates) => {
      const sample = { firstReplicate, replicates, factorShift: 0 }
      if (firstReplicate === 0) return draw(scenario.title, simulation, sample)
      progress.expect(pathsEach(simulation) * replicates)
      const note = { en: `to ${2 * replicates} replicates`, zh: `至${2 * replicates}组` }
      return draw(noted(scenario.title, note), simulation, sample)
    },
    judge: async (cubes) => {
      // What waits for the threads goes first.
      await setImmediate()
      return watch.time('judge', () => judgeCube(study, prepared, scenario, cubes).map(detached))
    },
    release,
  })
  const { tail } = simulation
  const sample = tail && tailSample(simulation, factors, cubes)
  release(cubes)
  const judged = await withLaw(context, prepared, scenario, tables)
  if (!tail) return judged
  if (!sample) return withoutTails(judged)
  const beyond = await draw(
    noted(scenario.title, { en: 'tail', zh: '尾部' }),
    { ...simulation, paths: tail.paths },
    sample,
  )
  const tailed = await watch.time('judge', () => withTails(study, judged, beyond, factors, sample))
  release(beyond)
  return tailed
}

/** The law of large numbers is studied once a book, in the study's first scenario, and by drawn defaults. */
async function withLaw(
  context: RunContext,
  prepared: PreparedBook,
  scenario: Scenario,
  tables: readonly ResultTables[],
): Promise<readonly ResultTables[]> {
  const { lawOfLargeNumbers: settings, scenarios, simulation } = context.study
  const without = (reason: string): ResultTables[] =>
    tables.map((entry) => ({
      ...entry,
      result: { ...entry.result, reasons: { ...entry.result.reasons, lawOfLargeNumbers: reason } },
    }))
  if (!settings) return without('the study leaves it out')
  if (simulation.fidelity !== 'exact') return without('only where defaults are drawn (fidelity exact)')
  if (scenario !== scenarios[0]) return without('shown in the first scenario')
  return withLawOfLargeNumbers(context, settings, prepared, scenario, tables)
}

/** Tables that stay as they are when the cube's memory is used again. */
function detached({ result, paths, replicates }: ResultTables): ResultTables {
  const own = (column: Float64Array): Float64Array =>
    column.buffer instanceof SharedArrayBuffer ? column.slice() : column
  const { loss, surplus, income, cost, target, defaults, year1Loss, npl } = paths
  return {
    result,
    replicates,
    paths: {
      loss: own(loss),
      surplus: own(surplus),
      income: own(income),
      cost: own(cost),
      target: own(target),
      defaults: own(defaults),
      year1Loss: own(year1Loss),
      npl,
    },
  }
}
