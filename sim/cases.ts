import type { OutcomeCube } from '../models/cube.ts'
import type { BandedCase } from '../models/demand/bandedCase.ts'
import type { PricingCase } from '../models/judge/pricingCase.ts'
import type { Scenario } from '../models/scenario.ts'
import type { SimulationSettings, Study } from '../models/study.ts'
import { banded } from './demand/banded.ts'
import { factorSpaceOf, scaledLoadings } from './engine/factorLevels.ts'
import { factorSpace } from './engine/factors.ts'
import type { FactorSpace } from './engine/factors.ts'
import { Pool } from './engine/pool.ts'
import { judgeCube, priced } from './judgeCube.ts'
import { requireMemory } from './memory.ts'
import { PathProgress } from './pathProgress.ts'
import { laidOut, prepareBook } from './prepareBook.ts'
import type { PreparedBook } from './prepareBook.ts'
import { requireShockedSectors } from './requireShockedSectors.ts'
import { scenarioBooks } from './scenarioBooks.ts'
import { simulate } from './simulate.ts'
import { simulateToError } from './simulateToError.ts'
import type { RunOptions } from './types.ts'

/** Which book and strategy of a study is looked at: indices in the study's lists. */
export interface CaseChoice {
  readonly book: number
  readonly strategy: number
}

/** One book and strategy of a study in its scenarios, with the means to simulate it in others. */
export interface SimulatedCases {
  readonly study: Study
  readonly choice: CaseChoice
  /** The book as drawn, before any scenario. */
  readonly prepared: PreparedBook
  /** One a scenario asked for, in their order; with bands where the study has demand. */
  readonly cases: readonly PricingCase[]
  /**
   * Simulates the same book and strategy in another world, with the random numbers of the settings' seed; the case is the caller's until
   * released. Fidelities other than `exact`, in which strategies share nothing, leave the others out.
   *
   * @param loadingScale  multiplies every factor loading, and its square every asset correlation; default 1
   */
  readonly simulateIn: (scenario: Scenario, settings: SimulationSettings, loadingScale?: number) => Promise<PricingCase>
  /** Takes the memory of a case's outcomes back, which nobody reads any more. */
  readonly release: (outcomes: PricingCase) => void
  /** Ends the threads. */
  readonly close: () => Promise<void>
}

export interface CasesOptions extends Pick<RunOptions, 'workers' | 'onProgress' | 'signal' | 'skipBadRows'> {
  readonly choice?: CaseChoice
  /** Scenarios to simulate at once, default all of the study's. */
  readonly scenarios?: readonly Scenario[]
}

/**
 * Simulates a study's scenarios for one book and strategy and keeps the outcomes, so that schedules can be tried on them. They are those
 * of a run of the study, to the bit: every strategy's borrowers take part, since they share the default events, and a target error adds
 * the same replicates.
 *
 * @throws {RangeError} when the study cannot be run, or its outcomes do not fit into memory
 * @throws the signal's reason when aborted
 */
export async function simulateCases(study: Study, options: CasesOptions = {}): Promise<SimulatedCases> {
  const { choice = { book: 0, strategy: 0 }, scenarios = study.scenarios, signal, skipBadRows = false } = options
  const { onProgress = () => undefined } = options
  const pool = new Pool(options.workers)
  try {
    const books: PreparedBook[] = []
    // The first book fixes the master scale and the direction of the strata.
    for (const book of study.books.slice(0, choice.book + 1)) {
      const masterScale = books[0]?.masterScale ?? null
      const drawn = (done: number, total: number): void => {
        onProgress({ stage: book.title, unit: 'firms', done, total })
      }
      books.push(await prepareBook(study, book, { masterScale, skipBadRows, onProgress: drawn, signal }))
    }
    const prepared = books[choice.book]!
    requireShockedSectors({ ...study, scenarios }, books)
    const factors = factorSpaceOf(study, books.map((b) => b.simulated)) // prettier-ignore
    requireMemory({ ...study, scenarios }, [prepared], factors)
    const asFound = scenarioBooks(study)
    const progress = new PathProgress(onProgress)
    progress.expect(scenarios.length * study.simulation.paths)
    const world = { study, pool, factors, signal }
    const cases: PricingCase[] = []
    for (const scenario of scenarios) {
      const onPaths = (paths: number): void => {
        progress.update(scenario.title, paths)
      }
      const lent = asFound(prepared, scenario.shocks)
      cases.push(await simulateLent(world, lent, choice.strategy, scenario, study.simulation, onPaths))
      progress.finish(study.simulation.paths)
    }
    return {
      study,
      choice,
      prepared,
      cases,
      simulateIn: async (scenario, settings, loadingScale = 1) => {
        const found = withLoadings(asFound(prepared, scenario.shocks), loadingScale)
        const isAlone = settings.fidelity !== 'exact'
        const lent = isAlone ? onlyStrategy(found, choice.strategy) : found
        const own = isAlone ? 0 : choice.strategy
        const seeded = { ...world, factors: reseeded(factors, study, settings) }
        return simulateLent(seeded, lent, own, scenario, settings, () => undefined)
      },
      release: (outcomes) => {
        pool.memory.release(cubesOf(outcomes))
      },
      close: () => pool.close(),
    }
  } catch (error) {
    await pool.close()
    throw error
  }
}

interface World {
  readonly study: Study
  readonly pool: Pool
  readonly factors: FactorSpace
  readonly signal: AbortSignal | undefined
}

/** The factors of the settings' seed, stratified along the same direction. */
const reseeded = (factors: FactorSpace, { simulation }: Study, { seed }: SimulationSettings): FactorSpace =>
  seed === simulation.seed ? factors : factorSpace(seed, factors.names, factors.years, factors.direction)

const withLoadings = (prepared: PreparedBook, scale: number): PreparedBook => {
  const { simulated } = prepared
  return { ...prepared, simulated: { ...simulated, levels: scaledLoadings(simulated.levels, scale) } }
}

/** A book as if one strategy alone lent on it; any bands of its offers are left out. */
const onlyStrategy = (prepared: PreparedBook, strategy: number): PreparedBook => {
  const { lendings, simulated } = prepared
  const { offer, ...lending } = lendings[strategy]!
  const only = [{ ...lending, offer: offer && { ...offer, bands: [] } }]
  return { ...prepared, lendings: only, simulated: { ...simulated, ...laidOut(only) } }
}

/** What a case reads: its own cube and those of any bands. */
const cubesOf = (outcomes: PricingCase & Partial<Pick<BandedCase, 'bands'>>): OutcomeCube[] => [
  outcomes.cube,
  ...(outcomes.bands ?? []).map(({ cube }) => cube),
]

/** @param strategy  index, among those that lend, of the one whose outcomes are kept */
async function simulateLent(
  { study, pool, factors, signal }: World,
  lent: PreparedBook,
  strategy: number,
  scenario: Scenario,
  settings: SimulationSettings,
  onPaths: (paths: number) => void,
): Promise<PricingCase> {
  const { cubes } = await simulateToError(settings, {
    simulate: (firstReplicate, replicates) => {
      const sample = { firstReplicate, replicates, factorShift: 0 }
      return simulate(lent.simulated, scenario, settings, factors, { pool, onPaths, signal, sample })
    },
    judge: (drawn) => Promise.resolve(settings.targetError === null ? [] : judgeCube(study, lent, scenario, drawn)),
    release: (drawn) => {
      pool.memory.release(drawn)
    },
  })
  const outcomes = priced(study, lent, scenario, strategy, cubes[strategy]!)
  const kept = (study.demand && banded(study.demand, lent, strategy, outcomes, cubes)) ?? outcomes
  const inUse = cubesOf(kept)
  pool.memory.release(cubes.filter((cube) => !inUse.includes(cube)))
  return kept
}
