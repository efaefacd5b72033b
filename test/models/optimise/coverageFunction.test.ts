import seedrandom from 'seedrandom'
import { beforeAll, describe, expect, test } from 'vitest'
import { judge } from '../../../models/judge/judge.ts'
import type { JudgeInputs } from '../../../models/judge/judgement.ts'
import type { PricingCase } from '../../../models/judge/pricingCase.ts'
import { coverageFunction } from '../../../models/optimise/coverageFunction.ts'
import type { CoverageFunction } from '../../../models/optimise/coverageFunction.ts'
import { pathMoney } from '../../../models/judge/pathMoney.ts'
import { along } from '../../../models/optimise/row.ts'
import { columnRates } from '../../../models/price.ts'
import { underTerms } from '../../../models/reprice/terms.ts'
import type { Schedule } from '../../../models/schedule.ts'
import type { CoverageGoal } from '../../../models/study.ts'
import { CELL_COUNT } from '../../../models/types.ts'
import { casesIn, expected, littleCommittee, worst } from '../../sim/optimise/littleCommittee.ts'

let squeeze: PricingCase
let schedule: Schedule

beforeAll(async () => {
  const study = await littleCommittee({ paths: 100, loans: 200 })
  schedule = study.schedules[0]!
  ;[squeeze] = (await casesIn(study, ['nim_squeeze'])) as [PricingCase]
})

const functionOf = (goal: CoverageGoal, inputs: JudgeInputs): CoverageFunction =>
  coverageFunction(goal, inputs, new Map([...inputs.cube.cells].map((cell, k) => [cell, k])))

/** Some rates between 3 and 9 %, other ones for each seed: under and above 1.5 × LPR. */
const someRates = ({ cube }: JudgeInputs, seed: string): Float64Array => {
  const draw = seedrandom(seed)
  return Float64Array.from(cube.cells, () => 0.03 + 0.06 * draw.double())
}

/** The inputs of a verdict at some rates of the populated cells. */
function at(rates: Float64Array, stated = schedule): JudgeInputs {
  const table = new Array<number>(CELL_COUNT).fill(0.05)
  for (const [k, cell] of squeeze.cube.cells.entries()) table[cell] = rates[k]!
  return squeeze.inputs(underTerms(stated, { ...stated, rates: table }))
}

describe('a goal as a function of the rates', () => {
  test('is the surplus of the verdict for expected coverage', () => {
    const inputs = squeeze.inputs(schedule)
    const goal = functionOf(expected('nim_squeeze'), inputs)
    const rates = someRates(inputs, 'any')
    const { figures } = judge(at(rates))
    expect(goal.at(rates, schedule.cap).value).toBeCloseTo(figures.surplus, 12)
    expect(goal.yieldAt(rates, schedule.cap)).toBeCloseTo(figures.portfolioYield, 12)
    expect(goal.balance / figures.balance).toBeCloseTo(1, 9)
  })

  test('is the mean of the worst paths’ surplus for conditional value at risk, the one on the boundary in part', () => {
    const inputs = squeeze.inputs(schedule)
    const rates = someRates(inputs, 'any')
    const { cube, economics, cellRates, schedule: costed } = at(rates)
    const columns = columnRates(cube.columns, cube.cells, cellRates.offered, economics, costed.cap)
    const surplus = pathMoney(cube, columns, economics, costed.costs).surplus.sort()
    const earned = functionOf(expected('nim_squeeze'), inputs).balance * (cube.horizonMonths / 12)
    // the worst 7.5 of 100 paths
    const mean = (surplus.subarray(0, 7).reduce((a, b) => a + b, 0) + 0.5 * surplus[7]!) / 7.5
    const goal = functionOf(worst('nim_squeeze', 0.925), inputs)
    expect(goal.at(rates, schedule.cap).value).toBeCloseTo(mean / earned, 12)
  })

  test.each([expected('nim_squeeze'), worst('nim_squeeze', 0.93)])(
    'has the slopes of its finite differences, with $coverage',
    (goal) => {
      const inputs = squeeze.inputs(schedule)
      const g = functionOf(goal, inputs)
      const rates = someRates(inputs, 'any')
      const { slopes } = g.at(rates, schedule.cap)
      const step = 1e-7
      for (const [k, slope] of slopes.entries()) {
        const moved = (by: number) => g.at(rates.with(k, rates[k]! + by), schedule.cap).value
        expect((moved(step) - moved(-step)) / (2 * step)).toBeCloseTo(slope, 6)
      }
    },
  )

  test('lies under each of its planes, at the cap and across 1.5 × LPR too', () => {
    const inputs = squeeze.inputs(schedule)
    const goal = functionOf(worst('nim_squeeze', 0.9), inputs)
    const cap = 0.08
    const draw = (seed: string) => someRates(inputs, seed).map((rate) => Math.min(cap, rate))
    for (let i = 0; i < 20; i++) {
      const [here, there] = [draw(`${i} here`), draw(`${i} there`)]
      const { value, slopes } = goal.at(here, cap)
      const above = value + along(slopes, there.map((rate, k) => rate - here[k]!)) // prettier-ignore
      expect(goal.at(there, cap).value).toBeLessThanOrEqual(above + 1e-14)
    }
  })

  test('moves with the cap where a rise of loan rates runs into it', () => {
    const risen: PricingCase = {
      ...squeeze,
      inputs: (stated) => {
        const inputs = squeeze.inputs(stated)
        return { ...inputs, economics: { ...inputs.economics, loanRate: [0, 0.02, 0.02, 0.02] } }
      },
    }
    const goal = functionOf(expected('nim_squeeze'), risen.inputs(schedule))
    const rates = someRates(risen.inputs(schedule), 'any')
    const cap = 0.07
    const { capSlope } = goal.at(rates.map((rate) => Math.min(cap, rate)), cap) // prettier-ignore
    const moved = (by: number) => goal.at(rates.map((rate) => Math.min(cap, rate)), cap + by).value // prettier-ignore
    expect(capSlope).toBeGreaterThan(0.1)
    expect((moved(1e-7) - moved(-1e-7)) / 2e-7).toBeCloseTo(capSlope, 6)
  })

  test('takes a line as taxed or not as told under VAT method 1', () => {
    const stepped = { ...schedule, costs: { ...schedule.costs, vatMethod: 1 as const } }
    const inputs = squeeze.inputs(stepped)
    const goal = functionOf(expected('nim_squeeze'), inputs)
    const rates = someRates(inputs, 'any')
    const actual = goal.taxedAt(rates, schedule.cap)
    expect(goal.at(rates, schedule.cap, actual).value).toBeCloseTo(goal.at(rates, schedule.cap).value, 14)
    expect(goal.at(rates, schedule.cap).value).toBeCloseTo(judge(at(rates, stepped)).figures.surplus, 12)
    const untaxed = actual.map(() => false)
    expect(goal.at(rates, schedule.cap, untaxed).value).toBeGreaterThan(goal.at(rates, schedule.cap).value)
    expect(goal.isStepped).toBe(true)
    expect(functionOf(expected('nim_squeeze'), squeeze.inputs(schedule)).isStepped).toBe(false)
    for (const { column, position, rate } of goal.thresholds)
      expect(goal.taxedAt(rates.with(position, rate + 1e-9), schedule.cap)[column]).toBe(true)
  })

  test('cannot tell the worst paths where a path is a distribution', async () => {
    const study = await littleCommittee({ paths: 100, loans: 100 })
    const clt = { ...study, simulation: { ...study.simulation, fidelity: 'clt' as const } }
    const [baseline] = await casesIn(clt, ['baseline'])
    const inputs = baseline!.inputs(schedule)
    expect(() => functionOf(worst('baseline'), inputs)).toThrow(
      'goal baseline by conditionalValueAtRisk needs fidelity exact or lln, got clt',
    )
    expect(functionOf(expected('baseline'), inputs).at(inputs.cellRates.offered, schedule.cap).value).toBeCloseTo(
      judge(inputs).figures.surplus,
      12,
    )
  })
})
