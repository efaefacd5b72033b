import type { SyntheticBook } from '../../models/book.ts'
import { Generator, streamKey } from '../random.ts'
import { bookStream } from './bookStream.ts'
import type { FirmColumns } from './firmColumns.ts'
import { historyMonths } from './historyMonths.ts'
import type { HistoryMonths } from './historyMonths.ts'
import { logistic } from './logistic.ts'
import { picker } from './picker.ts'
import { Population } from './population.ts'

/** Borrowers in the synthetic history: a mid-sized bank's record of a few years. */
const HISTORY = 40_000

/** A bank's record of borrowers of the book's own population, drawn from streams of its own (MODEL §2). */
export interface History {
  readonly book: SyntheticBook
  readonly population: Population
  readonly borrowers: FirmColumns
  /** 1 where the borrower defaulted within its first year. */
  readonly defaulted: Uint8Array
  /** Month from drawdown of its default, 1..24; 0 where there was none in two years. */
  readonly defaultMonth: Uint8Array
  /** Settlement by month, to two years after drawdown; null where it is not drawn. */
  readonly months: HistoryMonths | null
}

/**
 * Draws the history that every strategy of a book is calibrated on, and its watching measured on.
 *
 * @param intercept   α of the book, see synthesise
 * @param settlement  whether monthly settlement is drawn
 */
export function drawHistory(book: SyntheticBook, intercept: number, seed: string, settlement = false): History {
  const population = new Population(book, seed, 'history', settlement)
  const borrowers = population.columns(HISTORY)
  const outcomes = new Generator().seed(streamKey(seed, 'historyOutcomes', ...bookStream(book)), 0)
  const later = new Generator()
  const laterKey = streamKey(seed, 'historyTiming', ...bookStream(book))
  const monthOf = picker(book.timing)
  const defaulted = new Uint8Array(HISTORY)
  const defaultMonth = new Uint8Array(HISTORY)
  for (let i = 0; i < HISTORY; i++) {
    population.tell(i, borrowers, i)
    const h = logistic(intercept + borrowers.traits.logit[i]!)
    defaulted[i] = outcomes.uniform() < h ? 1 : 0
    const month = 1 + monthOf(later.seed(laterKey, i).uniform())
    if (defaulted[i] === 1) defaultMonth[i] = month
    else if (later.uniform() < h) defaultMonth[i] = 12 + month
  }
  const months = settlement ? historyMonths(book, seed, borrowers, defaultMonth) : null
  return { book, population, borrowers, defaulted, defaultMonth, months }
}
