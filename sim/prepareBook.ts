import { gini, kolmogorovSmirnov } from '../models/discrimination.ts'
import { layoutLoans } from '../models/layout.ts'
import type { LogitLine } from '../models/logisticFit.ts'
import { calibratedCuts, originate, pdAssigner } from '../models/originate.ts'
import type { Assessment } from '../models/originate.ts'
import type { BookCheck } from '../models/result.ts'
import type { Book, Strategy, Study, SyntheticBook, TapeBook } from '../models/study.ts'
import type { Firms, Loans } from '../models/types.ts'
import { factorLevels } from './engine/factorLevels.ts'
import { guaranteeOrder } from './guaranteeGraph.ts'
import { streamKey } from './random.ts'
import { readTape } from './readTape.ts'
import type { Simulated } from './simulate.ts'
import { bookChecks } from './synthesise/bookChecks.ts'
import { calibrate } from './synthesise/calibrate.ts'
import { assessDrawn, synthesise } from './synthesise/synthesise.ts'

/** A book drawn or read, and lent by every strategy of the study. */
export interface PreparedBook {
  readonly book: Book
  readonly firms: Firms
  /** Loans by strategy, in the study's order. */
  readonly loans: readonly Loans[]
  readonly simulated: Simulated
  readonly checks: readonly BookCheck[]
  readonly masterScale: readonly number[]
  /** What was worked out on the way, for the manifest. */
  readonly derived: Readonly<Record<string, unknown>>
}

export interface PrepareOptions {
  /** Cuts fixed by an earlier book of the study; null for the first. */
  readonly masterScale: readonly number[] | null
  readonly skipBadRows: boolean
}

/**
 * Draws or reads a book and originates every strategy's loans.
 *
 * @throws {RangeError} when a strategy grants no loan
 */
export async function prepareBook(study: Study, book: Book, options: PrepareOptions): Promise<PreparedBook> {
  const origin = book.kind === 'tape' ? await fromTape(study, book, options) : fromRecipe(study, book, options)
  for (const [s, strategy] of study.strategies.entries())
    if (origin.loans[s]!.count === 0) throw new RangeError(`book ${book.id}: strategy ${strategy.id} grants no loan`)
  const levels = factorLevels(origin.firms, book.factors, study.simulation.correlation)
  const layouts = origin.loans.map((loans) => layoutLoans(loans, book, study.simulation.horizonMonths))
  const { admitted, ...lent } = origin
  const order = guaranteeOrder(lent.firms.count, admitted, streamKey(study.simulation.seed, 'guarantees', book.id))
  const { strategies } = study
  return { book, ...lent, simulated: { book, firms: lent.firms, levels, strategies, layouts, guaranteeOrder: order } }
}

interface Origin extends Omit<PreparedBook, 'book' | 'simulated'> {
  /** 1 where the book's reference strategy admits the firm; null for a tape. */
  readonly admitted: Uint8Array | null
}

async function fromTape(study: Study, book: TapeBook, { masterScale, skipBadRows }: PrepareOptions): Promise<Origin> {
  const { firms, skipped, problems } = await readTape(book, { skipBadRows })
  const { masterScale: stated } = study
  const cuts = masterScale ?? (stated.kind === 'cuts' ? stated.cuts : null)
  if (!cuts) throw new RangeError(`book ${book.id}: a tape needs a master scale of stated cuts, not "calibrated"`)
  return {
    firms,
    loans: study.strategies.map(() => originate(firms, book, null, null, cuts)),
    admitted: null,
    checks: [],
    masterScale: cuts,
    derived: { rowsSkipped: skipped, problems },
  }
}

function fromRecipe(study: Study, book: SyntheticBook, options: PrepareOptions): Origin {
  const { seed } = study.simulation
  const synthesised = synthesise(book, seed)
  const { firms, drawn, intercept } = synthesised
  const lines = new Map<string, LogitLine>()
  /** One fit a card and options, whatever else differs between the variants of a strategy. */
  const lineOf = (strategy: Strategy): LogitLine => {
    const key = JSON.stringify(strategy.scorecard)
    const known = lines.get(key) ?? calibrate(book, strategy, intercept, seed)
    lines.set(key, known)
    return known
  }
  const masterScale = options.masterScale ?? cutsOf(study, book, lineOf)
  const lent = study.strategies.map((strategy) => {
    const assessment = assessDrawn(book, drawn, strategy)
    const line = strategy.assignedPd.kind === 'calibrated' ? lineOf(strategy) : null
    const loans = originate(firms, book, assessment, pdAssigner(strategy, line), masterScale)
    const { id, vary } = strategy
    return { loans, derived: { strategy: id, vary, calibration: line, ...discriminationOf(assessment, firms) } }
  })
  const reference = assessDrawn(book, drawn)
  return {
    firms,
    admitted: reference.admitted,
    loans: lent.map(({ loans }) => loans),
    checks: bookChecks(book, synthesised, reference),
    masterScale,
    derived: { applicants: firms.count, intercept, strategies: lent.map(({ derived }) => derived) },
  }
}

/** How well a card tells firms apart, over all applicants and against their true PDs. */
const discriminationOf = ({ scores }: Assessment, { truePd }: Firms): Record<string, number | null> => ({
  gini: gini(scores, truePd),
  kolmogorovSmirnov: kolmogorovSmirnov(scores, truePd),
})

function cutsOf(study: Study, book: SyntheticBook, lineOf: (strategy: Strategy) => LogitLine): readonly number[] {
  if (study.masterScale.kind === 'cuts') return study.masterScale.cuts
  const { referenceStrategy } = book
  if (!referenceStrategy.scorecard)
    throw new RangeError(`book ${book.id}: its reference strategy needs a scorecard for a calibrated master scale`)
  return calibratedCuts(lineOf(referenceStrategy), referenceStrategy.scorecard.card.levelCuts)
}
