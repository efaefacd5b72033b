import { score } from '../models/lending/score.ts'
import type { LogitLine } from '../models/logisticFit.ts'
import { calibratedCuts } from '../models/originate.ts'
import type { BookCheck } from '../models/result.ts'
import type { Book, SyntheticBook, TapeBook } from '../models/book.ts'
import type { Strategy } from '../models/strategy.ts'
import type { Study } from '../models/study.ts'
import type { Firms } from '../models/types.ts'
import { bookSeed } from './bookSeed.ts'
import { asOffered, takeUp } from './demand/takeUp.ts'
import { factorLevels } from './engine/factorLevels.ts'
import { guaranteeOrder } from './guaranteeGraph.ts'
import { lend, takeAsBooked } from './lend.ts'
import type { Lending } from './lending.ts'
import { lazily } from './lazily.ts'
import { onceACard } from './onceACard.ts'
import { streamKey } from './random.ts'
import { readTape } from './readTape.ts'
import type { Simulated } from './simulated.ts'
import { bookChecks } from './synthesise/bookChecks.ts'
import { bookStream } from './synthesise/bookStream.ts'
import { calibrate } from './synthesise/calibrate.ts'
import { drawHistory } from './synthesise/history.ts'
import type { History } from './synthesise/history.ts'
import { settlementCheck } from './synthesise/settlementGap.ts'
import { NO_SALES_SHOCK } from './synthesise/salesShock.ts'
import { readsSettlement } from './synthesise/readsSettlement.ts'
import { synthesise } from './synthesise/synthesise.ts'
import type { SynthesiseOptions, Synthesised } from './synthesise/synthesise.ts'
import { toFirms } from './synthesise/toFirms.ts'
import { watchPower } from './watchPower.ts'

/** A book drawn or read, and lent by every strategy of the study. */
export interface PreparedBook {
  readonly book: Book
  readonly firms: Firms
  /** By strategy, in the study's order. */
  readonly lendings: readonly Lending[]
  readonly simulated: Simulated
  readonly checks: readonly BookCheck[]
  readonly masterScale: readonly number[]
  /** What was worked out on the way, for the manifest. */
  readonly derived: Readonly<Record<string, unknown>>
  /** How a synthetic book came about; null for a tape. */
  readonly origin: Origin | null
}

/** A synthetic book as drawn, with the history that its bank has on record. */
export interface Origin extends Synthesised {
  readonly book: SyntheticBook
  /** Drawn when first asked for. */
  readonly history: () => History
}

export interface PrepareOptions extends Omit<SynthesiseOptions, 'settlement'> {
  /** Cuts fixed by an earlier book of the study; null for the first. */
  readonly masterScale: readonly number[] | null
  readonly skipBadRows: boolean
}

/**
 * Draws or reads a book and originates every strategy's loans.
 *
 * @throws {RangeError} when a strategy grants no loan
 * @throws the signal's reason when aborted
 */
export const prepareBook = (study: Study, book: Book, options: PrepareOptions): Promise<PreparedBook> =>
  book.kind === 'tape' ? fromTape(study, book, options) : fromRecipe(study, book, options)

async function fromTape(study: Study, book: TapeBook, options: PrepareOptions): Promise<PreparedBook> {
  const { firms, skipped, problems } = await readTape(book, { skipBadRows: options.skipBadRows })
  const { masterScale: stated } = study
  const masterScale = options.masterScale ?? (stated.kind === 'cuts' ? stated.cuts : null)
  if (!masterScale)
    throw new RangeError(`book ${book.id}: a tape needs a master scale of stated cuts, not "calibrated"`)
  const order = orderOf(study, book, firms, null)
  const { horizonMonths } = study.simulation
  const terms = { book, firms, masterScale, horizonMonths, order }
  const booked = study.strategies.map((strategy) => takeAsBooked(strategy, terms))
  const lendings = takeUp(study, terms, booked)
  return {
    book,
    firms,
    lendings,
    simulated: toSimulated(study, book, firms, lendings, order),
    checks: [],
    masterScale,
    derived: { rowsSkipped: skipped, problems },
    origin: null,
  }
}

async function fromRecipe(study: Study, book: SyntheticBook, options: PrepareOptions): Promise<PreparedBook> {
  const { horizonMonths } = study.simulation
  const seed = bookSeed(study)
  const { onProgress, signal } = options
  const settlement = [book.referenceStrategy, ...study.strategies].some(readsSettlement)
  const synthesised = await synthesise(book, seed, { settlement, onProgress, signal })
  const { population, drawn, reference, intercept } = synthesised
  const firms = toFirms(book, population, drawn, intercept)
  const history = lazily(() => drawHistory(book, intercept, seed, settlement))
  const lineOf = onceACard((strategy) => calibrate(history(), strategy))
  const masterScale = options.masterScale ?? cutsOf(study, book, lineOf)
  const order = orderOf(study, book, firms, reference.declined)
  const terms = { book, firms, masterScale, horizonMonths, order }
  const scoreOf = onceACard((strategy) => score(strategy, firms.applicants!, firms.count))
  const granted = study.strategies.map((strategy) => {
    const line = strategy.assignedPd.kind === 'calibrated' ? lineOf(strategy) : null
    return lend(strategy, terms, scoreOf(strategy), line, watchPower(strategy, history, NO_SALES_SHOCK))
  })
  const lendings = takeUp(study, terms, granted)
  return {
    book,
    firms,
    lendings,
    simulated: toSimulated(study, book, firms, lendings, order),
    checks: [...bookChecks(book, synthesised, firms), ...settlementChecks(study, history)],
    masterScale,
    derived: {
      applicants: firms.count,
      intercept,
      strategies: lendings.map(({ strategy: { id, vary }, screened }) => ({
        strategy: id,
        vary,
        calibration: screened!.line,
        watch: screened!.watch,
      })),
    },
    origin: { ...synthesised, book, history },
  }
}

/** The gap that the index leaves before a default, by the card of the first strategy that keeps one. */
function settlementChecks({ strategies }: Study, history: () => History): BookCheck[] {
  const card = strategies.find(({ settlement }) => settlement !== null)?.settlement?.card
  return card ? [settlementCheck(history(), card)] : []
}

/** The guarantee network's order of firms: borrowers of the reference strategy first. */
function orderOf(study: Study, book: Book, firms: Firms, declined: Uint8Array | null): Int32Array {
  const borrowers = declined && declined.map((code) => (code === 0 ? 1 : 0))
  return guaranteeOrder(firms.count, borrowers, streamKey(bookSeed(study), 'guarantees', ...bookStream(book)))
}

/**
 * The loans that the engine simulates: every strategy's and, where applicants decide, behind them the bands of what each offers. Who can
 * default, and how LGD follows the factors, is decided by all that is offered: rates change whose loans are lent, not what becomes of firms.
 */
export function laidOut(lendings: readonly Lending[]): Pick<Simulated, 'lenders' | 'layouts' | 'offered'> {
  const bands = lendings.flatMap((lending) => (lending.offer?.bands ?? []).map(({ layout }) => ({ lending, layout })))
  return {
    lenders: [...lendings, ...bands.map(({ lending }) => lending)].map(({ lender }) => lender),
    layouts: [...lendings, ...bands].map(({ layout }) => layout),
    offered: [...lendings, ...bands.map(({ lending }) => lending)].map((one) => asOffered(one).layout),
  }
}

/** What the engine is given of a book and its loans. */
export const toSimulated = (
  { simulation }: Study,
  book: Book,
  firms: Firms,
  lendings: readonly Lending[],
  order: Int32Array,
): Simulated => ({
  book,
  firms,
  levels: factorLevels(firms, book.factors, simulation.correlation),
  ...laidOut(lendings),
  guaranteeOrder: order,
})

function cutsOf(study: Study, book: SyntheticBook, lineOf: (strategy: Strategy) => LogitLine): readonly number[] {
  if (study.masterScale.kind === 'cuts') return study.masterScale.cuts
  const { referenceStrategy } = book
  if (!referenceStrategy.scorecard)
    throw new RangeError(`book ${book.id}: its reference strategy needs a scorecard for a calibrated master scale`)
  return calibratedCuts(lineOf(referenceStrategy), referenceStrategy.scorecard.card.levelCuts)
}
