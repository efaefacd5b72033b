import loadHighs from 'highs'
import type { LegacyHighs } from 'highs'
import { beforeAll, describe, expect, test } from 'vitest'
import { judge } from '../../../models/judge/judge.ts'
import { pathMoney } from '../../../models/judge/pathMoney.ts'
import type { PricingCase } from '../../../models/judge/pricingCase.ts'
import { alternatives } from '../../../models/optimise/alternatives.ts'
import { gradeLines } from '../../../models/optimise/gradeLines.ts'
import { meanEarned } from '../../../models/optimise/meanEarned.ts'
import { nearestSchedule } from '../../../models/optimise/nearestSchedule.ts'
import type { Optimised } from '../../../models/optimise/optimised.ts'
import { programmeOf } from '../../../models/optimise/programme.ts'
import type { Programme } from '../../../models/optimise/programme.ts'
import { distanceOf } from '../../../models/optimise/scheduleCost.ts'
import { shadowPrices } from '../../../models/optimise/shadowPrices.ts'
import { columnRates } from '../../../models/price.ts'
import { underTerms } from '../../../models/reprice/terms.ts'
import type { Schedule } from '../../../models/schedule.ts'
import type { CoverageGoal, OptimiseSettings, Study } from '../../../models/study.ts'
import { cellAt, cellKey } from '../../../models/types.ts'
import { highsSolver } from '../../../sim/optimise/highsSolver.ts'
import { casesOfGoals, optimiseCases } from '../../../sim/optimise/optimiseCases.ts'
import { UNLIMITED, casesIn, expected, littleCommittee, probability, untaxed, worst } from './littleCommittee.ts'

const SCENARIOS = ['baseline', 'mild_downturn', 'severe_downturn', 'nim_squeeze']

let study: Study
let schedule: Schedule
let cases: readonly PricingCase[]

beforeAll(async () => {
  study = await littleCommittee()
  schedule = study.schedules[0]!
  cases = await casesIn(study, SCENARIOS)
})

const settingsOf = (
  scenarios: readonly CoverageGoal[],
  over: Partial<Omit<OptimiseSettings, 'scenarios'>> = {},
): OptimiseSettings => ({ ...UNLIMITED, ...over, scenarios })

const programme = (settings: OptimiseSettings, stated = schedule): Programme =>
  programmeOf(settings, casesOfGoals(cases, settings).map((one) => one.inputs(stated))) // prettier-ignore

const changes = ({ schedule: rates }: Optimised): number[] => rates.map(({ from, rate }) => rate - from)

/** Rates of the cells, along each line from the best grade to the worst. */
const lines = ({ schedule: rates }: Optimised): number[][] => {
  const cells = [...cases[0]!.cube.cells]
  expect(rates.map(({ cell }) => cell)).toEqual(cells.map((index) => cellKey(cellAt(index))))
  return gradeLines(cells).map((line) => line.map((k) => rates[k]!.rate))
}

describe('the nearest covering schedule', () => {
  test('in one scenario, with even weights, no limits and no VAT, is today’s shifted by what is short', async () => {
    const found = await optimiseCases(cases, untaxed(schedule), settingsOf([expected('severe_downturn')]))
    const [goal] = found.scenarios
    expect(goal!.before).toBeLessThan(-0.001)
    for (const change of changes(found)) expect(change).toBeCloseTo(-goal!.before, 13)
    expect(found.cost!.distance).toBeCloseTo(-goal!.before, 13)
  })

  test('by risk moves each rate in proportion to its expected loss instead', async () => {
    const by = settingsOf([expected('severe_downturn')], { weights: 'byRisk' })
    const found = await optimiseCases(cases, { ...untaxed(schedule), cap: 2 }, by)
    const { expectedLoss } = programme(by)
    const lossy = [...expectedLoss.keys()].filter((k) => expectedLoss[k]! > 0.001)
    const multiples = lossy.map((k) => changes(found)[k]! / expectedLoss[k]!)
    expect(lossy.length).toBeGreaterThan(20)
    for (const multiple of multiples) expect(multiple / multiples[0]!).toBeCloseTo(1, 9)
    expect(Math.abs(found.scenarios[0]!.after!)).toBeLessThan(1e-12)
  })

  test('of the committee’s goals has a Karush–Kuhn–Tucker residual under 1e-8, and covers as the verdict counts', async () => {
    const found = await optimiseCases(cases, schedule, study.optimise)
    expect(found).toMatchObject({ status: 'optimal', binding: ['baseline'], conflicts: [], heuristic: false })
    expect(found.residual).toBeLessThan(1e-8)
    expect(found.scenarios.map(({ name, coverage, level }) => [name, coverage, level])).toEqual([
      ['baseline', 'conditionalValueAtRisk', 0.95],
      ['mild_downturn', 'expected', null],
    ])
    const priced = underTerms(schedule, { ...schedule, rates: found.rates! })
    const inputs = casesOfGoals(cases, study.optimise).map((one) => one.inputs(priced))
    const [baseline, mild] = inputs.map((one) => judge(one).figures)
    expect(found.scenarios[1]!.after).toBeCloseTo(mild!.surplus, 12)
    expect(found.cost!.yieldRise[0]!.rise).toBeCloseTo(
      baseline!.portfolioYield - judge(cases[0]!.inputs(schedule)).figures.portfolioYield,
      12,
    )
    expect(found.scenarios.every(({ after }) => after! > -1e-12)).toBe(true)
  })

  test('is today’s where that covers already', async () => {
    const found = await optimiseCases(cases, schedule, settingsOf([expected('mild_downturn')]))
    expect(found).toMatchObject({ status: 'optimal', binding: [], shadowPrices: [], residual: 0 })
    expect(changes(found).every((change) => change === 0)).toBe(true)
    expect(found.rates).toEqual(schedule.rates)
  })

  test('near the required rates is those, for expected coverage where they are required', async () => {
    const found = await optimiseCases(cases, schedule, settingsOf([expected('severe_downturn')], { start: 'required' }))
    const capped = found.schedule.filter(({ rate }) => rate === schedule.cap)
    const { figures } = judge(cases.find(({ scenario }) => scenario.id === 'severe_downturn')!.inputs(schedule))
    const required = new Map(figures.cells.map(({ cell, requiredRate }) => [cell, requiredRate]))
    expect(capped.length).toBeGreaterThan(0)
    const largest = Math.max(...found.schedule.filter(({ rate }) => rate < schedule.cap).map(({ cell, rate }) => rate - required.get(cell)!)) // prettier-ignore
    expect(largest).toBeGreaterThan(0)
    const lifted = { ...schedule, cap: 2 }
    const free = await optimiseCases(cases, lifted, settingsOf([expected('severe_downturn')], { start: 'required' }))
    for (const { cell, rate } of free.schedule) expect(rate).toBeCloseTo(required.get(cell)!, 9)
  })

  test('never pays less for a worse grade where the order is asked for, and keeps the whole table in order', async () => {
    const settings = settingsOf([worst('severe_downturn')], { start: 'required', monotone: true })
    const found = await optimiseCases(cases, schedule, settings)
    expect(found.residual).toBeLessThan(1e-8)
    expect(found.binding.some((name) => name.startsWith('monotone '))).toBe(true)
    for (const line of lines(found)) expect(line).toEqual(line.toSorted((a, b) => a - b))
    for (const line of gradeLines([...found.rates!.keys()])) {
      const rates = line.map((k) => found.rates![k]!)
      expect(rates).toEqual(rates.toSorted((a, b) => a - b))
    }
  })

  test('keeps the least and highest rate, the largest step and the limit of cross-subsidies', async () => {
    const cells = programme(settingsOf([expected('severe_downturn')])).required
    const step = settingsOf([expected('severe_downturn')], { largestStep: 0.015, weights: 'byRisk' })
    const stepped = await optimiseCases(cases, schedule, step)
    expect(Math.max(...changes(stepped))).toBeCloseTo(0.015, 13)
    const within = { minimumRate: 0.055, maximumRate: 0.08 }
    const bounded = await optimiseCases(cases, schedule, settingsOf([expected('mild_downturn')], within))
    expect(Math.min(...bounded.schedule.map(({ rate }) => rate))).toBeCloseTo(0.055, 13)
    const low = await optimiseCases(
      cases,
      schedule,
      settingsOf([expected('mild_downturn')], { maximumRate: 0.06, start: 'required' }),
    )
    expect(Math.max(...low.schedule.map(({ rate }) => rate))).toBe(0.06)
    const most = Math.max(...cells.map((rate) => rate - 0.15))
    const fair = settingsOf([expected('severe_downturn')], { maxCrossSubsidy: most })
    const subsidised = await optimiseCases(cases, schedule, fair)
    expect(subsidised.crossSubsidy!.largest).toBeCloseTo(most, 12)
    for (const { residual } of [stepped, bounded, low, subsidised]) expect(residual).toBeLessThan(1e-8)
  })

  test('starts from the rates that a formula offers, and fills the whole table', async () => {
    const formula: Schedule = { ...schedule, kind: 'incomeCoversRisk', rates: null }
    const found = await optimiseCases(cases, formula, settingsOf([worst('severe_downturn')], { monotone: true }))
    const { offered } = cases.find(({ scenario }) => scenario.id === 'severe_downturn')!.inputs(formula).cellRates
    expect(found.schedule.map(({ from }) => from)).toEqual([...offered])
    expect(found.rates!.every((rate) => rate > 0 && rate <= formula.cap)).toBe(true)
  })

  test('needs every goal’s scenario', async () => {
    await expect(optimiseCases(cases, schedule, settingsOf([expected('benign')]))).rejects.toThrow(
      `goal benign must be in a scenario simulated: ${SCENARIOS.join(', ')}`,
    )
  })
})

test('cuts lead to the schedule of the full programme, whose rows are all the paths', async () => {
  const little = await littleCommittee({ paths: 60, loans: 60 })
  const [baseline, severe] = await casesIn(little, ['baseline', 'severe_downturn'])
  const settings = settingsOf([worst('baseline', 0.88), worst('severe_downturn', 0.7)], { monotone: true })
  const found = await optimiseCases([baseline!, severe!], untaxed(schedule), settings)
  const inputs = [baseline!, severe!].map((one) => one.inputs(untaxed(schedule)))
  const { start, weights, limits, cells, cap } = programmeOf(settings, inputs)
  // its types are written for CommonJS
  const highs = await (loadHighs as unknown as () => Promise<LegacyHighs>)()
  const UNIT = 1e4
  const term = (factor: number, name: string): string => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}\n`
  const sum = (factors: ArrayLike<number>): string =>
    Array.from(factors, (f, k) => (f === 0 ? '' : term(f, `x${k}`))).join('')
  const rows = limits.map(({ slopes, least }) => `${sum(slopes)} >= ${least * UNIT}`)
  for (const [g, { cube, economics, schedule: costed, cellRates }] of inputs.entries()) {
    const rates = columnRates(cube.columns, cube.cells, cellRates.offered, economics, costed.cap)
    const { surplus } = pathMoney(cube, rates, economics, costed.costs)
    const earned = meanEarned(cube).reduce((a, b) => a + b, 0)
    // the mean of the worst (1 − level)·P paths is the largest t − Σ_p (t − surplus_p)⁺ ÷ ((1 − level)·P)
    for (let p = 0; p < cube.paths; p++) {
      const gains = new Float64Array(cells.length)
      for (const [k, { cell }] of cube.columns.entries())
        gains[cells.indexOf(cell)]! += (cube.fullEarned[k]! - cube.lostEarned[k * cube.paths + p]!) / earned
      rows.push(`${sum(gains)} + u${g}_${p} - t${g} >= ${(-surplus[p]! / earned) * UNIT}`)
    }
    const share = 1 / ((1 - settings.scenarios[g]!.level) * cube.paths)
    rows.push(`t${g} ${Array.from({ length: cube.paths }, (_, p) => term(-share, `u${g}_${p}`)).join('')} >= 0`)
  }
  // so large that the 1e-7 which the solver adds to every square does not show
  const squares = Array.from(weights, (w, k) => `+ ${1e4 * w} x${k} ^2`).join('\n')
  const free = [...Array.from(cells, (_, k) => `x${k} free`), 't0 free', 't1 free'].join('\n')
  const text = `Minimize\nobj: [ ${squares} ] / 2\nSubject To\n${rows.map((row, i) => `r${i}: ${row}`).join('\n')}\nBounds\n${free}\nEnd`
  const solution = highs.solve(text, { output_flag: false })
  expect(solution.Status).toBe('Optimal')
  const full = start.map((rate, k) => rate + (solution.Columns[`x${k}`] as { Primal: number }).Primal / UNIT)
  expect(found.binding).toEqual(expect.arrayContaining(['severe_downturn']))
  expect(Math.max(...full)).toBeLessThan(cap)
  // the solver's own tolerance
  for (const [k, { rate }] of found.schedule.entries()) expect(Math.abs(rate - full[k]!)).toBeLessThan(1e-8)
})

describe('a goal by figures that a committee names', () => {
  const judged = (scenario: string, rates: readonly number[]) =>
    judge(cases.find((one) => one.scenario.id === scenario)!.inputs(underTerms(schedule, { ...schedule, rates })))
      .figures

  test('may be a coverage ratio, which the schedule then has', async () => {
    const found = await optimiseCases(cases, schedule, settingsOf([expected('mild_downturn', 1.5)]))
    const [goal] = found.scenarios
    expect(goal!.achieved.before).toBeCloseTo(judged('mild_downturn', schedule.rates!).coverageRatio!, 9)
    expect(goal!.achieved.after).toBeCloseTo(1.5, 9)
    expect(judged('mild_downturn', found.rates!).coverageRatio).toBeCloseTo(1.5, 9)
    expect(judged('mild_downturn', found.rounded!.rates!).coverageRatio).toBeGreaterThanOrEqual(1.5)
    expect(found.heuristic).toBe(false)
  })

  test('may be a coverage probability, which takes no more than a rise of all rates alike and less than its worst paths', async () => {
    const [found, tail] = await Promise.all(
      [probability('severe_downturn', 0.9), worst('severe_downturn', 0.9)].map((goal) =>
        optimiseCases(cases, schedule, settingsOf([goal])),
      ),
    )
    const { before, after } = found!.scenarios[0]!.achieved
    expect(before).toBe(judged('severe_downturn', schedule.rates!).coverageProbability)
    expect(after).toBe(0.9)
    expect(judged('severe_downturn', found!.rounded!.rates!).coverageProbability).toBeGreaterThanOrEqual(0.9)
    expect(found!.heuristic).toBe(true)
    const uniform = found!.comparison.find(({ name }) => name === 'uniform')!.cost!.distance
    // the search is a heuristic: a hundredth of the way
    expect(found!.cost!.distance).toBeLessThan(1.01 * uniform)
    expect(found!.cost!.distance).toBeLessThan(0.9 * tail!.cost!.distance)
  })
})

describe('a schedule in whole basis points', () => {
  const moves = ({ rounded }: Optimised): number[] => rounded!.schedule.map(({ from, rate }) => (rate - from) * 1e4)
  const ratioToday = () => programme(settingsOf([expected('mild_downturn')])).goals[0]!.at(
    Float64Array.from(cases[0]!.inputs(schedule).cellRates.offered), schedule.cap).achieved! // prettier-ignore

  test('meets the goals and limits, no rate a basis point off', async () => {
    const goals = [expected('severe_downturn'), worst('baseline')]
    const settings = settingsOf(goals, { monotone: true, largestStep: 0.0155, weights: 'byRisk' })
    const { rounded, schedule: exact } = await optimiseCases(cases, schedule, settings)
    for (const [k, { rate, from }] of rounded!.schedule.entries()) {
      expect(Math.abs(rate * 1e4 - Math.round(rate * 1e4))).toBeLessThan(1e-9)
      expect(Math.abs(rate - exact[k]!.rate)).toBeLessThan(1e-4)
      expect(rate - from).toBeLessThan(0.0155 + 1e-12)
    }
    for (const { after } of rounded!.scenarios) expect(after).toBeGreaterThanOrEqual(0)
    const table = new Map(rounded!.schedule.map(({ cell, rate }) => [cell, rate]))
    const cells = [...cases[0]!.cube.cells]
    for (const line of gradeLines(cells)) {
      const rates = line.map((k) => table.get(cellKey(cellAt(cells[k]!)))!)
      expect(rates).toEqual([...rates].sort((a, b) => a - b))
    }
  })

  test('leaves most cells alone where a fifth of a basis point is short', async () => {
    // a basis point is worth some .015 of this ratio
    const found = await optimiseCases(cases, schedule, settingsOf([expected('mild_downturn', ratioToday() + 0.0025)]))
    expect(found.cost!.largestChange).toBeLessThan(5e-5)
    expect(changes(found).every((change) => change > 0)).toBe(true)
    const moved = moves(found).filter((move) => move !== 0)
    for (const move of moved) expect(move).toBeCloseTo(1, 9)
    expect(moved.length).toBeGreaterThan(0)
    expect(moved.length).toBeLessThan(0.5 * found.schedule.length)
    expect(found.rounded!.scenarios[0]!.after).toBeGreaterThanOrEqual(0)
  })
})

describe('a shadow price is the fall of the distance as its constraint is relaxed', () => {
  const STEP = 1e-7

  const priceOf = (p: Programme, constraint: string): number =>
    shadowPrices(p, nearestSchedule(p)!).find((one) => one.constraint === constraint)!.price
  const distance = (p: Programme): number => distanceOf(p, nearestSchedule(p)!.rates)
  /** Central difference of the distance as a programme is relaxed. */
  const saved = (relaxed: (by: number) => Programme): number =>
    (distance(relaxed(-STEP)) - distance(relaxed(STEP))) / (2 * STEP)

  test('for the surplus of each of two goals that bind', () => {
    const p = programme(settingsOf([worst('nim_squeeze', 0.94), expected('severe_downturn')], { weights: 'byRisk' }))
    const left = p.goals[0]!.at(nearestSchedule({ ...p, goals: p.goals.slice(1) })!.rates, p.cap).value
    // a hair more than the other goal leaves is asked of the first, so that both bind
    const both = (first: number, second: number): Programme => ({
      ...p,
      goals: p.goals.map((goal, g) => ({
        ...goal,
        at: (...args) => {
          const coverage = goal.at(...args)
          return { ...coverage, value: coverage.value + (g === 0 ? first - left - 1e-5 : second) }
        },
      })),
    })
    const prices = ['nim_squeeze', 'severe_downturn'].map((name) => priceOf(both(0, 0), name))
    expect(Math.min(...prices)).toBeGreaterThan(1e-4)
    expect(prices[0]).toBeCloseTo(
      saved((by) => both(by, 0)),
      6,
    )
    expect(prices[1]).toBeCloseTo(
      saved((by) => both(0, by)),
      6,
    )
  })

  const goals = [expected('severe_downturn')]

  test('for the largest step', () => {
    const p = (by: number) => programme(settingsOf(goals, { largestStep: 0.014 + by, weights: 'byRisk' }))
    expect(priceOf(p(0), 'largestStep')).toBeCloseTo(saved(p), 6)
    expect(priceOf(p(0), 'largestStep')).toBeGreaterThan(0.1)
  })

  test('for the highest and the least rate', () => {
    const highest = (by: number) => programme(settingsOf(goals, { maximumRate: 0.072 + by }))
    expect(priceOf(highest(0), 'maximumRate')).toBeCloseTo(saved(highest), 6)
    expect(priceOf(highest(0), 'maximumRate')).toBeGreaterThan(0.01)
    const least = (by: number) => programme(settingsOf(goals, { minimumRate: 0.065 - by }))
    expect(priceOf(least(0), 'minimumRate')).toBeCloseTo(saved(least), 6)
    expect(priceOf(least(0), 'minimumRate')).toBeGreaterThan(0.01)
  })

  test('for the limit of cross-subsidies and the order of the grades', () => {
    const fair = (by: number) => programme(settingsOf(goals, { maxCrossSubsidy: 0.1 + by }), { ...schedule, cap: 1 })
    expect(priceOf(fair(0), 'maxCrossSubsidy')).toBeCloseTo(saved(fair), 6)
    expect(priceOf(fair(0), 'maxCrossSubsidy')).toBeGreaterThan(0.1)
    const start = settingsOf(goals, { start: 'required', monotone: true })
    const p = programme(start, { ...schedule, cap: 2 })
    const loose = (by: number): Programme => ({
      ...p,
      settings: { ...p.settings, monotone: false },
      limits: p.limits.map((row) => (row.constraint === 'monotone' ? { ...row, least: row.least - by } : row)),
    })
    expect(priceOf(p, 'monotone')).toBeCloseTo(saved(loose), 6)
    expect(priceOf(p, 'monotone')).toBeGreaterThan(0.1)
  })

  test('for the cap, into which a scenario’s rise of loan rates runs before the rates offered do', () => {
    const risen: PricingCase[] = cases.map((one) => ({
      ...one,
      inputs: (stated) => {
        const inputs = one.inputs(stated)
        return { ...inputs, economics: { ...inputs.economics, loanRate: [0, 0.004, 0.004, 0.004] } }
      },
    }))
    const settings = settingsOf([expected('severe_downturn')], { weights: 'byRisk' })
    const p = (by: number) =>
      programmeOf(
        settings,
        casesOfGoals(risen, settings).map((one) => one.inputs({ ...schedule, cap: 0.072 + by })),
      )
    expect(priceOf(p(0), 'cap')).toBeCloseTo(saved(p), 6)
    expect(priceOf(p(0), 'cap')).toBeGreaterThan(0.01)
  })
})

describe('where no schedule meets every goal and limit', () => {
  test('the goal and the highest rate are named, each with what it would have to give', async () => {
    const settings = settingsOf([worst('baseline'), expected('mild_downturn')], { maximumRate: 0.055, monotone: true })
    const found = await optimiseCases(cases, schedule, settings)
    expect(found).toMatchObject({ status: 'infeasible', cost: null, schedule: [], rates: null, comparison: [] })
    expect(found.conflicts.map(({ constraint }) => constraint)).toEqual(['baseline', 'maximumRate'])
    const [goal, highest] = found.conflicts
    const [baseline] = programme(settings).goals
    const allAt = (rate: number) => baseline!.at(Float64Array.from(cases[0]!.cube.cells, () => rate), schedule.cap).value // prettier-ignore
    expect(goal!.alone).toBeCloseTo(-allAt(0.055), 9)
    expect(goal!.excess).toBeCloseTo(-allAt(0.055), 9)
    expect(allAt(0.055 + highest!.alone!)).toBeCloseTo(0, 9)
    expect(highest!.excess).toBe(0)
  })

  test('limits that exclude each other are told with what either would have to give, and no goal', async () => {
    const settings = settingsOf([worst('severe_downturn')], { minimumRate: 0.07, largestStep: 0.005 })
    const { status, conflicts } = await optimiseCases(cases, schedule, settings)
    expect(status).toBe('infeasible')
    const lowest = Math.min(...cases[0]!.inputs(schedule).cellRates.offered)
    expect(conflicts.map(({ constraint }) => constraint)).toEqual(['minimumRate', 'largestStep'])
    for (const { alone } of conflicts) expect(alone).toBeCloseTo(0.07 - lowest - 0.005, 9)
  })

  test('what must give together is told where nothing alone would do', async () => {
    const settings = settingsOf([worst('severe_downturn'), worst('nim_squeeze')], { largestStep: 0.001 })
    const { conflicts } = await optimiseCases(cases, schedule, settings)
    const ofGoals = conflicts.filter(({ constraint }) => constraint !== 'largestStep')
    const { alone: step } = conflicts.find(({ constraint }) => constraint === 'largestStep')!
    expect(ofGoals.length).toBeGreaterThan(0)
    for (const { alone, excess } of ofGoals) {
      expect(alone).toBeNull()
      expect(excess).toBeGreaterThan(0.001)
    }
    // less together than that one alone
    expect(conflicts.reduce((sum, { excess }) => sum + excess, 0)).toBeLessThan(step!)
  })
})

describe('other ways to the same goals', () => {
  test('are further away, and reach them exactly', async () => {
    const settings = settingsOf([expected('severe_downturn')], { maxCrossSubsidy: 0.2 })
    const found = await optimiseCases(cases, { ...schedule, cap: 0.5 }, settings)
    const [today, nearest, , uniform, byLoss, cheapest] = found.comparison
    expect(found.comparison.map(({ name }) => name)).toEqual([
      'today',
      'nearest',
      'rounded',
      'uniform',
      'byExpectedLoss',
      'cheapest',
    ])
    expect(today!.cost!.distance).toBe(0)
    expect(nearest!.cost).toEqual(found.cost)
    for (const other of [byLoss, cheapest]) expect(other!.cost!.distance).toBeGreaterThan(nearest!.cost!.distance)
    expect(uniform!.cost!.largestChange).toBeCloseTo(uniform!.cost!.meanChange, 12)
    const rise = ({ cost }: typeof nearest & object) => cost!.yieldRise[0]!.rise
    expect(rise(cheapest!)).toBeLessThan(rise(nearest!))
    expect(byLoss!.crossSubsidy!.total).toBeLessThan(uniform!.crossSubsidy!.total)
    expect(cheapest!.crossSubsidy!.largest).toBeLessThan(0.2 + 1e-9)
  })

  test('are the closed form of a uniform rise without VAT', async () => {
    const found = await optimiseCases(cases, untaxed(schedule), settingsOf([expected('severe_downturn')]))
    expect(found.comparison[3]!.cost!.distance).toBeCloseTo(-found.scenarios[0]!.before, 12)
  })

  test('may be out of reach, or degenerate without a limit of cross-subsidies', async () => {
    const low = programme(settingsOf([expected('severe_downturn')], { maximumRate: 0.05 }))
    expect(alternatives(low, await highsSolver())).toEqual({
      uniform: { reason: 'outOfReach' },
      byExpectedLoss: { reason: 'outOfReach' },
      cheapest: { reason: 'degenerate' },
    })
  })
})

describe('under VAT method 1', () => {
  const stepped = (): Schedule => ({ ...schedule, costs: { ...schedule.costs, vatMethod: 1 } })

  test('a schedule that covers is found, and marked as by a heuristic', async () => {
    const found = await optimiseCases(cases, stepped(), settingsOf([expected('severe_downturn')], { monotone: true }))
    expect(found).toMatchObject({ status: 'optimal', heuristic: true })
    expect(found.residual).toBeLessThan(1e-8)
    const priced = underTerms(stepped(), { ...stepped(), rates: found.rates! })
    const severe = cases.find(({ scenario }) => scenario.id === 'severe_downturn')!
    expect(judge(severe.inputs(priced)).figures.surplus).toBeGreaterThan(-1e-12)
  })

  test('it is no nearer than under method 2, whose tax is lower at every rate', async () => {
    const goal = settingsOf([expected('severe_downturn')])
    const [found, lower] = await Promise.all([stepped(), schedule].map((one) => optimiseCases(cases, one, goal)))
    expect(found!.cost!.distance).toBeGreaterThan(lower!.cost!.distance)
  })

  test('lines stay exempt where leaving 1.5 × LPR behind would not pay', async () => {
    const found = await optimiseCases(cases, stepped(), settingsOf([worst('baseline')]))
    const limit = 1.5 * schedule.costs.lpr
    const held = found.binding.filter((name) => name.startsWith('vatThreshold '))
    expect(found.status).toBe('optimal')
    for (const name of held) {
      const cell = name.slice('vatThreshold '.length)
      expect(found.schedule.find((one) => one.cell === cell)!.rate).toBeCloseTo(limit, 12)
    }
    expect(held.length).toBeGreaterThan(0)
  })
})
