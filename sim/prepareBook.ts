import { gini, kolmogorovSmirnov } from '../models/discrimination.ts'
import { layoutLoans } from '../models/layout.ts'
import type { LogitLine } from '../models/logisticFit.ts'
import { admit, calibratedCuts, originate, pdAssigner } from '../models/originate.ts'
import type { AssignPd, Assessment } from '../models/originate.ts'
import type { BookCheck } from '../models/result.ts'
import type { Book, Strategy, Study, SyntheticBook, TapeBook } from '../models/study.ts'
import type { Firms, Loans } from '../models/types.ts'
import { factorLevels } from './engine/factorLevels.ts'
import { guaranteeOrder } from './guaranteeGraph.ts'
import { streamKey } from './random.ts'
import { readTape } from './readTape.ts'
import type { Simulated } from './simulate.ts'
import { bookChecks } from './synthesise/bookChecks.ts'
import { calibrate, drawHistory } from './synthesise/calibrate.ts'
import type { History } from './synthesise/calibrate.ts'
import { assessDrawn, synthesise } from './synthesise/synthesise.ts'
import type { SynthesiseOptions, Synthesised } from './synthesise/synthesise.ts'
import { fraudWave } from './synthesise/fraudWave.ts'
import { numbersOf, toApplicants } from './synthesise/toApplicants.ts'
import { toFirms, truePds } from './synthesise/toFirms.ts'

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
  /** How its loans came about; null for a tape. */
  readonly lending: Lending | null
}

/** A synthetic book as drawn, and what each strategy makes of its applicants. */
export interface Lending extends Synthesised {
  readonly book: SyntheticBook
  readonly strategies: readonly { readonly assessment: Assessment; readonly assignPd: AssignPd }[]
}

export interface PrepareOptions extends SynthesiseOptions {
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
export async function prepareBook(study: Study, book: Book, options: PrepareOptions): Promise<PreparedBook> {
  const origin = book.kind === 'tape' ? await fromTape(study, book, options) : await fromRecipe(study, book, options)
  const { firms, loans, lending } = origin
  const { seed, correlation } = study.simulation
  const borrowers = lending?.reference.admitted ?? null
  const simulated = {
    book,
    firms,
    levels: factorLevels(firms, book.factors, correlation),
    strategies: study.strategies,
    layouts: layOut(study, book, loans),
    guaranteeOrder: guaranteeOrder(firms.count, borrowers, streamKey(seed, 'guarantees', book.id)),
  }
  return { book, ...origin, simulated }
}

/** @throws {RangeError} when a strategy grants no loan */
function layOut({ strategies, simulation }: Study, book: Book, loans: readonly Loans[]): Simulated['layouts'] {
  for (const [s, strategy] of strategies.entries())
    if (loans[s]!.count === 0) throw new RangeError(`book ${book.id}: strategy ${strategy.id} grants no loan`)
  return loans.map((own) => layoutLoans(own, book, simulation.horizonMonths))
}

type Origin = Omit<PreparedBook, 'book' | 'simulated'>

async function fromTape(study: Study, book: TapeBook, { masterScale, skipBadRows }: PrepareOptions): Promise<Origin> {
  const { firms, skipped, problems } = await readTape(book, { skipBadRows })
  const { masterScale: stated } = study
  const cuts = masterScale ?? (stated.kind === 'cuts' ? stated.cuts : null)
  if (!cuts) throw new RangeError(`book ${book.id}: a tape needs a master scale of stated cuts, not "calibrated"`)
  return {
    firms,
    loans: study.strategies.map(() => originate(firms, book, null, null, cuts)),
    checks: [],
    masterScale: cuts,
    derived: { rowsSkipped: skipped, problems },
    lending: null,
  }
}

async function fromRecipe(study: Study, book: SyntheticBook, options: PrepareOptions): Promise<Origin> {
  const { seed } = study.simulation
  const synthesised = await synthesise(book, seed, options)
  const { population, drawn, reference, intercept } = synthesised
  const firms = toFirms(book, population, drawn, intercept)
  const lenders = numbersOf(population.variables, drawn, 'lenders')!
  let history: History | null = null
  const lineOf = onceACard((strategy) => calibrate((history ??= drawHistory(book, intercept, seed)), strategy))
  const scored = onceACard((strategy) => assessDrawn(population, drawn, strategy), [book.referenceStrategy, reference])
  const discriminationOf = onceACard((strategy) => discrimination(scored(strategy), firms))

  const masterScale = options.masterScale ?? cutsOf(study, book, lineOf)
  const strategies = study.strategies.map((strategy) => {
    const { scores, levels } = scored(strategy)
    const line = strategy.assignedPd.kind === 'calibrated' ? lineOf(strategy) : null
    const { id, vary } = strategy
    return {
      assessment: { scores, levels, admitted: admit(strategy, levels, lenders) },
      assignPd: pdAssigner(strategy, line),
      derived: { strategy: id, vary, calibration: line, ...discriminationOf(strategy) },
    }
  })
  return {
    firms,
    loans: strategies.map(({ assessment, assignPd }) => originate(firms, book, assessment, assignPd, masterScale)),
    checks: bookChecks(book, synthesised, firms),
    masterScale,
    derived: { applicants: firms.count, intercept, strategies: strategies.map(({ derived }) => derived) },
    lending: { ...synthesised, book, strategies },
  }
}

/** Does a piece of work once a card and options, whatever else differs between the variants of a strategy. */
function onceACard<T>(work: (strategy: Strategy) => T, known?: readonly [Strategy, T]): (strategy: Strategy) => T {
  const keyOf = (strategy: Strategy): string => JSON.stringify(strategy.scorecard)
  const done = new Map<string, T>(known ? [[keyOf(known[0]), known[1]]] : [])
  return (strategy) => {
    const key = keyOf(strategy)
    if (!done.has(key)) done.set(key, work(strategy))
    return done.get(key)!
  }
}

/** How well a card tells firms apart, over all applicants and against their true PDs. */
const discrimination = ({ scores }: Assessment, { truePd }: Firms): Record<string, number | null> => ({
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

/**
 * A book under a wave of fraud: the same applicants with another share of frauds among them, scored and lent to by a bank that does
 * not know, with the calibration, master scale and default probabilities (α) of before.
 *
 * @param fraudShare  in place of the book's
 * @returns the book itself where it is a tape
 * @throws {RangeError} when a strategy grants no loan
 */
export function underFraud(study: Study, prepared: PreparedBook, fraudShare: number): PreparedBook {
  const { lending, masterScale } = prepared
  if (!lending) return prepared
  const { book, population, intercept } = lending
  const { rows, changed, drawn } = fraudWave(book, population, lending.drawn, fraudShare, study.simulation.seed)
  const firms: Firms = {
    ...prepared.firms,
    honesty: drawn.traits.honesty,
    truePd: truePds(drawn, intercept),
    applicants: toApplicants(population.variables, drawn),
  }
  const loans = lending.strategies.map(({ assessment, assignPd }, s) => {
    const anew = replaceAssessments(assessment, rows, assessDrawn(population, changed, study.strategies[s]!))
    return originate(firms, book, anew, assignPd, masterScale)
  })
  return { ...prepared, firms, loans, simulated: { ...prepared.simulated, firms, layouts: layOut(study, book, loans) } }
}

/** An assessment with that of some applicants replaced. */
function replaceAssessments(assessment: Assessment, rows: Int32Array, changed: Assessment): Assessment {
  const scores = assessment.scores.slice()
  const levels = assessment.levels.slice()
  const admitted = assessment.admitted.slice()
  for (const [i, row] of rows.entries()) {
    scores[row] = changed.scores[i]!
    levels[row] = changed.levels[i]!
    admitted[row] = changed.admitted[i]!
  }
  return { scores, levels, admitted }
}
