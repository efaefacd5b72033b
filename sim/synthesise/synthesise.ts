import { assess } from '../../models/originate.ts'
import type { Assessment } from '../../models/originate.ts'
import type { SyntheticBook } from '../../models/study.ts'
import { COPULA_VARIABLES } from '../../models/study.ts'
import type { Firms, Grouping } from '../../models/types.ts'
import { streamKey } from '../random.ts'
import { NO_CLUSTER, Population, solveIncreasing } from './population.ts'
import type { DrawnFirm } from './population.ts'

/** Applicants drawn and scored at a time. */
const BATCH = 4096
/** A book that admits fewer than one applicant in this many is refused. */
const SCARCE = 200

/** A synthetic book drawn, with what its calibration found. */
export interface Synthesised {
  readonly firms: Firms
  readonly drawn: readonly DrawnFirm[]
  /** Intercept α of logit h, the same for every strategy. */
  readonly intercept: number
}

/**
 * Draws a book's applicants and solves the intercept of their true default probability, so that the mean over the loans that
 * the reference strategy admits is the book's base default rate (MODEL §1). All randomness before simulation is here.
 *
 * @throws {RangeError} when the reference strategy admits (almost) nobody
 */
export function synthesise(book: SyntheticBook, seed: string): Synthesised {
  const population = new Population(book, streamKey(seed, 'applicants', book.id))
  const drawn: DrawnFirm[] = []
  const admitted: boolean[] = []
  const wanted = 'loans' in book.size ? book.size.loans : Infinity
  const most = 'loans' in book.size ? Infinity : book.size.applicants
  let loans = 0
  while (loans < wanted && drawn.length < most) {
    const from = drawn.length
    const batch = Array.from({ length: Math.min(BATCH, most - from) }, (_, i) => population.draw(from + i))
    const verdicts = assessDrawn(book, batch).admitted
    for (const [i, firm] of batch.entries()) {
      if (loans === wanted) break
      drawn.push(firm)
      admitted.push(verdicts[i] === 1)
      loans += verdicts[i]!
    }
    if (loans * SCARCE < drawn.length && drawn.length >= 2 * BATCH)
      throw new RangeError(
        `book ${book.id}: reference strategy ${book.referenceStrategy.id} admits only ${loans} of ${drawn.length} applicants`,
      )
  }
  if (loans === 0)
    throw new RangeError(`book ${book.id}: reference strategy ${book.referenceStrategy.id} admits no applicant`)
  const logits = drawn.filter((_, i) => admitted[i]).map((firm) => firm.logit)
  const intercept = solveIncreasing(
    (a) => logits.reduce((sum, logit) => sum + logistic(a + logit), 0) / logits.length - book.baseDefaultRate,
  )
  return { firms: toFirms(book, drawn, intercept), drawn, intercept }
}

/** Card and admission of the book's reference strategy for drawn firms. */
export function assessDrawn(
  book: SyntheticBook,
  drawn: readonly DrawnFirm[],
  strategy = book.referenceStrategy,
): Assessment {
  return assess(
    strategy,
    drawn.map((firm) => firm.applicant),
    drawn.map((firm) => Number(firm.truth.lenders)),
  )
}

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

function toFirms(book: SyntheticBook, drawn: readonly DrawnFirm[], intercept: number): Firms {
  const grouping = (labels: readonly string[], code: (firm: DrawnFirm) => number): Grouping => ({
    labels,
    codes: Int32Array.from(drawn, code),
  })
  const doubles = (value: (firm: DrawnFirm) => number): Float64Array => Float64Array.from(drawn, value)
  const clusters = Array.from({ length: book.clusters.count }, (_, i) => `cluster-${i + 1}`)
  const ids = drawn.map((_, i) => `${i + 1}`)
  return {
    count: drawn.length,
    ids,
    groupings: new Map([
      ['sector', grouping(Object.keys(book.sectors), (f) => f.sector)],
      ['region', grouping(Object.keys(book.regions), (f) => f.region)],
      ['cluster', grouping([NO_CLUSTER, ...clusters], (f) => f.cluster)],
    ]),
    truePd: doubles((f) => logistic(intercept + f.logit)),
    honesty: Uint8Array.from(drawn, (f) => f.honesty),
    applicants: drawn.map((f) => f.applicant),
    numeric: new Map([
      ['quality', doubles((f) => f.quality)],
      ['age', doubles((f) => f.age)],
      ...COPULA_VARIABLES.filter((name) => typeof drawn[0]?.truth[name] === 'number').map(
        (name) => [name, doubles((f) => Number(f.truth[name]))] as const,
      ),
    ]),
    requests: {
      count: drawn.length,
      ids,
      firm: Int32Array.from(drawn.keys()),
      amount: doubles((f) => f.request.amount),
      termMonths: Int32Array.from(drawn, (f) => f.request.termMonths),
      remainingMonths: Int32Array.from(drawn, (f) => f.request.remainingMonths),
      repayment: Uint8Array.from(drawn, (f) => f.request.repayment),
      collateral: Uint8Array.from(drawn, (f) => f.request.collateral),
      deposit: doubles((f) => f.request.deposit),
      fees: doubles((f) => f.request.fees),
      ownerAum: doubles((f) => f.request.ownerAum),
      financingGap: doubles((f) => f.request.financingGap),
      statedLgd: new Float64Array(drawn.length).fill(NaN),
      givenPd: new Float64Array(drawn.length).fill(NaN),
      givenGrade: new Uint8Array(drawn.length),
    },
  }
}
