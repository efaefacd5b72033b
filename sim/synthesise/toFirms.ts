import { COPULA_VARIABLES } from '../../models/book.ts'
import type { SyntheticBook } from '../../models/book.ts'
import { NO_CLUSTER } from '../../models/types.ts'
import type { Firms } from '../../models/types.ts'
import type { FirmColumns } from './firmColumns.ts'
import { logistic } from './logistic.ts'
import type { Population } from './population.ts'
import { numbersOf, toApplicants } from './toApplicants.ts'

/**
 * Firms as the models know them; columns that both have are shared.
 *
 * @param intercept  α of logit h
 */
export function toFirms(book: SyntheticBook, population: Population, drawn: FirmColumns, intercept: number): Firms {
  const { count, traits, request } = drawn
  const clusters = Array.from({ length: book.clusters.count }, (_, i) => `cluster-${i + 1}`)
  const ids = Array.from({ length: count }, (_, i) => `${i + 1}`)
  const numeric = new Map([
    ['quality', traits.quality],
    ['age', traits.age],
  ])
  for (const name of COPULA_VARIABLES) {
    const values = numbersOf(population.variables, drawn, name)
    if (values) numeric.set(name, values)
  }
  return {
    count,
    ids,
    groupings: new Map([
      ['sector', { labels: Object.keys(book.sectors), codes: traits.sector }],
      ['region', { labels: Object.keys(book.regions), codes: traits.region }],
      ['cluster', { labels: [NO_CLUSTER, ...clusters], codes: traits.cluster }],
    ]),
    truePd: truePds(drawn, intercept),
    honesty: traits.honesty,
    applicants: toApplicants(population.variables, drawn),
    numeric,
    requests: {
      count,
      ids,
      firm: new Int32Array(count).map((_, i) => i),
      ...request,
      statedLgd: new Float64Array(count).fill(NaN),
      givenPd: new Float64Array(count).fill(NaN),
      givenGrade: new Uint8Array(count),
    },
  }
}

/** True 12-month default probabilities h. */
export const truePds = ({ traits }: FirmColumns, intercept: number): Float64Array =>
  traits.logit.map((logit) => logistic(intercept + logit))
