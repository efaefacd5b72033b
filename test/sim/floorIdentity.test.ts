import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { concentration } from '../../models/concentration.ts'
import { economics } from '../../models/economics.ts'
import { expectedSurplus } from '../../models/expectedSurplus.ts'
import { judge } from '../../models/judge/judge.ts'
import type { Judgement } from '../../models/judge/judgement.ts'
import { lgdTables } from '../../models/lgd.ts'
import { priceCells } from '../../models/price.ts'
import { PRICING_DEFAULTS } from '../../models/pricing/rateFloor.ts'
import type { CostParameters, Schedule } from '../../models/schedule.ts'
import { aliveMonths } from '../../models/yearlyPds.ts'
import { Pool } from '../../sim/engine/pool.ts'
import { simulate } from '../../sim/simulate.ts'
import { bookSettings, firmsOf, ready, scenario } from './equalBook.ts'

let pool: Pool
beforeAll(() => {
  pool = new Pool(2)
})
afterAll(() => pool.close())

/** A one-cell book of 12-month bullets priced at its own floor. */
async function atFloor(
  pd: number,
  horizonMonths: number,
  balance: number,
  costs: Partial<CostParameters>,
): Promise<Judgement> {
  const n = 500
  const fill = (value: number): Float64Array => new Float64Array(n).fill(value)
  const plain = firmsOf(fill(pd), fill(balance), fill(0.45))
  const requests = { ...plain.requests, deposit: fill(0.2 * balance), fees: fill(0.001 * balance) }
  const book = bookSettings([{ by: 'global', loading: 0.2 }])
  const { simulated, settings, factors } = ready({ ...plain, requests }, book, { horizonMonths, paths: 20_000 })
  const world = scenario()
  const [cube] = await simulate(simulated, world, settings, factors, {
    pool,
    onPaths: () => undefined,
    signal: undefined,
  })
  const schedule: Schedule = {
    id: 'floor',
    title: { en: 'floor' },
    context: {},
    vary: {},
    kind: 'incomeCoversRisk',
    costs: { ...PRICING_DEFAULTS, ...costs },
    crossIncome: 'observed',
    cap: 1,
    policyFloor: 0,
    spreads: null,
    rates: null,
  }
  const layout = simulated.layouts[0]!
  const { firms, layouts, levels } = simulated
  return judge({
    cube: cube!,
    schedule,
    cellRates: priceCells(layout, schedule),
    economics: economics(schedule, world, layout.years),
    rules: {
      mustHold: ['expectedCoverage'],
      coverageProbability: 0.95,
      bankNpl: 0.0171,
      nplMargin: 0.03,
      largestClusterShare: 0.15,
      confidence: 0.95,
    },
    largestClusterShare: null,
    concentration: concentration(firms, simulated.layouts[0]!.loans, null),
    hasGuarantees: false,
    expectationIsExact: true,
    expectedSurplus: (net, own) =>
      expectedSurplus(
        {
          firms,
          layout,
          alive: aliveMonths(firms, layouts, layout.years),
          shocks: world.shocks,
          lgd: lgdTables(book.lgd, world.shocks, layout.years),
          timing: book.timing,
          exposure: levels,
          link: null,
          fund: null,
        },
        net,
        own,
      ),
  })
}

describe('a one-cell book priced at its own floor', () => {
  test.each([
    [0.01, 12, 200, {}],
    [0.03, 12, 200, {}],
    [0.06, 36, 200, { vatMethod: 1 as const }],
    [0.1, 36, 200, {}],
    [0.03, 36, 50, { extraTargetProfit: 0.002 }],
    [0.03, 36, 2000, { bankShare: 0.4 }],
  ])(
    'PD %f over %i months, loans of %i: surplus 0, ratio 1, RAROC at the hurdle, gap 0',
    async (pd, months, balance, costs) => {
      const { figures, standardErrors } = await atFloor(pd, months, balance, costs)
      const error = standardErrors as Record<string, number> & { cells: Record<string, number>[] }
      expect(Math.abs(figures.surplus)).toBeLessThan(4 * error['surplus']!)
      expect(error['surplus']).toBeLessThan(2e-4)
      expect(Math.abs(figures.coverageRatio! - 1)).toBeLessThan(4 * error['coverageRatio']!)
      const extra = (costs as Partial<CostParameters>).extraTargetProfit ?? 0
      const hurdle = 0.11 + (extra * 0.75) / 0.07875
      expect(Math.abs(figures.raroc! - hurdle)).toBeLessThan(4 * error['raroc']!)
      expect(Math.abs(figures.cells[0]!.gap!)).toBeLessThan(4 * error.cells[0]!['gap']!)
      expect(Math.abs(figures.breakEvenYield! - figures.portfolioYield)).toBeLessThan(4 * error['breakEvenYield']!)
      expect(figures.pdMultipleToBreakEven).toBeCloseTo(1, 9)
    },
  )
})

test('the build-up adds up to the surplus, in all and in every year', async () => {
  const { figures } = await atFloor(0.03, 36, 200, {})
  for (const { portfolioYield, crossIncome, surplus, ...lines } of [figures, ...figures.years]) {
    const costs = [lines.fundingCost, lines.operatingCost, lines.tax, lines.targetProfit, lines.expectedLoss]
    expect(portfolioYield! + crossIncome! - costs.reduce<number>((sum, cost) => sum + cost!, 0)).toBeCloseTo(
      surplus!,
      12,
    )
  }
})
