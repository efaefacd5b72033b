import type { PricingCase } from '../../models/judge/pricingCase.ts'
import type { Terms } from '../../models/reprice/terms.ts'
import type { Schedule } from '../../models/schedule.ts'
import { CELL_COUNT, cellAt, TERM_BANDS } from '../../models/types.ts'

/**
 * A schedule as a table of rates that can be edited.
 *
 * A formula's table holds what it offers in each populated cell, at most the cap: its rates in the first of the scenarios that lends there (the
 * formula's own may differ a little between scenarios, where files are paid for by the loan-years expected). Nobody is offered the rate of an
 * empty cell; it is that of the populated one nearest to it: fewest grades away, then of the same collateral, then fewest term bands away.
 *
 * @param cases  the scenarios, in their order; at least one
 */
export function todaysTerms(schedule: Schedule, cases: readonly PricingCase[]): Terms {
  const { costs, crossIncome, cap, rates } = schedule
  return { costs, crossIncome, cap, rates: rates ?? formulaRates(schedule, cases) }
}

function formulaRates(schedule: Schedule, cases: readonly PricingCase[]): number[] {
  const offered = new Map<number, number>()
  for (const { cube, inputs } of cases) {
    const { cellRates } = inputs(schedule)
    for (const [position, cell] of cube.cells.entries())
      if (!offered.has(cell)) offered.set(cell, cellRates.offered[position]!)
  }
  const populated = [...offered.keys()].sort((a, b) => a - b)
  const nearest = (cell: number): number => populated.reduce((a, b) => (distance(cell, b) < distance(cell, a) ? b : a))
  return Array.from({ length: CELL_COUNT }, (_, cell) => offered.get(cell) ?? offered.get(nearest(cell))!)
}

/** How unlike two cells are: by grade first, then collateral, then term band. */
function distance(a: number, b: number): number {
  const [one, other] = [cellAt(a), cellAt(b)]
  const bands = TERM_BANDS.length
  const terms = Math.abs(TERM_BANDS.indexOf(one.termBand) - TERM_BANDS.indexOf(other.termBand))
  const collateral = one.collateral === other.collateral ? 0 : 1
  return (2 * Math.abs(one.grade - other.grade) + collateral) * bands + terms
}
