import type { PricingCase } from '../../models/judge/pricingCase.ts'
import { answerer } from '../../models/reprice/answerer.ts'
import { ofLoans, withLoans } from '../../models/reprice/bookSize.ts'
import type { RiskChanges } from '../../models/reprice/riskChanges.ts'
import type { Repriced } from '../../models/reprice/terms.ts'
import { toRepriced } from '../../models/reprice/toRepriced.ts'
import type { Schedule } from '../../models/schedule.ts'
import type { SimulationSettings, Study } from '../../models/study.ts'
import type { Text } from '../../models/text.ts'
import type { CaseChoice, SimulatedCases } from '../cases.ts'
import type { Shock, World } from '../reverse/shock.ts'
import { SHOCKS } from '../reverse/shocks/index.ts'

export interface RiskOptions {
  /** Default 2,000. */
  readonly paths?: number
}

/** Enough for means and variances given the factors, of which each path is a whole distribution. */
export const RISK_PATHS = 2000

/**
 * A schedule in one of the study's scenarios under other risk parameters, by conditional means and variances (`clt`). The outcomes of the
 * last changes are kept, so that other schedules and other numbers of loans under the same are judged at once.
 *
 * @throws {RangeError} when the study has no such scenario, a change is out of its range or cannot act on the scenario, or the strategy is one
 *   of {@link riskRefusal}
 * @throws the signal's reason when aborted
 */
export async function riskCase(
  cases: SimulatedCases,
  schedule: Schedule,
  scenarioId: string,
  risk: RiskChanges,
  { paths = RISK_PATHS }: RiskOptions = {},
): Promise<Repriced> {
  requireRanges(risk)
  const refusal = riskRefusal(cases.study, cases.choice)
  if (refusal) throw new RangeError(`riskCase: ${refusal.en}`)
  const world = changedWorld(cases, scenarioId, risk)
  const { simulation } = cases.study
  const settings = { ...simulation, fidelity: 'clt', paths, targetError: null, tail: null } as const
  const outcomes = await outcomesIn(cases, world, settings)
  const inputs = outcomes.inputs(schedule)
  // A scenario may lend to a few more or fewer of the book's firms.
  const { loans } = cases.prepared.lendings[cases.choice.strategy]!
  const times = risk.loans === null ? 1 : risk.loans / loans.count
  const cube = withLoans(inputs.cube, times)
  return ofLoans(toRepriced(scenarioId, answerer(cube)({ ...inputs, cube })), times)
}

/** Why risk parameters cannot be tried on a study's strategy; null where they can. */
export function riskRefusal({ strategies }: Study, { strategy }: CaseChoice): Text | null {
  const { monitoring, renewal, jointLiability } = strategies[strategy]!
  return monitoring || renewal || jointLiability
    ? {
        en: 'alarms, renewal decisions and joint liability act on single defaults, of which the quick method knows nothing',
        zh: '预警、续贷决定与联保作用于单笔违约，快速方法无法反映',
      }
    : null
}

function requireRanges({ pdMultiple, assetCorrelation, lgdAdd, loans }: RiskChanges): void {
  if (!(pdMultiple > 0 && pdMultiple < Infinity))
    throw new RangeError(`riskCase: pdMultiple must be > 0, got ${pdMultiple}`)
  if (assetCorrelation !== null && !(assetCorrelation >= 0 && assetCorrelation <= 0.9))
    throw new RangeError(`riskCase: assetCorrelation must be in [0, .9], got ${assetCorrelation}`)
  if (!(lgdAdd >= -1 && lgdAdd <= 1)) throw new RangeError(`riskCase: lgdAdd must be in [-1, 1], got ${lgdAdd}`)
  if (loans !== null && !(loans >= 1 && loans < Infinity))
    throw new RangeError(`riskCase: loans must be >= 1, got ${loans}`)
}

function changedWorld(
  { study, prepared, choice }: SimulatedCases,
  scenarioId: string,
  { pdMultiple, lgdAdd, assetCorrelation }: RiskChanges,
): World {
  const scenario = study.scenarios.find(({ id }) => id === scenarioId)
  if (!scenario) throw new RangeError(`riskCase: the study has no scenario "${scenarioId}"`)
  const { strategy } = prepared.lendings[choice.strategy]!
  const { correlation } = study.simulation
  const today: World = { book: prepared.book, strategy, scenario, correlation, loadingScale: 1 }
  const changed = (world: World, shock: Shock, size: number): World => {
    if (size === shock.today(world)) return world
    const refusal = shock.refusal(world)
    if (refusal) throw new RangeError(`riskCase: ${shock.id}: ${refusal.en}`)
    return shock.apply(world, size)
  }
  const worse = changed(changed(today, SHOCKS.pdMultiple, pdMultiple), SHOCKS.lgd, lgdAdd)
  return assetCorrelation === null ? worse : changed(worse, SHOCKS.assetCorrelation, assetCorrelation)
}

/** The outcomes last asked for. */
interface Latest {
  readonly key: string
  readonly outcomes: Promise<PricingCase>
}

const latest = new WeakMap<SimulatedCases, Latest>()

/** Outcomes in a world; those of the world before are given up once whoever waits for them has judged them. */
function outcomesIn(cases: SimulatedCases, world: World, settings: SimulationSettings): Promise<PricingCase> {
  const { scenario, loadingScale } = world
  const key = JSON.stringify([scenario.id, scenario.shocks, loadingScale, settings])
  const known = latest.get(cases)
  if (known?.key === key) return known.outcomes
  const outcomes = cases.simulateIn(scenario, settings, loadingScale)
  latest.set(cases, { key, outcomes })
  known?.outcomes.then(cases.release).catch(() => undefined)
  outcomes.catch(() => latest.delete(cases))
  return outcomes
}
