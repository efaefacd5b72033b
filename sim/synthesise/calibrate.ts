import { logisticFit } from '../../models/logisticFit.ts'
import type { LogitLine } from '../../models/logisticFit.ts'
import type { Strategy, SyntheticBook } from '../../models/study.ts'
import { Generator, streamKey } from '../random.ts'
import { Population } from './population.ts'
import { assessDrawn, logistic } from './synthesise.ts'

/** Borrower-years in the synthetic history: a mid-sized bank's record of a few years. */
const HISTORY = 40_000

/**
 * A strategy's calibration: the logit line of one-year defaults on its score in a synthetic history of the book's own
 * population, drawn from a stream of its own (MODEL §2). The bank sees outcomes, not true PDs, so the line carries the
 * estimation error of a history of that length.
 *
 * @param intercept  α of the book, see synthesise
 */
export function calibrate(book: SyntheticBook, strategy: Strategy, intercept: number, seed: string): LogitLine {
  const population = new Population(book, streamKey(seed, 'history', book.id))
  const firms = Array.from({ length: HISTORY }, (_, i) => population.draw(i))
  const outcomes = new Generator().seed(streamKey(seed, 'historyOutcomes', book.id), 0)
  const defaulted = Uint8Array.from(firms, (firm) => (outcomes.uniform() < logistic(intercept + firm.logit) ? 1 : 0))
  return logisticFit(assessDrawn(book, firms, strategy).scores, defaulted)
}
