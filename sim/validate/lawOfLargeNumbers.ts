import { equalLoansVolatility, equalLoansStandardDeviation, minimumLoans } from '../../models/lawOfLargeNumbers.ts'
import { vasicekQuantile } from '../../models/vasicek.ts'
import type { Family } from './family.ts'
import { published } from './row.ts'

const SOURCE = 'Φ₂(G(p), G(p); ρ) − p², rounded'
const PD = 0.03

/** Asset correlation; systematic standard deviation; loans whose own variance is a tenth of it. */
const FLOORS = [
  [0.01, '.0069', '6166'],
  [0.03, '.0121', '1978'],
  [0.05, '.0159', '1142'],
  [0.08, '.0206', '674'],
] as const

/** Loans; standard deviation at ρ = .05. */
const SIZES = [
  [100, '.0233'],
  [1000, '.0168'],
  [10_000, '.0160'],
] as const

/** Where diversification stops. */
export const lawOfLargeNumbers: Family = {
  title: 'law of large numbers',
  rows: () => [
    ...FLOORS.flatMap(([correlation, deviation, loans]) => {
      const name = (figure: string) => `PD ${PD}, ρ ${correlation}: ${figure}`
      const volatility = equalLoansVolatility(PD, correlation, 1)
      return [
        published(name('systematic standard deviation'), SOURCE, deviation, volatility.systematic),
        published(
          name('loans with a tenth of that variance of their own'),
          SOURCE,
          loans,
          minimumLoans(1, volatility) ?? NaN,
        ),
      ]
    }),
    ...SIZES.map(([loans, deviation]) =>
      published(
        `${loans} loans, PD ${PD}, ρ 0.05: standard deviation`,
        'SD²(∞) + (p(1 − p) − SD²(∞))/N, rounded',
        deviation,
        equalLoansStandardDeviation(PD, 0.05, loans),
      ),
    ),
    ...(
      [
        [0.99, '.081'],
        [0.999, '.111'],
      ] as const
    ).map(([level, quantile]) =>
      published(
        `PD ${PD}, ρ 0.05: ${100 * level} % quantile`,
        'Vasicek (2002), rounded',
        quantile,
        vasicekQuantile(PD, 0.05, level),
      ),
    ),
  ],
}
