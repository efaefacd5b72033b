import type { OutcomeCube } from '../../../models/cube.ts'
import { economics } from '../../../models/economics.ts'
import type { PricingCase } from '../../../models/judge/pricingCase.ts'
import { tableRates } from '../../../models/price.ts'
import type { Shocks } from '../../../models/scenario.ts'
import type { Schedule } from '../../../models/schedule.ts'
import type { VerdictRules } from '../../../models/study.ts'
import { NO_SHOCKS } from '../../../scenarios/index.ts'
import { ofBook } from '../judge/cltBook.ts'

const RULES: VerdictRules = {
  mustHold: ['expectedCoverage', 'coverageProbability', 'nplCeiling', 'largestClusterShare'],
  coverageProbability: 0.6,
  bankNpl: 0.0171,
  nplMargin: 0.03,
  largestClusterShare: 0.15,
  confidence: 0.95,
}

/** A cube as it is priced, by table, in a scenario; the floors are a stand-in that the funding rate moves. */
export function caseOf(cube: OutcomeCube, shocks: Partial<Shocks> = {}): PricingCase {
  const scenario = {
    id: 'tried',
    title: { en: 'tried' },
    context: {},
    vary: {},
    limitation: null,
    shocks: { ...NO_SHOCKS, ...shocks },
  }
  const inputs = (schedule: Schedule) => ({
    cube,
    schedule,
    cellRates: {
      floor: Float64Array.from(cube.cells, (_, c) => 0.01 * c + schedule.costs.fundingRate),
      offered: tableRates(cube.cells, schedule.rates!, schedule.cap),
    },
    economics: economics(schedule, scenario, cube.years),
    rules: RULES,
    largestClusterShare: 0.1,
    ...ofBook(cube),
  })
  return { scenario, cube, inputs }
}
