import {
  finiteBookDistribution,
  finiteBookQuantile,
  granularityAdjustedQuantile,
} from '../../models/oracle/finiteBook.ts'
import type { Family } from './family.ts'
import { published } from './row.ts'

const EXACT = 'binomial mixture, to 6 digits'
const ADJUSTED = 'Gordy (2003), to 6 digits'

/** PD, asset correlation, loans; 99.9 % quantile of the number of defaults, P(no default), standard deviation, adjusted limit. */
const CASES = [
  [0.01, 0.12, 100, '11', '.498412', '.014660', '.110722'],
  [0.01, 0.12, 1000, '92', '.059608', '.011264', '.092365'],
  [0.05, 0.2, 1000, '386', '.008435', '.052822', '.386312'],
] as const

/** Books of a finite number of equal loans. */
export const finiteBook: Family = {
  title: 'finite books',
  rows: () =>
    CASES.flatMap(([pd, correlation, loans, quantile, none, deviation, adjusted]) => {
      const name = (figure: string) => `${loans} loans, PD ${pd}, ρ ${correlation}: ${figure}`
      const distribution = finiteBookDistribution(pd, correlation, loans)
      const granular = granularityAdjustedQuantile(pd, correlation, loans, 0.999)
      return [
        published(
          name('99.9 % number of defaults'),
          EXACT,
          quantile,
          finiteBookQuantile(pd, correlation, loans, 0.999),
        ),
        published(name('P(no default)'), EXACT, none, distribution[0]!),
        published(name('standard deviation'), EXACT, deviation, rateDeviation(distribution)),
        published(name('99.9 % with granularity'), ADJUSTED, adjusted, granular),
      ]
    }),
}

/** Standard deviation of the default rate, from the distribution of the number of defaults. */
export function rateDeviation(distribution: Float64Array): number {
  const loans = distribution.length - 1
  let mean = 0
  for (const [k, p] of distribution.entries()) mean += (k / loans) * p
  let variance = 0
  for (const [k, p] of distribution.entries()) variance += (k / loans - mean) ** 2 * p
  return Math.sqrt(variance)
}
