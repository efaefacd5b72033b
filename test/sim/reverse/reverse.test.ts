import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judge } from '../../../models/judge/judge.ts'
import type { Scenario } from '../../../models/scenario.ts'
import type { Schedule } from '../../../models/schedule.ts'
import type { SimulationSettings, Study } from '../../../models/study.ts'
import { readStudy } from '../../../scenarios/index.ts'
import { simulateCases } from '../../../sim/cases.ts'
import type { SimulatedCases } from '../../../sim/cases.ts'
import { reverse, reverseAll } from '../../../sim/reverse/reverse.ts'
import type { World } from '../../../sim/reverse/shock.ts'
import { SHOCKS, SHOCK_IDS } from '../../../sim/reverse/shocks/index.ts'
import type { ShockId } from '../../../sim/reverse/shocks/index.ts'

const PATHS = 60

/** The committee's study with few firms and years, many of them in guarantees, and a schedule so thin that every shock can break it. */
async function smallStudy(strategies: readonly string[] = []): Promise<Study> {
  const study = await readStudy(strategies.length > 0 ? 'strategies' : 'committee', { paths: 400 })
  const [book] = study.books
  if (book?.kind !== 'synthetic') throw new Error('the book must be synthetic')
  const guarantees = book.guarantees && { ...book.guarantees, share: 0.6 }
  const small = { ...book, size: { loans: 300 }, guarantees }
  return {
    ...study,
    books: [{ ...small, vary: {} }],
    strategies: strategies.length > 0 ? study.strategies.filter(({ id }) => strategies.includes(id)) : study.strategies,
    schedules: study.schedules.map((schedule) => ({ ...schedule, crossIncome: 'observed' as const })),
    simulation: { ...study.simulation, horizonMonths: 12, replicates: 4, paths: 400 },
  }
}

/** The schedule with all rates moved so that its ratio is the one given. */
function withRatio(cases: SimulatedCases, schedule: Schedule, ratio: number): Schedule {
  const moved = (shift: number): Schedule => ({ ...schedule, rates: schedule.rates!.map((rate) => rate + shift) })
  const ratioAt = (shift: number): number => judge(cases.cases[0]!.inputs(moved(shift))).figures.coverageRatio!
  let [low, high] = [-0.05, 0.05]
  for (let step = 0; step < 20; step++) {
    const middle = (low + high) / 2
    if (ratioAt(middle) < ratio) low = middle
    else high = middle
  }
  return moved(low)
}

let cases: SimulatedCases
let baseline: Scenario
let thin: Schedule
let world: World

beforeAll(async () => {
  const study = await smallStudy()
  baseline = study.scenarios[0]!
  cases = await simulateCases(study, { scenarios: [baseline] })
  thin = withRatio(cases, study.schedules[0]!, 1.04)
  const { book, lendings } = cases.prepared
  world = { book, strategy: lendings[0]!.strategy, scenario: baseline, correlation: 'model', loadingScale: 1 }
}, 60_000)

afterAll(() => cases.close())

const settings = (fidelity: SimulationSettings['fidelity'], paths: number): SimulationSettings => ({
  ...cases.study.simulation,
  fidelity,
  paths,
})

/** The ratio, or the probability, in a full judgement of the world under a shock. */
async function judged(
  shock: ShockId,
  size: number,
  figure: 'coverageRatio' | 'coverageProbability',
  { fidelity, paths }: SimulationSettings,
): Promise<number> {
  const { scenario, loadingScale } = SHOCKS[shock].apply(world, size)
  const outcomes = await cases.simulateIn(scenario, settings(fidelity, paths), loadingScale)
  const { figures } = judge(outcomes.inputs(thin))
  cases.release(outcomes)
  return figures[figure]!
}

/** The steps of a grid in which a figure crosses a level. */
async function crossings(
  grid: readonly number[],
  level: number,
  at: (size: number) => Promise<number>,
): Promise<(readonly [number, number])[]> {
  const values: number[] = []
  for (const size of grid) values.push(await at(size))
  return grid
    .slice(1)
    .flatMap((to, i) => ((values[i]! - level) * (values[i + 1]! - level) <= 0 ? [[grid[i]!, to] as const] : []))
}

const gridOf = (from: number, to: number, steps: number): number[] =>
  Array.from({ length: steps + 1 }, (_, i) => from + ((to - from) * i) / steps)

/** Grids that hold the thin schedule's root. */
const GRIDS = {
  pdMultiple: gridOf(1, 1.2, 10),
  factorMean: gridOf(-1, 0, 10),
  lgd: gridOf(0, 0.1, 10),
  collateralPrice: gridOf(-0.4, 0, 10),
  funding: gridOf(0, 0.005, 20),
  loanRate: gridOf(-0.005, 0, 20),
  depositVolume: gridOf(-0.4, 0, 20),
  linkProbability: gridOf(0.1, 0.3, 10),
  fraudShare: gridOf(0.03, 0.08, 10),
} as const

describe('a reverse stress', { timeout: 120_000 }, () => {
  test.each(Object.keys(GRIDS) as (keyof typeof GRIDS)[])(
    'on %s finds the ratio of 1 where a grid of full judgements does',
    async (shock) => {
      const { root, standardError, confirmed, fidelity } = await reverse(cases, thin, shock, { paths: PATHS })
      const isPrice = SHOCKS[shock].acts === 'prices'
      expect(fidelity).toBe(isPrice ? 'exact' : 'lln')
      const sample = isPrice ? settings('exact', 400) : settings('lln', PATHS)
      const found = await crossings(GRIDS[shock], 1, (size) => judged(shock, size, 'coverageRatio', sample))
      expect(found).toHaveLength(1)
      const [[low, high]] = found as [readonly [number, number]]
      expect(root).toBeGreaterThanOrEqual(low)
      expect(root).toBeLessThanOrEqual(high)
      expect(standardError).toBeGreaterThan(0)
      expect(confirmed).toMatchObject({ paths: 400, holds: true })
      expect(confirmed!.value).toBe(await judged(shock, root!, 'coverageRatio', settings('exact', 400)))
    },
  )

  test('its standard error is that of the measure at the root over its slope', async () => {
    const { root, standardError } = await reverse(cases, thin, 'pdMultiple', { paths: PATHS })
    const at = async (size: number) => {
      const outcomes = await cases.simulateIn(SHOCKS.pdMultiple.apply(world, size).scenario, settings('lln', PATHS))
      const { figures, standardErrors } = judge(outcomes.inputs(thin))
      return { value: figures.coverageRatio!, error: Number(standardErrors['coverageRatio']) }
    }
    const [below, here, above] = [await at(root! - 0.01), await at(root!), await at(root! + 0.01)]
    const slope = (above.value - below.value) / 0.02
    expect(standardError! / (here.error / Math.abs(slope))).toBeCloseTo(1, 1)
  })

  test('of funding is the surplus over what funds loans and not deposits, in closed form', async () => {
    const { root, confirmed } = await reverse(cases, thin, 'funding')
    const { cube, inputs } = cases.cases[0]!
    const { figures } = judge(inputs(thin))
    const yearly = (values: Float64Array): number => {
      // Contracts signed before month 0 keep the rates of their day.
      const signed = values.subarray(cube.paths)
      return signed.reduce((sum, value) => sum + value, 0) / cube.paths
    }
    const exposed = (1 - thin.costs.capitalRatio) * yearly(cube.funded) - yearly(cube.deposits)
    const surplus = (figures.surplus * figures.balance * cube.horizonMonths) / 12
    expect(root! / (surplus / exposed)).toBeCloseTo(1, 9)
    expect(confirmed!.value).toBeCloseTo(1, 9)
  })

  test('on the asset correlation finds where the probability is at a level, on conditional distributions', async () => {
    const probability = (size: number) =>
      judged('assetCorrelation', size, 'coverageProbability', settings('clt', PATHS))
    const [low, high] = [await probability(0.1), await probability(0.3)]
    const level = (low + high) / 2
    const options = { measure: 'probability', level, paths: PATHS } as const
    const reversal = await reverse(cases, thin, 'assetCorrelation', options)
    expect(reversal).toMatchObject({ shock: 'assetCorrelation', measure: 'probability', level, fidelity: 'clt' })
    expect(reversal.today).toBeCloseTo(0.05, 6)
    const found = await crossings(gridOf(0.02, 0.4, 19), level, probability)
    expect(found.some(([from, to]) => reversal.root! >= from && reversal.root! <= to)).toBe(true)
    const nearest = found.map(([from]) => Math.abs(from - reversal.today!)).sort((a, b) => a - b)[0]!
    expect(Math.abs(reversal.root! - reversal.today!)).toBeLessThan(nearest + 0.02)
  })

  test('asks of the probability what the verdict asks, and says why there is no root', async () => {
    const { level, root, reason, confirmed, standardError } = await reverse(cases, thin, 'depositVolume', {
      measure: 'probability',
    })
    expect(level).toBe(cases.study.verdict.coverageProbability)
    expect({ root, confirmed, standardError }).toEqual({ root: null, confirmed: null, standardError: null })
    expect(reason).toEqual({ kind: 'below', from: -1, to: 1 })
    const uncounted: Schedule = { ...thin, crossIncome: 'none' }
    expect((await reverse(cases, uncounted, 'depositVolume')).reason).toEqual({ kind: 'noEffect' })
  })

  test('is refused where the shock cannot act, and told so among all', async () => {
    const severe = cases.study.scenarios.find(({ id }) => id === 'severe_downturn')!
    await expect(reverse(cases, thin, 'factorMean', { scenario: severe })).rejects.toThrow(
      'shock factorMean: the scenario has a PD multiple other than 1',
    )
    const all = await reverseAll(cases, thin, { paths: 20 })
    expect(all.map(({ shock }) => shock)).toEqual(SHOCK_IDS)
    const alone = await reverse(cases, thin, 'lgd', { paths: 20 })
    expect(all.find(({ shock }) => shock === 'lgd')).toEqual(alone)
  })
})

test('a strategy that watches its borrowers is stressed on drawn defaults', { timeout: 120_000 }, async () => {
  const study = await smallStudy(['citic-trade', 'citic-plus-settlement'])
  const watching = study.strategies.findIndex(({ monitoring }) => monitoring !== null)
  expect(watching).toBeGreaterThanOrEqual(0)
  const [scenario] = study.scenarios
  const watched = await simulateCases(study, { scenarios: [scenario!], choice: { book: 0, strategy: watching } })
  try {
    const schedule = withRatio(watched, study.schedules[0]!, 1.1)
    const { root, fidelity, confirmed } = await reverse(watched, schedule, 'pdMultiple', { scenario, paths: 400 })
    expect(fidelity).toBe('exact')
    expect(root).toBeGreaterThan(1)
    // The search has the paths of the confirmation here, whose ratio jumps from size to size.
    expect(confirmed!.value).toBeCloseTo(1, 1)
    expect(confirmed!.holds).toBe(true)
  } finally {
    await watched.close()
  }
})
