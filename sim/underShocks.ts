import { score } from '../models/lending/score.ts'
import type { Shocks } from '../models/scenario.ts'
import type { Study } from '../models/study.ts'
import type { Firms } from '../models/types.ts'
import { bookSeed } from './bookSeed.ts'
import { takeUp } from './demand/takeUp.ts'
import { lend } from './lend.ts'
import { onceACard } from './onceACard.ts'
import { toSimulated } from './prepareBook.ts'
import type { Origin, PreparedBook } from './prepareBook.ts'
import { fraudWave } from './synthesise/fraudWave.ts'
import { shockedGaps } from './synthesise/shockedGaps.ts'
import { toApplicants } from './synthesise/toApplicants.ts'
import { truePds } from './synthesise/toFirms.ts'
import { watchPower } from './watchPower.ts'

/** The shocks that change who applies, what they need, and what a bank sees of them. */
export type BookShocks = Pick<
  Shocks,
  'fraudShare' | 'salesChange' | 'sectorSalesChange' | 'receivableDays' | 'sectorReceivableDays'
>

/** Those of a scenario. */
export const bookShocksOf = (shocks: BookShocks): BookShocks => ({
  fraudShare: shocks.fraudShare,
  salesChange: shocks.salesChange,
  sectorSalesChange: shocks.sectorSalesChange,
  receivableDays: shocks.receivableDays,
  sectorReceivableDays: shocks.sectorReceivableDays,
})

/** Whether they leave a book as it is. */
export const isUnshocked = (shocks: BookShocks): boolean => shocks.fraudShare === null && !movesSales(shocks)

const movesSales = ({ salesChange, sectorSalesChange, receivableDays, sectorReceivableDays }: BookShocks): boolean =>
  [salesChange, receivableDays, ...Object.values(sectorSalesChange), ...Object.values(sectorReceivableDays)].some(
    (change) => change !== 0,
  )

/**
 * A book as a scenario finds it: another share of frauds among the same applicants, other working-capital needs, and other signals from
 * those who are watched. The bank does not know: its calibration, master scale and the firms' default probabilities (α) are those of before.
 *
 * @returns the book itself where it is a tape
 * @throws {RangeError} when a strategy grants no loan
 */
export function underShocks(study: Study, prepared: PreparedBook, shocks: BookShocks): PreparedBook {
  const { origin, masterScale, simulated } = prepared
  if (!origin) return prepared
  const { book } = origin
  const firms = shockedFirms(study, prepared.firms, origin, shocks)
  const order = simulated.guaranteeOrder
  const terms = { book, firms, masterScale, horizonMonths: study.simulation.horizonMonths, order }
  const isSlow = movesSales(shocks)
  const scoreOf = onceACard((strategy) => score(strategy, firms.applicants!, firms.count))
  const granted = prepared.lendings.map(({ strategy, screened }) => {
    const { line, watch } = screened!
    return lend(strategy, terms, scoreOf(strategy), line, isSlow ? watchPower(strategy, origin.history, shocks) : watch)
  })
  const lendings = takeUp(study, terms, granted, prepared.lendings)
  return { ...prepared, firms, lendings, simulated: toSimulated(study, book, firms, lendings, order) }
}

function shockedFirms(study: Study, firms: Firms, origin: Origin, shocks: BookShocks): Firms {
  const { book, population, drawn, intercept } = origin
  const requests = movesSales(shocks)
    ? { ...firms.requests, financingGap: shockedGaps(book, drawn, shocks) }
    : firms.requests
  if (shocks.fraudShare === null) return { ...firms, requests }
  const wave = fraudWave(book, population, drawn, shocks.fraudShare, bookSeed(study))
  return {
    ...firms,
    requests,
    honesty: wave.drawn.traits.honesty,
    truePd: truePds(wave.drawn, intercept),
    applicants: toApplicants(population.variables, wave.drawn),
  }
}
