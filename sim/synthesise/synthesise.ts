import { setImmediate } from 'node:timers/promises'
import { assess } from '../../models/lending/assess.ts'
import type { Assessment } from '../../models/lending/assess.ts'
import type { SyntheticBook } from '../../models/book.ts'
import { joinColumns } from './firmColumns.ts'
import type { FirmColumns } from './firmColumns.ts'
import { logistic } from './logistic.ts'
import { Population } from './population.ts'
import { solveIncreasing } from './solveIncreasing.ts'
import { toFirms } from './toFirms.ts'

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
  /** Draws monthly settlement and deposits, and the columns made from them; default false. */
  readonly settlement?: boolean
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
  { settlement = false, onProgress, signal }: SynthesiseOptions = {},
): Promise<Synthesised> {
  const population = new Population(book, seed, 'applicants', settlement)
  const batches: FirmColumns[] = []
  const assessments: Assessment[] = []
  const wanted = 'loans' in book.size ? book.size.loans : Infinity
  const most = 'loans' in book.size ? Infinity : book.size.applicants
  let count = 0
  let loans = 0
  while (loans < wanted && count < most) {
    const batch = population.columns(Math.min(BATCH, most - count))
    for (let i = 0; i < batch.count; i++) population.draw(count + i, batch, i)
    const assessment = assess(book.referenceStrategy, toFirms(book, population, batch, 0), book)
    batches.push(batch)
    assessments.push(assessment)
    for (let i = 0; i < batch.count && loans < wanted; i++) {
      if (assessment.declined[i] === 0) loans++
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
  const logits = drawn.traits.logit.filter((_, i) => reference.declined[i] === 0)
  const intercept = solveIncreasing((a) => {
    let sum = 0
    for (let i = 0; i < logits.length; i++) sum += logistic(a + logits[i]!)
    return sum / logits.length - book.baseDefaultRate
  })
  return { population, drawn, reference, intercept }
}

/** Assessments of batches end to end. */
function joinAssessments(parts: readonly Assessment[], count: number): Assessment {
  const joined = {
    scores: new Float64Array(count),
    levels: new Uint8Array(count),
    index: new Float64Array(count),
    flags: new Uint8Array(count),
    declined: new Uint8Array(count),
  }
  let from = 0
  for (const part of parts) {
    for (const name of Object.keys(joined) as (keyof Assessment)[])
      joined[name].set(part[name].subarray(0, count - from), from)
    from += part.scores.length
  }
  return joined
}
