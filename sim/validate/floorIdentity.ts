import { economics } from '../../models/economics.ts'
import { buildUp } from '../../models/judge/buildUp.ts'
import { moneyMeans } from '../../models/judge/moneyMeans.ts'
import { Recorder } from '../../models/judge/recorder.ts'
import { replicateOutcomes } from '../../models/judge/replicateOutcomes.ts'
import { returnOnCapital } from '../../models/judge/riskFigures.ts'
import { columnRates, priceCells } from '../../models/price.ts'
import { PRICING_DEFAULTS } from '../../models/pricing/rateFloor.ts'
import type { CostParameters, Schedule } from '../../models/schedule.ts'
import type { Family, Run } from './family.ts'
import { simulated } from './row.ts'
import type { Row } from './row.ts'
import { everyFirm, scenarioOf, testBook } from './testBook.ts'

const LOANS = 500
const LGD = 0.45

interface FloorCase {
  readonly pd: number
  readonly horizonMonths: number
  readonly balance: number
  readonly costs: Partial<CostParameters>
}

/** Lines taxed in part by either method, and exempt from VAT. */
const CASES: readonly FloorCase[] = [
  { pd: 0.03, horizonMonths: 12, balance: 200, costs: {} },
  { pd: 0.06, horizonMonths: 36, balance: 200, costs: { vatMethod: 1 } },
  { pd: 0.03, horizonMonths: 36, balance: 50, costs: {} },
]

/** Books of one cell that are priced at their own floor. */
export const floorIdentity: Family = {
  title: 'the floor rate, simulated',
  rows: async (run) => {
    const rows: Row[] = []
    for (const one of CASES) rows.push(...(await caseRows(run, one)))
    return rows
  },
}

async function caseRows(run: Run, { pd, horizonMonths, balance, costs }: FloorCase): Promise<readonly Row[]> {
  const book = testBook({
    pds: everyFirm(LOANS, pd),
    balances: everyFirm(LOANS, balance),
    lgds: everyFirm(LOANS, LGD),
    deposits: everyFirm(LOANS, 0.2 * balance),
    factors: [{ by: 'global', loading: 0.2 }],
    paths: 20_000,
    horizonMonths,
  })
  const cube = await run(book)
  const schedule = floorSchedule(costs)
  const money = economics(schedule, scenarioOf({}), cube.years)
  const { offered } = priceCells(book.simulated.layouts[0]!, schedule)
  const rates = columnRates(cube.columns, cube.cells, offered, money, schedule.cap)
  const outcomes = replicateOutcomes(cube)
  const means = moneyMeans(outcomes, rates, cube.columns, money, schedule.costs)
  const record = new Recorder(cube.replicates, 0.95)
  const { surplus } = buildUp(means, record)
  const raroc = returnOnCapital(means, outcomes, money, schedule.costs, record)
  const name = `at its floor: PD ${pd}, ${horizonMonths} months, loans of ${balance}`
  const estimate = (figure: string, value: number | null) => ({
    value: value ?? NaN,
    standardError: record.errors[figure] as number,
  })
  return [
    simulated(`${name}: surplus`, 'income covers risk exactly', 0, estimate('surplus', surplus)),
    simulated(`${name}: RAROC`, 'the hurdle rate', schedule.costs.hurdleRate, estimate('raroc', raroc)),
  ]
}

const floorSchedule = (costs: Partial<CostParameters>): Schedule => ({
  id: 'validate',
  title: { en: 'validate' },
  context: {},
  vary: {},
  kind: 'incomeCoversRisk',
  costs: { ...PRICING_DEFAULTS, ...costs },
  crossIncome: 'observed',
  cap: 1,
  policyFloor: 0,
  spreads: null,
  rates: null,
})
