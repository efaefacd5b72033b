import { setImmediate } from 'node:timers/promises'
import { assess } from '../../models/originate.ts'
import type { Assessment } from '../../models/originate.ts'
import type { Strategy, SyntheticBook } from '../../models/study.ts'
import { joinColumns } from './firmColumns.ts'
import type { FirmColumns } from './firmColumns.ts'
import { logistic } from './logistic.ts'
import { Population } from './population.ts'
import { solveIncreasing } from './solveIncreasing.ts'
import { numbersOf, toApplicants } from './toApplicants.ts'

/** Applicants drawn and scored at a time. */
const BATCH = 4096
/** A book that admits fewer than one applicant in this many is refused. */
const SCARCE = 200

/** A synthetic book drawn, with what its calibration found. */
export interface Synthesised {
  readonly population: Population
  readonly drawn: FirmColumns
  /** What the book's reference strategy says of the applicants. */
  readonly reference: Assessment
  /** Intercept α of logit h, the same for every strategy. */
  readonly intercept: number
}

export interface SynthesiseOptions {
  /** Loans or applicants drawn, and wanted in all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  /** Checked between batches. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Draws a book's applicants and solves the intercept of their true default probability, so that the mean over the loans that
 * the reference strategy admits is the book's base default rate (MODEL §1). All randomness before simulation is here.
 *
 * @throws {RangeError} when the reference strategy admits (almost) nobody
 * @throws the signal's reason when aborted
 */
export async function synthesise(
  book: SyntheticBook,
  seed: string,
  { onProgress, signal }: SynthesiseOptions = {},
): Promise<Synthesised> {
  const population = new Population(book, seed, 'applicants')
  const batches: FirmColumns[] = []
  const assessments: Assessment[] = []
  const wanted = 'loans' in book.size ? book.size.loans : Infinity
  const most = 'loans' in book.size ? Infinity : book.size.applicants
  let count = 0
  let loans = 0
  while (loans < wanted && count < most) {
    const batch = population.columns(Math.min(BATCH, most - count))
    for (let i = 0; i < batch.count; i++) population.draw(count + i, batch, i)
    const assessment = assessDrawn(population, batch, book.referenceStrategy)
    batches.push(batch)
    assessments.push(assessment)
    for (let i = 0; i < batch.count && loans < wanted; i++) {
      loans += assessment.admitted[i]!
      count++
    }
    if (loans * SCARCE < count && count >= 2 * BATCH)
      throw new RangeError(
        `book ${book.id}: reference strategy ${book.referenceStrategy.id} admits only ${loans} of ${count} applicants`,
      )
    onProgress?.(wanted === Infinity ? count : loans, wanted === Infinity ? most : wanted)
    await setImmediate()
    signal?.throwIfAborted()
  }
  if (loans === 0)
    throw new RangeError(`book ${book.id}: reference strategy ${book.referenceStrategy.id} admits no applicant`)
  const drawn = joinColumns(batches, count, population.variables)
  const reference = joinAssessments(assessments, count)
  const logits = drawn.traits.logit.filter((_, i) => reference.admitted[i] === 1)
  const intercept = solveIncreasing((a) => {
    let sum = 0
    for (let i = 0; i < logits.length; i++) sum += logistic(a + logits[i]!)
    return sum / logits.length - book.baseDefaultRate
  })
  return { population, drawn, reference, intercept }
}

/** Card and admission of a strategy for drawn firms. */
export const assessDrawn = (population: Population, drawn: FirmColumns, strategy: Strategy): Assessment =>
  assess(strategy, toApplicants(population.variables, drawn), numbersOf(population.variables, drawn, 'lenders')!)

function joinAssessments(parts: readonly Assessment[], count: number): Assessment {
  const joined = { scores: new Float64Array(count), levels: new Uint8Array(count), admitted: new Uint8Array(count) }
  let from = 0
  for (const { scores, levels, admitted } of parts) {
    joined.scores.set(scores.subarray(0, count - from), from)
    joined.levels.set(levels.subarray(0, count - from), from)
    joined.admitted.set(admitted.subarray(0, count - from), from)
    from += scores.length
  }
  return joined
}
