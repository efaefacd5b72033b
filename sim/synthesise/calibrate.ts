import { logisticFit } from '../../models/logisticFit.ts'
import type { LogitLine } from '../../models/logisticFit.ts'
import type { Strategy, SyntheticBook } from '../../models/study.ts'
import { Generator, streamKey } from '../random.ts'
import type { FirmColumns } from './firmColumns.ts'
import { logistic } from './logistic.ts'
import { Population } from './population.ts'
import { assessDrawn } from './synthesise.ts'

/** Borrower-years in the synthetic history: a mid-sized bank's record of a few years. */
const HISTORY = 40_000

/** A bank's record of borrowers of the book's own population, drawn from streams of its own (MODEL §2). */
export interface History {
  readonly population: Population
  readonly borrowers: FirmColumns
  /** 1 where the borrower defaulted within its year. */
  readonly defaulted: Uint8Array
}

/**
 * Draws the history that every strategy of a book is calibrated on.
 *
 * @param intercept  α of the book, see synthesise
 */
export function drawHistory(book: SyntheticBook, intercept: number, seed: string): History {
  const population = new Population(book, seed, 'history')
  const borrowers = population.columns(HISTORY)
  const outcomes = new Generator().seed(streamKey(seed, 'historyOutcomes', book.id), 0)
  const defaulted = new Uint8Array(HISTORY)
  for (let i = 0; i < HISTORY; i++) {
    population.tell(i, borrowers, i)
    defaulted[i] = outcomes.uniform() < logistic(intercept + borrowers.traits.logit[i]!) ? 1 : 0
  }
  return { population, borrowers, defaulted }
}

/**
 * A strategy's calibration: the logit line of one-year defaults on its score in the history. The bank sees outcomes, not true
 * PDs, so the line carries the estimation error of a history of that length.
 */
export const calibrate = ({ population, borrowers, defaulted }: History, strategy: Strategy): LogitLine =>
  logisticFit(assessDrawn(population, borrowers, strategy).scores, defaulted)
