import { economics } from '../../models/economics.ts'
import { coverage } from '../../models/judge/coverage.ts'
import type { Coverage, Measure } from '../../models/judge/coverage.ts'
import type { PricingCase } from '../../models/judge/pricingCase.ts'
import type { Scenario } from '../../models/scenario.ts'
import type { Schedule } from '../../models/schedule.ts'
import type { Fidelity, SimulationSettings } from '../../models/study.ts'
import { tQuantile } from '../../models/studentT.ts'
import type { SimulatedCases } from '../cases.ts'
import { lazily } from '../lazily.ts'
import { isFormulaic } from '../lender.ts'
import { nearestRoot } from './nearestRoot.ts'
import type { RootOptions } from './nearestRoot.ts'
import type { Confirmation, NoRoot, Reversal } from './reversal.ts'
import type { Shock, World } from './shock.ts'
import { SHOCKS, SHOCK_IDS } from './shocks/index.ts'
import type { ShockId } from './shocks/index.ts'

export interface ReverseOptions {
  /** Default the study's first. */
  readonly scenario?: Scenario
  /** Default `ratio`. */
  readonly measure?: Measure
  /** Default 1 for the ratio, and what the study's verdict asks of the probability. */
  readonly level?: number
  /** Paths of each simulation of the search; default 2,000. */
  readonly paths?: number
  /** Told of every size that is tried. */
  readonly onSize?: (shock: ShockId, size: number) => void
}

/** Paths of a search: enough for conditional means, which vary with the factors alone. */
const SEARCH_PATHS = 2000

/**
 * Reverse stress (MODEL §8): the size of a shock, on top of a scenario, at which a schedule's coverage is at a level, nearest to today's
 * size. All sizes have the same random numbers.
 *
 * The ratio is searched for on conditional means (`lln`), the probability on their conditional distributions (`clt`); both on fewer drawn
 * paths (`exact`) where a strategy watches its borrowers or binds them in groups, of which means know nothing. Prices are tried on the
 * drawn outcomes themselves. Drawn defaults then confirm the root once.
 *
 * @throws {RangeError} when the shock cannot act on the scenario, or a size of it leaves nobody to lend to
 * @throws the signal's reason when aborted
 */
export async function reverse(
  cases: SimulatedCases,
  schedule: Schedule,
  shock: ShockId,
  options: ReverseOptions = {},
): Promise<Reversal> {
  const search = searchOf(cases, schedule, options)
  const refusal = SHOCKS[shock].refusal(search.world)
  if (refusal) throw new RangeError(`shock ${shock}: ${refusal.en}`)
  return search.end(reverseOne(search, shock))
}

/** {@link reverse} for every shock; those that cannot act have no root. */
export async function reverseAll(
  cases: SimulatedCases,
  schedule: Schedule,
  options: ReverseOptions = {},
): Promise<Reversal[]> {
  const search = searchOf(cases, schedule, options)
  const all = async (): Promise<Reversal[]> => {
    const reversals: Reversal[] = []
    for (const shock of SHOCK_IDS) {
      const text = SHOCKS[shock].refusal(search.world)
      reversals.push(text ? withoutRoot(search, shock, { kind: 'refused', text }) : await reverseOne(search, shock))
    }
    return reversals
  }
  return search.end(all())
}

/** What the shocks of a scenario have in common. */
interface Search {
  readonly cases: SimulatedCases
  readonly schedule: Schedule
  readonly world: World
  readonly measure: Measure
  readonly level: number
  readonly onSize: (shock: ShockId, size: number) => void
  /** How outcomes are simulated to search for a root, and to confirm it. */
  readonly quick: SimulationSettings
  readonly exact: SimulationSettings
  /** Drawn outcomes of the scenario as it is. */
  readonly drawn: () => Promise<PricingCase>
  /** Waits for the work, and gives back the memory that it took. */
  readonly end: <T>(work: Promise<T>) => Promise<T>
}

function searchOf(cases: SimulatedCases, schedule: Schedule, options: ReverseOptions): Search {
  const { study, prepared, choice } = cases
  const { simulation, verdict } = study
  const { scenario = study.scenarios[0]!, measure = 'ratio', paths = SEARCH_PATHS, onSize = () => undefined } = options
  const { level = measure === 'ratio' ? 1 : verdict.coverageProbability } = options
  const { strategy, lender } = prepared.lendings[choice.strategy]!
  const { correlation } = simulation
  const exact = { ...simulation, fidelity: 'exact', targetError: null, tail: null } as const
  const fidelity = !isFormulaic(lender) ? 'exact' : measure === 'ratio' ? 'lln' : 'clt'
  const known = simulation.fidelity === 'exact' ? cases.cases.find((one) => one.scenario === scenario) : undefined
  const owned: PricingCase[] = []
  const simulated = async (): Promise<PricingCase> => {
    const drawn = await cases.simulateIn(scenario, exact)
    owned.push(drawn)
    return drawn
  }
  return {
    cases,
    schedule,
    world: { book: prepared.book, strategy, scenario, correlation, loadingScale: 1 },
    measure,
    level,
    onSize,
    quick: { ...exact, fidelity, paths },
    exact,
    drawn: lazily(() => (known ? Promise.resolve(known) : simulated())),
    end: async (work) => {
      try {
        return await work
      } finally {
        for (const drawn of owned) cases.release(drawn)
      }
    },
  }
}

async function reverseOne(search: Search, id: ShockId): Promise<Reversal> {
  const { world, onSize } = search
  const shock = SHOCKS[id]
  const today = shock.today(world)
  const trial = shock.acts === 'prices' ? await priceTrial(search, shock) : outcomeTrial(search, shock)
  const tried = new Map<number, Coverage>()
  const margin = async (size: number): Promise<number> => {
    onSize(id, size)
    const found = await trial.at(size)
    tried.set(size, found)
    const { value, standardError } = found.margin
    return Math.abs(value) <= trial.negligible * standardError ? 0 : value
  }
  const found = await nearestRoot(margin, shock.sizes, today, trial.search)
  if (!found) return withoutRoot(search, id, reasonOf(shock, [...tried.values()]))
  const { root, slope } = found
  const atRoot = tried.get(root)!
  return {
    ...about(search, id),
    root,
    standardError: slope === 0 ? null : atRoot.margin.standardError / Math.abs(slope),
    fidelity: trial.fidelity,
    confirmed: await confirm(search, shock, root, atRoot),
    reason: null,
  }
}

const about = (
  { world, measure, level }: Search,
  shock: ShockId,
): Pick<Reversal, 'shock' | 'scenario' | 'measure' | 'level' | 'today'> => ({
  shock,
  scenario: world.scenario.id,
  measure,
  level,
  today: SHOCKS[shock].today(world),
})

const withoutRoot = (search: Search, shock: ShockId, reason: NoRoot): Reversal => ({
  ...about(search, shock),
  ...(reason.kind === 'refused' ? { today: null } : {}),
  root: null,
  standardError: null,
  fidelity: SHOCKS[shock].acts === 'prices' ? 'exact' : search.quick.fidelity,
  confirmed: null,
  reason,
})

function reasonOf({ sizes }: Shock, tried: readonly Coverage[]): NoRoot {
  const margins = tried.map(({ margin }) => margin.value)
  if (margins.every((value) => value === margins[0])) return { kind: 'noEffect' }
  return { kind: margins[0]! > 0 ? 'above' : 'below', from: sizes[0]!, to: sizes.at(-1)! }
}

/** How coverage is found at a size of a shock. */
interface Trial {
  readonly fidelity: Fidelity
  readonly search: RootOptions
  /** A margin of so many standard errors counts as none. */
  readonly negligible: number
  readonly at: (size: number) => Promise<Coverage>
}

/** New outcomes at every size. Drawn ones jump from size to size, so that their slope is taken over a whole step. */
function outcomeTrial(search: Search, shock: Shock): Trial {
  const { world, quick } = search
  const isDrawn = quick.fidelity === 'exact'
  return {
    fidelity: quick.fidelity,
    search: isDrawn ? { tolerance: 1e-3, slopeStep: 1 } : { tolerance: 1e-5, slopeStep: 0.05 },
    negligible: 0.01,
    at: (size) => simulatedCoverage(search, shock.apply(world, size), quick),
  }
}

/** The same drawn outcomes at every size. */
async function priceTrial({ schedule, world, measure, level, drawn }: Search, shock: Shock): Promise<Trial> {
  const { cube, inputs } = await drawn()
  const judged = inputs(schedule)
  return {
    fidelity: 'exact',
    search: { tolerance: 1e-12, slopeStep: 0.05 },
    negligible: 0,
    at: (size) => {
      const { scenario } = shock.apply(world, size)
      const shocked = { ...judged, economics: economics(judged.schedule, scenario, cube.years) }
      return Promise.resolve(coverage(shocked, measure, level))
    },
  }
}

async function simulatedCoverage(
  { cases, schedule, measure, level }: Search,
  { scenario, loadingScale }: World,
  settings: SimulationSettings,
): Promise<Coverage> {
  const outcomes = await cases.simulateIn(scenario, settings, loadingScale)
  const found = coverage(outcomes.inputs(schedule), measure, level)
  cases.release(outcomes)
  return found
}

/** @param searched  coverage at the root as the search found it */
async function confirm(search: Search, shock: Shock, root: number, searched: Coverage): Promise<Confirmation> {
  const { exact, world, level, cases } = search
  const isPrice = shock.acts === 'prices'
  const { value, standardError } = isPrice ? searched : await simulatedCoverage(search, shock.apply(world, root), exact)
  const { confidence } = cases.study.verdict
  const reach = tQuantile((1 + confidence) / 2, exact.replicates - 1)
  const error = isPrice ? (standardError ?? 0) : Math.hypot(standardError ?? 0, searched.standardError ?? 0)
  return {
    value,
    standardError,
    paths: Math.ceil(exact.paths / exact.replicates) * exact.replicates,
    holds: value !== null && Math.abs(value - level) <= reach * error,
  }
}
