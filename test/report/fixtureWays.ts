import { layoutLoans } from '../../models/layout.ts'
import { askedRates } from '../../models/pricing/askedRates.ts'
import { PRICING_DEFAULTS } from '../../models/pricing/rateFloor.ts'
import type { Schedule } from '../../models/schedule.ts'
import { CELL_COUNT, GRADES, cellAt } from '../../models/types.ts'
import type { WaysToPrice } from '../../sim/waysToPrice.ts'
import { loansOf } from '../models/loansOf.ts'

/** What each way to price asks for two loans a grade, one against a home and one unsecured. */
export function fixtureWays(): WaysToPrice[] {
  const rows = Array.from({ length: 14 }, (_, i) => {
    const grade = Math.floor(i / 2) + 1
    const terms = i % 2 === 0 ? { collateral: 0, lgd: 0.3, deposit: 30 } : { collateral: 4, lgd: 0.8 }
    return { grade, balance: 300 - 30 * grade, pd: 0.004 * 1.5 ** grade, ...terms }
  })
  const schedule: Schedule = {
    id: '2021-big',
    title: { en: '2021 rate table' },
    context: {},
    vary: {},
    kind: 'schedule',
    costs: { ...PRICING_DEFAULTS, fixedCost: 0, lpr: 0.0385, fundingRate: 0.025 },
    crossIncome: 'observed',
    cap: 0.154,
    policyFloor: 0,
    spreads: null,
    rates: Array.from({ length: CELL_COUNT }, (_, cell) => 0.048 + 0.002 * cellAt(cell).grade),
  }
  const spreads = Array.from({ length: GRADES }, (_, i) => 0.01 + 0.003 * i)
  const layout = layoutLoans(loansOf(rows), { renewal: 'roll', amortisationRate: 0.06 }, 36)
  return [
    {
      book: 'chinese-small-firms',
      strategy: 'citic-trade',
      schedule: '2021-big',
      ...askedRates(layout, schedule, spreads),
    },
  ]
}
