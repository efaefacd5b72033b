import { layoutLoans } from '../../models/layout.ts'
import type { Layout } from '../../models/layout.ts'
import { BANDS } from '../../models/demand/acceptance.ts'
import { bandOf, pdCuts } from '../../models/demand/pdBands.ts'
import type { PdCuts } from '../../models/demand/pdBands.ts'
import { priceCells } from '../../models/price.ts'
import type { Schedule } from '../../models/schedule.ts'
import type { Study } from '../../models/study.ts'
import { CELL_COUNT } from '../../models/types.ts'
import type { Firms, Rate } from '../../models/types.ts'
import type { Lending } from '../lending.ts'
import { pickLoans } from '../pickLoans.ts'
import { strategySchedule } from '../strategySchedule.ts'
import type { Offer } from '../lending.ts'

/**
 * What a strategy offers, at which rates and to whom.
 *
 * @param lending  with all that the strategy grants
 * @param cuts     of the book before the scenario; null where this is it
 */
export function offerOf(
  { schedules, simulation }: Pick<Study, 'schedules' | 'simulation'>,
  lending: Lending,
  book: Parameters<typeof layoutLoans>[1],
  firms: Firms,
  cuts: PdCuts | null,
): Offer {
  const { strategy, loans, layout } = lending
  const own = cuts ?? pdCuts(loans, firms.truePd)
  const bands = Uint8Array.from(loans.obligor, (firm, i) => bandOf(own, loans.grade[i]!, firms.truePd[firm]!))
  const rows = Int32Array.from(loans.obligor.keys())
  const stands = strategy.guaranteeFund === null && strategy.jointLiability === null
  const all = stands ? Array.from({ length: BANDS }, (_, band) => band) : []
  return {
    layout,
    rates: ratesOf(layout, strategySchedule(schedules[0]!, lending, firms)),
    cuts: own,
    bandOf: bands,
    bands: all
      .map((band) => ({ band, rows: rows.filter((i) => bands[i] === band) }))
      .filter((one) => one.rows.length > 0)
      .map((one) => ({
        band: one.band,
        layout: layoutLoans(pickLoans(loans, one.rows), book, simulation.horizonMonths),
      })),
  }
}

function ratesOf(layout: Layout, schedule: Schedule): Rate[] {
  const rates = new Array<Rate>(CELL_COUNT).fill(0)
  const { offered } = priceCells(layout, schedule)
  for (const [position, cell] of layout.cells.entries()) rates[cell] = offered[position]!
  return rates
}
